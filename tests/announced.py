"""Announced: the screens of announcements, each after what led to it, and those made by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.doors import ROUTER
from bot.rooms.announcements import intents as announce
from bot.rooms.announcements.saying import withdrawn
from bot.rooms.announcements.screens import choosing, composing, following, getting, sending
from bot.rooms.announcements.screens.choosing import Option
from bot.rooms.announcements.screens.composing import Draft, Flaw
from bot.rooms.home.screens import home
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.atlas import Catalogue
from content.kinds import Text
from db import announcements, ledger
from db.announcements import Announcement
from db.ledger import Standing
from db.statements import settle
from tests.wire import NOON

Story = Callable[[Turn], Screen]
FIRST = 1  # the number of the first announcement in an empty database
KEY = Text(kk="Дәнекерлеуші", ru="Сварщик", en="Welder")
WELDED = '[{"kind": "open", "path": "professions/welder", "says": {"kk": "Дәнекерлеуші", "ru": "Сварщик", "en": "Welder"}}]'  # noqa: E501
LINKED = '[{"kind": "link", "url": "https://enbek.kz", "says": {"kk": "Жұмыс іздеу", "ru": "Найти работу", "en": "Find work"}}]'  # noqa: E501
SAID = '{"kk": "Ертең <b>кездесу</b>.", "ru": "Завтра <b>встреча</b>.", "en": "A <b>meeting</b> tomorrow."}'  # noqa: E501
TITLE = "12"  # a number, for the words of an announcement are in the language of its author


def asked(intent: Intent, turn: Turn, words: str = "") -> Screen:
    """The screen its door answers with, after all that was done in the turns before."""
    settle(turn.session)
    turn.words = words
    return ROUTER.answer(intent, turn)[1]


def writer(turn: Turn) -> Turn:
    """A counselor."""
    return replace(turn, person=replace(turn.person, staff="admin"))


def drafted(intent: Intent, typed: str = "", **has: object) -> Story:
    """What a counselor sees on a draft that has this."""

    def told(turn: Turn) -> Screen:
        _draft(turn, **has)
        return asked(intent, writer(turn), typed)

    return told


def _draft(turn: Turn, **has: object) -> Announcement:
    one = announcements.draft(turn.session, turn.person.id, NOON)
    for name, value in {"words": SAID, **has}.items():
        setattr(one, name, value)
    turn.session.flush()
    return one


def got(intent: Intent, **has: object) -> Story:
    """What somebody sees who got an announcement that has this."""

    def told(turn: Turn) -> Screen:
        one = _draft(turn, author_id=1, stage="running", **has)
        ledger.opened(turn.session, one, NOON)
        return asked(intent, turn)

    return told


def _asking(turn: Turn) -> Screen:
    """An earlier announcement asked for something."""
    _draft(turn, asks=True, stage="done", sent_from=NOON)
    _draft(turn, segment='{"answered": 1, "answer": "done"}')
    return asked(announce.OpenPart(2, "answered"), writer(turn))


def _listed(turn: Turn) -> Screen:
    _draft(turn, words='{"en": "2026"}')
    _draft(turn, author_id=1, stage="waiting")
    return asked(announce.OpenAnnouncements(), writer(turn))


def _waiting(turn: Turn) -> Screen:
    _draft(turn, author_id=1, stage="waiting", words='{"en": "2026"}')
    return asked(announce.OpenWaiting(), writer(turn))


DUE = NOON + timedelta(days=7)
STORIES: dict[str, Story] = {
    "announcements, listed": _listed,
    "announcements, listed, none": lambda turn: asked(announce.OpenAnnouncements(), writer(turn)),
    "announcements, waiting": _waiting,
    "announcements, waiting, none": lambda turn: asked(announce.OpenWaiting(), writer(turn)),
    "announcements, draft, new": lambda turn: asked(announce.NewAnnouncement(), writer(turn)),
    "announcements, words": lambda turn: _words(turn),
    "announcements, words, none": drafted(announce.OpenWords(FIRST, "kk"), words="{}"),
    "announcements, files, none": drafted(announce.OpenAttached(FIRST)),
    "announcements, files, photos": drafted(
        announce.OpenAttached(FIRST), attached='[["photo", "a", 9], ["photo", "b", 9]]'
    ),
    "announcements, files, nothing came": drafted(announce.Attach(FIRST)),
    "announcements, keys, none": drafted(announce.OpenKeys(FIRST)),
    "announcements, ask, nothing": drafted(announce.OpenAsk(FIRST)),
    "announcements, ask, no day": drafted(announce.OpenAsk(FIRST), asks=True),
    "announcements, ask, a day": drafted(announce.OpenAsk(FIRST), asks=True, due_at=DUE),
    "announcements, ask, unreadable": drafted(announce.TypeDue(FIRST), "12", asks=True),
    "announcements, topic": drafted(announce.OpenTopic(FIRST)),
    "announcements, when": drafted(announce.OpenWhen(FIRST)),
    "announcements, when, at night, paid": drafted(
        announce.OpenWhen(FIRST), run_at=NOON + timedelta(hours=12), paid=True
    ),
    "announcements, when, unreadable": drafted(announce.TypeWhen(FIRST), "12"),
    "announcements, audience, everybody": drafted(announce.OpenAudience(FIRST)),
    "announcements, part, direction": drafted(announce.OpenPart(FIRST, "direction")),
    "announcements, part, since, none": drafted(announce.OpenPart(FIRST, "since")),
    "announcements, part, regions": drafted(
        announce.OpenPart(FIRST, "regions"), segment='{"regions": ["abai"]}'
    ),
    "announcements, part, answered, asked": _asking,
    "announcements, saved": drafted(announce.TypeSaved(FIRST), "welder"),
    "announcements, saved, unknown": drafted(announce.TypeSaved(FIRST), "7777"),
    "announcements, drop": drafted(announce.AskDropDraft(FIRST), words='{"en": "2026"}'),
    "announcements, link": got(announce.PressKey(FIRST, 0), keys=LINKED),
    "announcements, answered": got(announce.AnswerAnnouncement(FIRST, "done"), asks=True),
    "announcements, answered, help": got(announce.AnswerAnnouncement(FIRST, "help"), asks=True),
    "announcements, answered, no": got(announce.AnswerAnnouncement(FIRST, "no"), asks=True),
    "announcements, answered, tried": lambda turn: asked(
        announce.AnswerAnnouncement(_draft(turn, asks=True).id, "done"), writer(turn)
    ),
    "announcements, topics": lambda turn: asked(announce.OpenTopics(), turn),
    "announcements, topics, one on": lambda turn: asked(announce.UnmuteTopic("events"), turn),
    "announcements, topics, all on": lambda turn: asked(announce.UnmuteTopic("all"), turn),
    "announcements, topics, off again": lambda turn: asked(announce.SwitchOff("all"), turn),
    "announcements, topics, off below": lambda turn: asked(announce.MuteTopic("news"), turn),
}


def _words(turn: Turn) -> Screen:
    return drafted(announce.OpenWords(FIRST, turn.language))(turn)


TAKEN = 7, "202611231200"
FLAWS = (
    "words", "fallback", "class", "nobody", "few", "past", "due", "no-due", "long", "link",
    "dead", "broken", "tags", "empty",
)  # fmt: skip


def by_hand(known: Catalogue) -> dict[str, Screen]:
    """What no short story leads to."""
    return _told(known) | _composed(known) | _sent() | _followed()


def _told(known: Catalogue) -> dict[str, Screen]:
    from bot.rooms.announcements.saying import told

    def one(topic: str, **has: object) -> Announcement:
        made = Announcement(id=1, topic=topic, words='{"en": "12"}', fallback="en", due_at=None)
        made.attached, made.keys, made.asks = "[]", "[]", False
        for name, value in has.items():
            setattr(made, name, value)
        return made

    shown = {
        f"announcements, told, {topic}": told(one(topic), "en", known) for topic in getting.TOPICS
    }
    asking = one("news", asks=True, keys=WELDED, due_at=DUE)
    return shown | {
        "announcements, told, asking": told(asking, "en", known),
        "announcements, told, asking, no day": told(one("news", asks=True), "en", known),
        "announcements, told, reminding": told(one("news", asks=True, reminds=1), "en", known),
        "announcements, withdrawn": withdrawn(asking, "en", known),
        "home, topics chosen": home(professions=86, colleges=12, employers=26, going=None),
        "announcements, unfinished": getting.unfinished(),
        "announcements, later, half a year": getting.came_of_it(year=False),
        "announcements, later, a year": getting.came_of_it(year=True),
    }


def _composed(known: Catalogue) -> dict[str, Screen]:
    flaws = tuple(Flaw(kind, "12", "kk" if kind == "long" else "") for kind in FLAWS)
    whole = Draft(1, TITLE, ("kk", "ru", "en"), "", 2, 1, True, "2026-12-01", "work", 2,
                  "24.11.2026 09:00", ())  # fmt: skip
    part = replace(whole, written=("kk",), fallback="kk", due="", flaws=flaws)
    told = {
        "role": "pupil", "grades": "9, 10", "languages": ("kk", "ru"), "classes": "9",
        "regions": [known.region("abai")], "direction": [known.term("directions", "engineering")],
        "saved": [known.profession("welder")], "school": True, "since": "2026-11-01",
        "answered": 3, "answer": "none",
    }  # fmt: skip
    reach = {"": 120, "blocked": 3, "muted": 6, "cap": 8}
    return {
        "announcements, draft": composing.draft(whole),
        "announcements, draft, with flaws": composing.draft(part),
        "announcements, words, refused": composing.words(1, "kk", "", most=4096, flaw=flaws[9]),
        "announcements, words, instead": composing.words(1, "kk", "12", most=1024, instead=True),
        "announcements, files, documents": composing.files(1, "document", 2, "mixed"),
        "announcements, files, empty": composing.files(1, "", 0, "empty"),
        "announcements, keys": composing.keys(1, [(KEY, "professions/welder")], Flaw("unsaid")),
        "announcements, keys, full": composing.keys(1, [(KEY, "professions/welder")] * 3),
        "announcements, audience": choosing.audience(1, told, reach, private=True),
        "announcements, audience, few": choosing.audience(1, told, {"": 3}, private=True),
        **{f"announcements, part, {name}": choosing.part(1, name, page(options, 1, 8))
           for name, options in OPTIONS.items()},
    }  # fmt: skip


OPTIONS: dict[announce.Part, list[Option]] = {
    "role": [
        Option(role, f"ann-{role}s", chosen=chosen)
        for role in ("pupil", "parent")
        for chosen in (True, False)
    ],
    "grades": [Option(str(g), "ann-grade", {"grade": g}, chosen=g == 9) for g in range(7, 12)],
    "languages": [
        Option(each, f"ann-in-{each}", chosen=chosen)
        for each in ("kk", "ru", "en")
        for chosen in (True, False)
    ],
    "classes": [Option("1", KEY, chosen=True)],
    "answered": [
        Option("2-done", "ann-got-done", {"number": 2}),
        *(
            Option(f"1-{answer}", f"ann-got-{answer}", {"number": 1}, chosen=True)
            for answer in ("done", "help", "no", "none")
        ),
    ],
    "since": [Option("7", "ann-since", {"days": 7}, chosen=True)],
}


def _sent() -> dict[str, Screen]:
    reach = {"": 1200, "muted": 6, "blocked": 5, "cap": 7}
    ends: dict[str, Any] = {"ends": "24.11.2026 09:01"}
    return {
        "announcements, previewed": sending.previewed(
            1, TITLE, (), {"": 1}, ends="23.11.2026 12:01"
        ),
        "announcements, previewed, many": sending.previewed(
            1, TITLE, (), reach, at="24.11.2026 09:00", second=True, **ends
        ),
        "announcements, previewed, few": sending.previewed(
            1, TITLE, (), {"": 2}, private=True, **ends
        ),
        "announcements, previewed, second": sending.previewed(
            1, TITLE, (), reach, second=True, whose="second", **ends
        ),
        "announcements, previewed, sent": sending.previewed(
            1, TITLE, (), reach, whose="sent", **ends
        ),
        "announcements, planned": replace(
            sending.planned(1, TITLE, "24.11.2026 09:00"), toast="ann-on-its-way"
        ),
        "announcements, held": replace(sending.held(1, TITLE), toast="ann-second-asked"),
        "announcements, unsendable": sending.unsendable(1, TITLE),
        "announcements, same": sending.same(1, TITLE, "23.11.2026 12:00"),
        "announcements, cancel": sending.sure_to_cancel(1, TITLE),
        "announcements, recall": sending.sure_to_recall(1, TITLE),
    }


def _followed() -> dict[str, Screen]:
    running = Standing("running", "", 600, 400, 0, 0, {"blocked": 3}, {}, {}, {}, 0, 400)
    over = Standing(
        "done", "", 985, 0, 2, 3, {"blocked": 9, "gone": 2, "bad": 1},
        {"muted": 7, "cap": 5, "segment": 1, "blocked": 4}, {"done": 400, "help": 12},
        {0: 77}, 6, recalled=4,
    )  # fmt: skip
    bare = Standing("done", "", 3, 0, 0, 0, {}, {}, {}, {}, 0)
    ended = replace(running, stage="cancelled", skipped={"cancelled": 400}, left=0, waiting=0)
    nobody = replace(bare, sent=0)
    return {
        "announcements, board": following.board(1, TITLE, running, "23.11.2026 13:16"),
        "announcements, board, scheduled": following.board(
            1, TITLE, replace(bare, stage="scheduled", sent=0)
        ),
        **{f"announcements, board, paused, {why or 'by hand'}": following.board(
            1, TITLE, replace(running, stage="paused", why=why, missed={}))
           for why in ("", "late", "moved", "author", "closed", "slowed")},
        "announcements, report": following.report(1, TITLE, over, asks=True, keys=[KEY, KEY]),
        "announcements, exported": following.exported(1, "csv", TITLE, over, "12", TAKEN),
        "announcements, report, little": following.report(1, TITLE, bare),
        "announcements, report, cancelled": following.report(1, TITLE, ended),
        **{f"announcements, report, {why}": following.report(
            1, TITLE, replace(nobody, stage="cancelled", why=why)) for why in ("late", "author")},
        "announcements, report, nobody left": replace(
            following.report(1, TITLE, bare), toast="ann-nobody-left"),
    }  # fmt: skip


def kinds() -> set[type[Intent]]:
    """The kinds of questions these stories ask."""
    return {
        one
        for one in Intent._by_code.values()
        if one.__module__.startswith("bot.rooms.announcements.")
    }
