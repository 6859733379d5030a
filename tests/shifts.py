"""Shifts: the screens of the missions, each after what was done to come to it."""

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import update

from bot.doors import ROUTER
from bot.guidance.alarm import Help
from bot.rooms.care import screens as care
from bot.rooms.care.intents import OpenCare
from bot.rooms.missions import intents as mission
from bot.rooms.missions.screens import journal
from bot.rooms.missions.screens import playing as playing_screens
from bot.rooms.missions.screens.journal import Entry
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.share import intents as share
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.pages import page
from content.atlas import Catalogue
from content.kinds import Language
from content.shifts import Scene, Sign
from db.missions import MissionRun
from db.statements import settle
from tests.ways import walks
from tests.wire import NOON

NIGHT = "substation-night"
FIRST, SECOND = 1, 2  # the numbers of the first shifts in an empty database
Story = Callable[[Turn], Screen]
Words = dict[str, str]  # by question
FULL: dict[Language, Words] = {
    "kk": {
        "day": "Сағат онда әріптесіммен бірге сорғыны тексеремін, кейін журналға жазамын. <b>",
        "please": "Жарық сөнбегені қуантады, өйткені бұл маңызды.",
        "annoy": "Суық әрі шулы.",
    },
    "ru": {
        "day": "В десять я с бригадой проверяю насос, потом записываю в журнал. <b>",
        "please": "Порадует, что свет горит у всех, потому что это важно.",
        "annoy": "Холодно и шумно.",
    },
    "en": {
        "day": "At ten I check the pump with my crew, then write it down in the logbook. <b>",
        "please": "That the light is on for everyone, because it matters.",
        "annoy": "It is cold and noisy.",
    },
}
SCANT: dict[Language, Words] = {"kk": {"day": "5"}, "ru": {"day": "5"}, "en": {"day": "5"}}


def asked(intent: Intent, turn: Turn) -> Screen:
    """The screen its door answers with, after all that was done in the turns before."""
    settle(turn.session)
    return ROUTER.answer(intent, turn)[1]


def playing(turn: Turn, slug: str = NIGHT, steps: int = 99) -> Screen:
    """A shift, played soundly for so many steps or to its end."""
    screen = asked(mission.BeginMission(slug), turn)
    for _ in range(steps):
        if isinstance(screen.awaits, mission.TypeChoice):
            here: Scene = screen.facts["scene"]  # type: ignore[assignment]
            sound = next(at for at, one in enumerate(here.choices) if one.sound)
            screen = asked(mission.Choose(screen.awaits.run, here.slug, sound), turn)
    return screen


def at(intent: Intent, steps: int = 99, words: str = "") -> Story:
    """What this asks after so many steps of a shift."""

    def told(turn: Turn) -> Screen:
        playing(turn, steps=steps)
        turn.words = words
        return asked(intent, turn)

    return told


def poor(turn: Turn) -> Screen:
    """What comes of the first poor choice."""
    asked(mission.BeginMission(NIGHT), turn)
    known = turn.catalogue.mission(NIGHT)
    number = next(at for at, one in enumerate(known.scenes[0].choices) if not one.sound)
    return asked(mission.Choose(FIRST, known.scenes[0].slug, number), turn)


def poorly_ended(turn: Turn) -> Screen:
    """A shift whose last choice was poor."""
    known = turn.catalogue.mission(NIGHT)
    for way in walks(known):
        slug, number = way[-1]
        if not known.by_scene[slug].choices[number].sound:
            break
    screen = asked(mission.BeginMission(NIGHT), turn)
    for slug, number in way:
        screen = asked(mission.Choose(FIRST, slug, number), turn)
    return screen


def written(turn: Turn, of: dict[Language, Words] = FULL, run: int = FIRST) -> Screen:
    """A shift played, and its questions answered."""
    playing(turn)
    screen = Screen("")
    for prompt, words in of[turn.language].items():
        turn.words = words
        screen = asked(mission.WriteEntry(run, prompt), turn)  # type: ignore[arg-type]
    return screen


def having_written(intent: Intent) -> Story:
    """What this asks of somebody who has written."""

    def told(turn: Turn) -> Screen:
        written(turn)
        return asked(intent, turn)

    return told


def _rewritten(turn: Turn) -> Screen:
    asked(mission.BeginMission(NIGHT), turn)
    turn.session.execute(update(MissionRun).values(edition="of-earlier"))
    return asked(mission.OpenShift(FIRST), turn)


def _grown(first: dict[Language, Words], second: dict[Language, Words]) -> Story:
    def told(turn: Turn) -> Screen:
        written(turn, first)
        written(turn, second, SECOND)
        return asked(mission.OpenJournal(), turn)

    return told


def _ask(intent: Intent) -> Story:
    return lambda turn: asked(intent, turn)


def tried(turn: Turn) -> Screen:
    """A shift that was played and liked, and one that was only played."""
    playing(turn)
    asked(mission.Like(FIRST, 0), turn)
    playing(turn)
    return asked(mission.OpenPlayed(), turn)


def _game(turn: Turn) -> Screen:
    return asked(mission.OpenGame(turn.catalogue.games[0].slug), turn)


def _steps(turn: Turn) -> Screen:
    return asked(mission.PlayGame(turn.catalogue.games[0].slug), turn)


STORIES: dict[str, Story] = {
    "missions, missions": _ask(mission.OpenMissions()),
    "missions, missions, second page": _ask(mission.OpenMissions(2)),
    "missions, missions, begun": at(mission.OpenMissions(), steps=1),
    "missions, setting": _ask(mission.BrowseMissions("cars")),
    "missions, setting of one": _ask(mission.BrowseMissions("power")),
    "missions, of a profession": _ask(mission.MissionsOf("substation-electrician")),
    "missions, card": _ask(mission.OpenMission(NIGHT)),
    "missions, card, begun": at(mission.OpenMission(NIGHT), steps=1),
    "missions, scene": _ask(mission.BeginMission(NIGHT)),
    "missions, scene, after a sound choice": lambda turn: playing(turn, steps=1),
    "missions, scene, after a poor choice": poor,
    "missions, scene, decided already": at(mission.Choose(FIRST, "handover", 0), steps=2),
    "missions, scene, no button": at(mission.TypeChoice(FIRST), steps=1, words="сварщик"),
    "missions, scene, typed": at(mission.TypeChoice(FIRST), steps=1, words="1"),
    "missions, scene, rewritten": _rewritten,
    "missions, ending": lambda turn: playing(turn),
    "missions, ending, after a poor choice": poorly_ended,
    "missions, learned": at(mission.OpenLearned(FIRST)),
    "missions, suggested": at(mission.Like(FIRST, 0)),
    "missions, imagine": at(mission.Imagine(FIRST, "day")),
    "missions, imagine, please": at(mission.Imagine(FIRST, "please")),
    "missions, imagine, annoy": at(mission.Imagine(FIRST, "annoy")),
    "missions, imagine, again": having_written(mission.Imagine(FIRST, "day")),
    "missions, imagine, empty": at(mission.WriteEntry(FIRST, "day"), words=" … "),
    "missions, imagine, too long": at(mission.WriteEntry(FIRST, "day"), words="я" * 4096),
    "missions, entry": lambda turn: written(turn),
    "missions, entry, none": at(mission.OpenEntry(FIRST)),
    "missions, entry, in trouble": at(mission.WriteEntry(FIRST, "annoy"), words="Не хочу жить"),
    "missions, journal": having_written(mission.OpenJournal()),
    "missions, journal, grown": _grown(SCANT, FULL),
    "missions, journal, no growth": _grown(FULL, SCANT),
    "missions, journal, none": _ask(mission.OpenJournal()),
    "missions, drop": having_written(mission.AskDrop(FIRST)),
    "missions, drop, everything": having_written(mission.AskDrop(0)),
    "missions, dropped": having_written(mission.DropEntry(FIRST)),
    "missions, export": having_written(mission.ExportJournal()),
    "missions, played": tried,
    "missions, played, nothing": _ask(mission.OpenPlayed()),
    "missions, tried, nothing": _ask(mission.OpenTried()),
    "missions, games": _ask(mission.OpenGames()),
    "missions, game": _game,
    "missions, steps": _steps,
    "missions, sources": _ask(OpenPassport("missions", NIGHT)),
    "missions, share": _ask(share.OpenShare("missions", NIGHT)),
    "missions, code": _ask(share.ShowCode("missions", NIGHT)),
    "care, card": _ask(OpenCare()),
}


def kinds() -> set[type[Intent]]:
    """The kinds of questions of this room: the stories ask them, or tap them on their way."""
    every = Intent._by_code.values()
    return {OpenCare} | {one for one in every if one.__module__ == mission.__name__}


def by_hand(known: Catalogue) -> dict[str, Screen]:
    """What comes of a mission we no longer tell of; help where its chat is known."""
    signs = known.every("imagination", Sign)
    gone = Entry(FIRST, None, NOON, {"day": "?"}, ())
    whole = replace(gone, signs=tuple(sign.slug for sign in signs))
    night = known.mission(NIGHT)
    chat = Help(chat="https://example.kz/111")
    return {
        "care, card, with a chat": care.card(chat),
        "missions, entry, of earlier": journal.entry(gone, signs),
        "missions, entry, whole": journal.entry(whole, signs),
        "missions, journal, of earlier": journal.journal(page([gone], 1), None, signs),
        "missions, export, of earlier": journal.export(page([gone], 1)),
        "missions, ending, rewritten": playing_screens.ending(FIRST, night, night.endings[0], None),
        "missions, learned, rewritten": playing_screens.learned(FIRST, night, night.endings[0], ()),
    }
