"""Pictures of one who asks: an answer, a refusal, a reply, all that is kept, being forgotten."""

from playwright.async_api import Page, expect

from tests.announcement_pictures import FOUR, PARENT, classed
from tests.atlas_pictures import PHONE, Scene, on_the_phone
from tests.telephone import Telephone

ANSWERED = "9-сыныптан кейін колледжге қалай түсуге болады?"
REFUSED = "Риддер колледжінде жатақхана бар ма?"


async def _in_kazakh(page: Page) -> None:
    """The parent's app speaks Kazakh from now on."""
    where = f"{page.url}playground/people/{PARENT}"
    done = await page.request.patch(where, data={"language_code": "kk"})
    assert done.ok


async def _tap_first(phone: Telephone, code: str) -> None:
    """Tap the first button that asks this."""
    offered = await phone.offered()
    await phone.tap_carrying(next(one for one in offered if one.partition("-")[0] == code))


async def _asks(page: Page, words: str) -> Telephone:
    await _in_kazakh(page)
    await page.locator('[data-page-language="kk"]').click()
    await page.locator(f'[data-tab="{PARENT}"]').click()
    parent = Telephone(page, PARENT)
    await parent.start()
    await parent.write(words)
    return parent


async def answered(page: Page) -> None:
    """A question our sources answer."""
    await _asks(page, ANSWERED)


async def refused(page: Page) -> None:
    """A question they do not."""
    await _asks(page, REFUSED)


async def replied(page: Page) -> None:
    """The question goes to the class's counselor, who answers by replying."""
    await _in_kazakh(page)
    counselor, parent = await classed(page), Telephone(page, PARENT)
    await parent.write(REFUSED)
    await _tap_first(parent, "qdraft")
    await _tap_first(parent, "qsend")
    await expect(counselor.newest).to_contain_text("жатақхана")
    await _tap_first(counselor, "inwrite")
    await counselor.write("Колледж жатақханасы бар, өтінішті тамызда қабылдайды.")
    await expect(parent.newest).to_contain_text("тамызда")


async def mine(page: Page) -> None:
    """All that is kept of a pupil."""
    phone = await on_the_phone("kk", page)
    await phone.start()
    await phone.write("дәнекерлеуші")
    await _tap_first(phone, "save")
    await phone.write("/mydata")
    await _tap_first(phone, "sendmine")


async def forgotten(page: Page) -> None:
    """A pupil is forgotten."""
    phone = await on_the_phone("kk", page)
    await phone.start()
    await phone.write("/forget")
    await _tap_first(phone, "forgetall")


def scenes() -> dict[str, tuple[tuple[int, int], Scene]]:
    """All of them, by the name of their picture."""
    return {
        "walks/answered-kk": (PHONE, answered),
        "walks/refused-kk": (PHONE, refused),
        "walks/mydata-kk": (PHONE, mine),
        "walks/forgotten-kk": (PHONE, forgotten),
        "walks/replied": (FOUR, replied),
    }
