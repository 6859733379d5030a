"""Pictures of one who asks: an answer, a refusal, a reply, all that is kept, being forgotten."""

from playwright.async_api import Page, expect

from tests.announcement_pictures import COUNSELOR, FOUR, PARENT, classed
from tests.atlas_pictures import LONG, PHONE, Scene, on_the_phone
from tests.telephone import Telephone

ANSWERED = "9-сыныптан кейін колледжге қашан құжат тапсырамыз?"
REFUSED = "Риддер колледжінде жатақхана бар ма?"
AGAIN = "Риддер колледжінің жатақханасы бар ма екен?"
SAID = "Колледж жатақханасы бар, өтінішті тамызда қабылдайды."
SOURCE = "Колледж жатақханасының ережесі, 01.09.2026"


async def _in_kazakh(page: Page, person: int = PARENT) -> None:
    """Their app speaks Kazakh from now on."""
    where = f"{page.url}playground/people/{person}"
    done = await page.request.patch(where, data={"language_code": "kk"})
    assert done.ok


async def _tap_first(phone: Telephone, code: str) -> None:
    """Tap the first button that asks this."""
    offered = await phone.offered()
    await phone.tap_carrying(next(one for one in offered if one.partition("-")[0] == code))


async def _asks(page: Page, words: str) -> Telephone:
    await _in_kazakh(page)
    await page.locator('[data-page-language="kk"]').click()
    if await (tab := page.locator(f'[data-tab="{PARENT}"]')).is_visible():
        await tab.click()
    parent = Telephone(page, PARENT)
    await parent.start()
    await parent.write(words)
    return parent


async def answered(page: Page) -> None:
    """A question our sources answer."""
    parent = await _asks(page, ANSWERED)
    assert "📘" in await parent.text(), "this was to be answered with its source"


async def refused(page: Page) -> None:
    """A question they do not."""
    await _asks(page, REFUSED)


async def _led(page: Page) -> Telephone:
    """The counselor of a class the parent is in; both speak Kazakh."""
    await _in_kazakh(page)
    counselor = await classed(page)
    await _in_kazakh(page, COUNSELOR)
    await counselor.write("/settings")
    await _tap_first(counselor, "speak")
    return counselor


async def _drafts(page: Page) -> Telephone:
    """The parent asks what no source says, and looks at how a counselor would see it."""
    parent = Telephone(page, PARENT)
    await parent.write(REFUSED)
    await _tap_first(parent, "qdraft")
    return parent


async def drafted(page: Page) -> None:
    """The question as the counselor will see it, before it is sent."""
    await _led(page)
    await _drafts(page)
    await _held(page, PARENT)


async def replied(page: Page) -> None:
    """The question, the reply, and what came of it, side by side."""
    await _replies(page)
    await expect(page.locator(".toast")).to_have_count(0)


async def _replies(page: Page) -> Telephone:
    """The question goes to the class's counselor, who answers by replying."""
    counselor, parent = await _led(page), await _drafts(page)
    await _tap_first(parent, "qsend")
    await expect(counselor.newest).to_contain_text("жатақхана")
    await _tap_first(counselor, "inwrite")
    await counselor.write(SAID)
    await expect(parent.newest).to_contain_text("тамызда")
    return counselor


async def _sources(page: Page) -> Telephone:
    """She makes of her reply the answer for all who ask: adds its source and its last day."""
    counselor = await _replies(page)
    await _tap_first(counselor, "matterall")
    for part, words in (("source", SOURCE), ("ends", "01.06.2027")):
        keys = await counselor.offered()
        await counselor.tap_carrying(next(key for key in keys if key.endswith(f"_{part}")))
        await counselor.write(words)
    return counselor


async def sourced(page: Page) -> None:
    """The answer for all, with all it needs."""
    await _sources(page)
    await _held(page, COUNSELOR)


async def brought(page: Page) -> None:
    """It is published, and brought to the parent who asked."""
    counselor = await _sources(page)
    await _tap_first(counselor, "mpublish")
    await expect(Telephone(page, PARENT).newest).to_contain_text("01.06.2027")
    await _held(page, PARENT)


async def next_one(page: Page) -> None:
    """Another parent, whom nobody knows yet, asks the same: the bot itself answers."""
    if not await _is_known(page):
        await brought(page)
    wish = {"name": "Сәуле", "language_code": "kk", "kind": "parent"}
    made = await page.request.post(f"{page.url}playground/people", data=wish)
    number = (await made.json())["id"]
    await _held(page, number)
    other = Telephone(page, number)
    await other.start()
    await other.write(AGAIN)
    await expect(other.newest).to_contain_text(SOURCE)


async def _is_known(page: Page) -> bool:
    """Whether an earlier walk has brought the answer already."""
    parent = await _asks(page, REFUSED)
    return SAID in await parent.text()


async def _held(page: Page, person: int) -> None:
    """Look at one of their telephones alone, once nothing flashes up on it any more."""
    await expect(page.locator(".toast")).to_have_count(0)
    await page.set_viewport_size({"width": LONG[0], "height": LONG[1]})
    await page.locator('[data-page-language="kk"]').click()
    await page.locator(f'[data-tab="{person}"]').click()


async def mine(page: Page) -> None:
    """All that is kept of a pupil."""
    phone = await on_the_phone("kk", page)
    await phone.start()
    await phone.write("дәнекерлеуші")
    await _tap_first(phone, "save")
    await phone.write("/mydata")
    await _tap_first(phone, "sendmine")
    await expect(page.locator(".toast")).to_have_count(0)


async def forgotten(page: Page) -> None:
    """A pupil is forgotten."""
    phone = await on_the_phone("kk", page)
    await phone.start()
    await phone.write("/forget")
    await _tap_first(phone, "forgetall")


def scenes() -> dict[str, tuple[tuple[int, int], Scene]]:
    """All of them, by the name of their picture."""
    return {
        "walks/answered-kk": (LONG, answered),
        "walks/refused-kk": (PHONE, refused),
        "walks/mydata-kk": (PHONE, mine),
        "walks/forgotten-kk": (PHONE, forgotten),
        "walks/drafted-kk": (FOUR, drafted),
        "walks/replied": (FOUR, replied),
        "walks/sourced-kk": (FOUR, sourced),
        "walks/brought-kk": (FOUR, brought),
        "walks/next-kk": (FOUR, next_one),
    }
