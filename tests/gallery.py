"""The gallery: everything the bot can show, a line a screen, made of real things of the catalogue.

A line says what is asked; the screen is the one its door answers with. Words are looked for as if
they were typed. What no door leads to on this catalogue is made by hand, below and in `bare.py`.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from bot.doors import COMMANDS, ROUTER
from bot.rooms.answers.intents import OpenAnswer, OpenAnswers, OpenFact, OpenList
from bot.rooms.colleges import intents as college
from bot.rooms.compare import intents as beside
from bot.rooms.employers import intents as employer
from bot.rooms.figures import intents as figure
from bot.rooms.glossary.intents import OpenGlossary, OpenTerm
from bot.rooms.home.intents import GoHome, OpenHelp, OpenSettings, Speak
from bot.rooms.passports.intents import OpenArticle, OpenArticles, OpenPassport
from bot.rooms.professions import intents as profession
from bot.rooms.programmes import intents as programme
from bot.rooms.routes import intents as route
from bot.rooms.saved.intents import DropNote, OpenNote, OpenNotes, OpenSaved, WriteNote
from bot.rooms.search.intents import Find, OpenRegion
from bot.rooms.share import intents as share
from bot.rooms.share.offering import offered
from bot.rooms.voices.intents import OpenVoice, OpenVoices
from bot.turn import Turn
from bot.ui import Button, Intent, Screen
from content.kinds import Language
from db import belonging, people
from db.base import Base
from tests import (
    announced,
    answered,
    confided,
    counted,
    crew,
    kinfolk,
    relayed,
    shifts,
    sittings,
    tries,
)
from tests.bare import bare
from tests.databases import whole
from tests.wire import NOON, PUPIL

WELDER = "welder"

LINES: dict[str, Intent] = {
    "home, home": GoHome(),
    "home, language changed": Speak("en"),
    "home, help": OpenHelp(),
    "home, settings": OpenSettings(),
    "professions, directions": profession.OpenProfessions(),
    "professions, direction": profession.BrowseDirection("engineering", 2),
    "professions, direction, few": profession.BrowseDirection("agriculture"),
    "professions, ways": profession.OpenWays(),
    "professions, regions": profession.OpenRegions(),
    "professions, region": profession.BrowseRegion("kostanay"),
    "professions, subjects": profession.OpenSubjects(),
    "professions, subject": profession.BrowseSubject("physics"),
    "professions, traits, material": profession.OpenTraits("material"),
    "professions, traits, place": profession.OpenTraits("place"),
    "professions, traits, rhythm": profession.OpenTraits("rhythm"),
    "professions, traits, manner": profession.OpenTraits("manner"),
    "professions, trait": profession.BrowseTrait("metal"),
    "professions, card": profession.OpenProfession(WELDER),
    "professions, card, saved": profession.SaveProfession(WELDER),
    "professions, card, forgotten": profession.ForgetProfession(WELDER),
    "professions, card, our addition": profession.OpenProfession("hairdresser"),
    "professions, any": profession.Surprise(),
    "professions, day": profession.ReadProfession(WELDER, "day"),
    "professions, work": profession.ReadProfession(WELDER, "work"),
    "professions, school": profession.ReadProfession(WELDER, "school"),
    "professions, hard": profession.ReadProfession(WELDER, "hard"),
    "professions, learn": profession.ReadProfession(WELDER, "learn"),
    "professions, learn, related": profession.ReadProfession("tyre-builder", "learn"),
    "professions, learn, no code": profession.ReadProfession("production-foreman", "learn"),
    "professions, robots": profession.ReadProfession(WELDER, "robots"),
    "professions, robots, no remark": profession.ReadProfession("tyre-builder", "robots"),
    "professions, robots, not said": profession.ReadProfession("fitter-repairman", "robots"),
    "professions, employers": profession.ProfessionEmployers(WELDER),
    "professions, employers, there": profession.ProfessionEmployers(WELDER, 1, "kostanay"),
    "professions, employers, place unknown": profession.ProfessionEmployers("mining-technician"),
    "professions, employers, none": profession.ProfessionEmployers("accountant-clerk"),
    "professions, colleges": profession.ProfessionColleges(WELDER),
    "professions, colleges, none": profession.ProfessionColleges("production-foreman"),
    "professions, alike": profession.OpenAlike(WELDER),
    "compare, choose": beside.CompareWith(WELDER),
    "compare, two": beside.CompareTwo(WELDER, "plumber"),
    "compare, too few": beside.CompareSaved("professions"),
    "routes, grades": route.OpenRoutes(WELDER),
    "routes, ways": route.ChooseWay(WELDER, 9),
    "routes, ways, no qualification": route.ChooseWay("tyre-builder", 9),
    "routes, ways, no code": route.ChooseWay("production-foreman", 11),
    "routes, state order": route.OpenRoute(WELDER, 9, "state"),
    "routes, dual": route.OpenRoute(WELDER, 9, "dual", 2),
    "routes, targeted": route.OpenRoute(WELDER, 11, "targeted", 3),
    "routes, paid": route.OpenRoute(WELDER, 11, "paid", 4),
    "routes, ask": route.AskBefore(WELDER, 9, "state"),
    "colleges, regions": college.OpenColleges(),
    "colleges, region": college.BrowseColleges("almaty"),
    "colleges, region, a town": college.BrowseColleges("east-kazakhstan", 1, "ridder"),
    "colleges, directions": college.CollegeDirections(),
    "colleges, trades": college.CollegeTrades("engineering"),
    "colleges, dual": college.CollegesDual(),
    "colleges, after": college.CollegesAfter(),
    "colleges, how near": college.CollegesNear(),
    "colleges, card": college.OpenCollege("adilet"),
    "colleges, card, with caution": college.OpenCollege("almaty-auto-fashion"),
    "colleges, card, reference": college.OpenCollege("uk-higher-polytechnic"),
    "colleges, card, no trades": college.OpenCollege("caspian-college"),
    "colleges, card, saved": college.SaveCollege("adilet"),
    "colleges, card, forgotten": college.ForgetCollege("adilet"),
    "colleges, professions": college.CollegeProfessions("uk-higher-polytechnic"),
    "colleges, ask": college.AskCollege("adilet"),
    "employers, ways": employer.OpenEmployers(),
    "employers, region": employer.BrowseEmployers("east-kazakhstan"),
    "employers, role": employer.BrowseRole("mentor"),
    "employers, role, explained": employer.BrowseRole("targeted-training"),
    "employers, card": employer.OpenEmployer("kazzinc"),
    "employers, card, little known": employer.OpenEmployer("vosca"),
    "employers, card, with caution": employer.OpenEmployer("allur"),
    "employers, card, saved": employer.SaveEmployer("kazzinc"),
    "employers, card, forgotten": employer.ForgetEmployer("kazzinc"),
    "employers, professions": employer.EmployerProfessions("allur"),
    "programmes, kinds": programme.OpenProgrammes(),
    "programmes, kind": programme.BrowseProgrammes("training"),
    "programmes, card": programme.OpenProgramme("dual-training"),
    "programmes, card, with caution": programme.OpenProgramme("allur-myn-bala"),
    "programmes, card, no caution": programme.OpenProgramme("career-teacher"),
    "programmes, card, all known": programme.OpenProgramme("atlas-national"),
    "programmes, card, saved": programme.SaveProgramme("dual-training"),
    "programmes, card, forgotten": programme.ForgetProgramme("dual-training"),
    "programmes, who": programme.ReadProgramme("dual-training", "who"),
    "programmes, who, dated": programme.ReadProgramme("worldskills-international", "who"),
    "programmes, how": programme.ReadProgramme("abilympics", "how"),
    "programmes, how, dated": programme.ReadProgramme("state-order", "how"),
    "programmes, more": programme.ReadProgramme("dual-training", "more"),
    "programmes, more, dated": programme.ReadProgramme("abilympics", "more"),
    "figures, regions": figure.OpenFigures(),
    "figures, region": figure.BrowseFigures("almaty"),
    "figures, region, country": figure.BrowseFigures("kazakhstan"),
    "figures, card": figure.OpenFigure("allur-specialists"),
    "figures, card, in no unit": figure.OpenFigure("allur-capacity"),
    "figures, card, percent": figure.OpenFigure("vko-in-specialty-share-2025"),
    "figures, card, enterprises": figure.OpenFigure("almaty-agreements"),
    "figures, card, specialties": figure.OpenFigure("almaty-practice-specialties"),
    "figures, card, nowhere": figure.OpenFigure("kz-students-minister"),
    "figures, card, no note": figure.OpenFigure("vko-graduates-2025"),
    "figures, choose": figure.ChooseFigure("almaty-colleges-akimat"),
    "figures, compared": figure.CompareFigures("almaty-colleges-akimat", "vko-colleges-department"),
    "figures, compared, nowhere": figure.CompareFigures(
        "almaty-students-akimat", "kz-students-minister"
    ),
    "figures, incomparable": figure.CompareFigures("allur-specialists", "germany-least-2025"),
    "passports, article": OpenPassport("professions", "building-technician", 2),
    "passports, with remark": OpenPassport("professions", "bricklayer"),
    "passports, reference": OpenPassport("colleges", "adilet", 3),
    "passports, reference, undated": OpenPassport("professions", "nonferrous-metallurgist", 2),
    "passports, ours": OpenPassport("colleges", "adilet", 2),
    "passports, figure": OpenPassport("figures", "allur-specialists"),
    "passports, described": OpenPassport("professions", "cook"),
    "passports, described, college": OpenPassport("colleges", "karaganda-bolashaq"),
    "passports, articles": OpenArticles(),
    "passports, the article": OpenArticle("zakon-2025-10-14"),
    "passports, the article, date unsure": OpenArticle("kt-2025-12-19"),
    "answers, questions": OpenAnswers(),
    "answers, answer": OpenAnswer("army-deferment"),
    "answers, answer, lasting": OpenAnswer("change-college"),
    "answers, answer, source unnamed": OpenAnswer("school-certificate"),
    "answers, answer, source undated": OpenAnswer("dormitory-place"),
    "answers, fact": OpenFact("a2-20"),
    "answers, fact, no remark": OpenFact("a4-17"),
    "answers, listed, none": OpenList(),
    "glossary, words": OpenGlossary(),
    "glossary, term": OpenTerm("dual-training"),
    "voices, voices": OpenVoices(),
    "voices, voice": OpenVoice("promenergoremont-fitter"),
    "search, region": OpenRegion("east-kazakhstan"),
    "saved, empty": OpenSaved(),
    "share, share": share.OpenShare("professions", WELDER),
    "share, share, college": share.OpenShare("colleges", "adilet"),
    "share, share, employer": share.OpenShare("employers", "kazzinc"),
    "share, share, programme": share.OpenShare("programmes", "dual-training"),
    "share, card": share.ShowCard(WELDER),
    "share, code": share.ShowCode("professions", WELDER),
    "share, code, college": share.ShowCode("colleges", "adilet"),
    "share, map": share.ShowMap(WELDER),
    "share, map, from employers": share.ShowMap(WELDER, "employers"),
    "share, map, none": share.ShowMap("rolling-mill-operator"),
    "share, map, town not told": share.ShowMap("mining-technician"),
    "share, town": share.ShowTown("colleges", "adilet"),
    "share, town, employer": share.ShowTown("employers", "kazzinc"),
    "share, town, not told": share.ShowTown("employers", "vosca"),
}

WORDS = {
    "search, sure": "сварщик",
    "search, guesses": "электрик",
    "search, nothing": "бозғылт піл & <b>",
    "search, place and strange words": "космонавт в Караганде",
    "search, there": "сварщик в Костанае",
    "search, there, nothing near": "сварщик в Атырау",
}

SPOTS = {
    "colleges, near": (49.95, 82.61),
    "colleges, near, far from all": (46.85, 74.98),
    "colleges, too far": (0.0, 0.0),
}

SENT = {
    "share, sent": "сварщик",
    "share, sent, our addition": "парикмахер",
    "share, sent, college": "adilet",
    "share, sent, employer": "казцинк",
    "share, sent, by a reference": "токарь",
    "share, sent, reference": "Caspian College",
}

KEPT = {
    "saved, shelf": OpenSaved(),
    "saved, notes": OpenNotes(),
    "saved, note": OpenNote("professions", "plumber"),
    "saved, note, none": OpenNote("professions", WELDER),
    "saved, note, dropped": DropNote("professions", "plumber"),
    "compare, professions": beside.CompareSaved("professions"),
    "compare, colleges": beside.CompareSaved("colleges"),
}
NOTED = {"saved, note, written": "Kazzinc, 17:00", "saved, note, too long": "очень " * 60}
SHELF = ("professions/welder", "professions/plumber", "colleges/adilet", "colleges/caspian-college")

BY_HAND = {
    "home, group": Screen(
        "home/group", {}, [[Button("open-private", url="https://t.me/guide_bot?start=home")]]
    ),
    "home, sorry": Screen("home/sorry"),
}

NOTICES = (
    "buttons-please",
    "no-voice",
    "no-photo",
    "no-contact",
    "no-forward",
    "old-button",
    "gone",
    "closed",
)


@contextmanager
def turns(language: Language) -> Iterator[Callable[[], Turn]]:
    """Turns of somebody who was never here before, each as if there had been no other."""
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine, belonging.tables())
    with engine.connect() as connection, Session(connection) as session:

        def turn() -> Turn:
            session.rollback()
            connection.connection.rollback()  # what was told straight to the driver
            session.info.clear()
            person, _ = people.meet(session, PUPIL, language, 1, NOON)
            return Turn(session, person, language, NOON, whole(), bot="guide_bot")

        yield turn


@cache
def drawn(language: Language) -> Mapping[str, Screen]:
    """Every screen of the gallery, by its line."""
    with turns(language) as turn:
        shown = {name: _asked(intent, turn()) for name, intent in LINES.items()}
        shown |= {name: _typed(words, turn()) for name, words in WORDS.items()}
        shown |= {name: _shared(spot, turn()) for name, spot in SPOTS.items()}
        shown |= {name: _sent(words) for name, words in SENT.items()}
        shown |= {name: _kept(intent, turn()) for name, intent in KEPT.items()}
        shown |= {name: _noted(words, turn()) for name, words in NOTED.items()}
        shown |= {f"home, {notice}": ROUTER.lost(turn(), notice) for notice in NOTICES}
        stories = sittings.STORIES | shifts.STORIES | tries.STORIES | crew.STORIES
        stories |= announced.STORIES | confided.STORIES | relayed.STORIES | answered.STORIES
        stories |= kinfolk.STORIES
        shown |= {name: story(turn()) for name, story in stories.items()}
    rooms = sittings.by_hand(whole()) | shifts.by_hand(whole()) | tries.by_hand()
    rooms |= announced.by_hand(whole()) | relayed.by_hand(whole()) | counted.by_hand(whole())
    return shown | BY_HAND | bare(whole()) | rooms


def _asked(intent: Intent, turn: Turn) -> Screen:
    return ROUTER.answer(intent, turn)[1]


def _typed(words: str, turn: Turn) -> Screen:
    turn.words = words
    return _asked(Find(), turn)


def _shared(spot: tuple[float, float], turn: Turn) -> Screen:
    turn.spot = spot
    return _asked(college.ShareSpot(), turn)


def _sent(words: str) -> Screen:
    """What is sent into another chat."""
    return offered(words, whole(), "guide_bot")[0].screen


def _kept(intent: Intent, turn: Turn) -> Screen:
    for path in SHELF:
        people.save(turn.session, turn.person, path, NOON)
    people.annotate(turn.session, turn.person, "professions/plumber", turn.keys.seal("<b>?"))
    return _asked(intent, turn)


def _noted(words: str, turn: Turn) -> Screen:
    turn.words = words
    return _kept(WriteNote("professions", WELDER), turn)


def asked() -> set[type[Intent]]:
    """The kinds of questions the gallery shows an answer to, and those they lead on to."""
    with turns("ru") as turn:
        words = [replace(turn(), words=words) for words in WORDS.values()]
        through = {type(ROUTER.answer(Find(), one)[0]) for one in words}
    said = {type(one) for one in (*LINES.values(), *KEPT.values(), *COMMANDS.values())}
    rooms = sittings.kinds() | shifts.kinds() | tries.kinds() | crew.kinds()
    rooms |= announced.kinds() | confided.kinds() | relayed.kinds() | answered.kinds()
    rooms |= kinfolk.kinds()
    return said | through | rooms | {Find, college.ShareSpot, WriteNote}
