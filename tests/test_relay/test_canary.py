"""Words that look like HTML, written into every field there is, come out letter by letter (S01)."""

from bot.playground.html import parse
from bot.rooms.announcements import intents as announce
from bot.rooms.asking import intents as relay
from bot.rooms.classes import intents as group
from bot.rooms.counsel import intents as inbox
from bot.rooms.matters import intents as many
from bot.rooms.professions.intents import SaveProfession
from bot.rooms.saved.intents import OpenNote
from bot.rooms.staff import intents as crew
from bot.ui import Intent
from db import matters
from db.base import Store
from db.questions import Subject
from tests.test_relay.cast import ADMIN, HERE, NOON, PARENT, PUPIL, Town, key, town

CANARY = "<b>&\"'</i> <a"  # as long as the name of a class may be
DORMITORY = Subject("dormitory", "colleges/adilet")


async def _writes(here: Town, person: int, *intents: Intent) -> list[str]:
    """Open these one after the other, and write the canary after each; what was shown."""
    shown = []
    for intent in intents:
        await here.taps(person, intent.pack())
        shown.append((await here.says(person, CANARY)).text)
    return shown


async def _sees(here: Town, person: int, *intents: Intent) -> list[str]:
    return [(await here.taps(person, intent.pack())).text for intent in intents]


async def _asked_and_answered(here: Town) -> list[str]:
    """A question, the letters of both sides, and every page that shows it."""
    await here.taps(PUPIL, relay.OpenAsk().pack())
    draft = await here.says(PUPIL, CANARY)
    await here.taps(PUPIL, key(draft, "qsend"))
    shown = [draft.text, *(message.text for _, message in await here.brings())]
    shown += await _sees(here, HERE, inbox.OpenInbox(), inbox.WriteReply(1))
    shown += await _writes(here, HERE, inbox.WriteReply(1))
    shown += [message.text for _, message in await here.brings()]
    shown += await _sees(here, PUPIL, relay.OpenThread(1), relay.OpenAsked())
    shown += await _sees(here, ADMIN, inbox.OpenReview(1))
    return shown + await _writes(here, PUPIL, relay.AskMore(1))


async def _contributed(here: Town, store: Store) -> list[str]:
    """What a counselor adds, with words and a source, as it comes and as it is found."""
    await store.do(lambda session: matters.wonder(session, PARENT, DORMITORY, "parent", NOON))
    await here.taps(HERE, many.AnswerMatter(1).pack())
    parts = (many.WritePart(1, "words"), many.WritePart(1, "source"))
    shown = await _writes(here, HERE, *parts)
    await here.taps(HERE, many.WritePart(1, "ends").pack())
    written = await here.says(HERE, "01.06.2027")
    shown += await _sees(here, HERE, many.Publish(1))
    shown += [message.text for _, message in await here.brings()]
    return [*shown, written.text, *await _sees(here, PARENT, many.OpenContribution(1))]


async def _of_the_staff(here: Town) -> list[str]:
    """Names of classes and schools, and an announcement."""
    named = (group.NameClass(9), crew.InviteInto("abai"))
    shown = [
        *await _writes(here, HERE, named[0]),
        *await _writes(here, ADMIN, named[1]),
        *await _sees(here, HERE, group.OpenLed(3)),
        *await _sees(here, ADMIN, crew.OpenInvitations(), crew.OpenTrail()),
    ]
    await here.taps(HERE, announce.NewAnnouncement().pack())
    await here.taps(HERE, announce.OpenWords(1, "en").pack())
    assert "1 &lt;" in (await here.says(HERE, "1 < 2 & <3")).text
    return shown


async def test_what_looks_like_html_is_shown_letter_by_letter(store: Store) -> None:
    """S01"""
    here = await town(store)
    shown = [*await _asked_and_answered(here), *await _contributed(here, store)]
    shown += await _of_the_staff(here)
    await here.taps(PUPIL, SaveProfession("welder").pack())
    shown += await _writes(here, PUPIL, OpenNote("professions", "welder"))
    unshown = [text for text in shown if CANARY not in parse(text)[0]]
    assert unshown == []
    await here.says(PUPIL, "/start")
    parse((await here.says(PUPIL, CANARY)).text)
