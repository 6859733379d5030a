"""The front door, as people see it."""

from bot.rooms.about.intents import OpenAbout
from bot.rooms.announcements.intents import OpenAnnouncements, OpenTopics
from bot.rooms.answers.intents import OpenAnswers
from bot.rooms.asking.intents import OpenAsk
from bot.rooms.care.intents import OpenCare
from bot.rooms.classes.intents import OpenClasses, OpenJoined
from bot.rooms.colleges.intents import OpenColleges
from bot.rooms.counsel.intents import OpenInbox, OpenReported
from bot.rooms.employers.intents import OpenEmployers
from bot.rooms.family.intents import OpenLinks
from bot.rooms.figures.intents import OpenFigures
from bot.rooms.glossary.intents import OpenGlossary
from bot.rooms.home.intents import GoHome, OpenHelp, OpenSettings, Speak
from bot.rooms.interests.intents import AskNext, BeginInterests, OpenInterests
from bot.rooms.missions.intents import OpenMissions, OpenTried
from bot.rooms.passports.intents import OpenArticles
from bot.rooms.privacy.intents import OpenPrivacy
from bot.rooms.professions.intents import OpenProfessions
from bot.rooms.programmes.intents import OpenProgrammes
from bot.rooms.saved.intents import OpenSaved
from bot.rooms.staff.intents import OpenStaff
from bot.rooms.tasks.intents import OpenTasks
from bot.ui import Button, Screen
from content.kinds import LANGUAGES, Language

HOME = Button("home", GoHome())
SPEAK = [Button(f"speak-{language}", Speak(language)) for language in LANGUAGES]


def home(
    *,
    professions: int,
    colleges: int,
    employers: int,
    going: int | None,
    staff: str = "",
    silent: bool = False,
) -> Screen:
    """What there is, the way back into a test that was begun, and the language to speak.

    Whoever is of the staff finds their own rooms in the place of the languages. While it is
    `silent`, for they want to be told of nothing, they are asked what of, where there is room.
    """
    silent = silent and not going and not staff
    anew = (
        [Button("go-on", AskNext(going)), Button("begin-anew", BeginInterests())] if going else []
    )
    test = Button("go-on", AskNext(going)) if going and staff else Button("test", OpenInterests())
    rows = [
        [] if staff else anew,
        [Button("professions", OpenProfessions()), Button("colleges", OpenColleges())],
        [Button("employers", OpenEmployers()), Button("programmes", OpenProgrammes())],
        [Button("figures", OpenFigures()), Button("saved-list", OpenSaved())],
        [test, Button("missions", OpenMissions())],
        [Button("tasks", OpenTasks()), Button("answers", OpenAnswers())],
        [Button("help", OpenHelp()), Button("settings", OpenSettings())],
        [Button("choose-topics", OpenTopics())] if silent else [],
        *(_staff(staff) if staff else [SPEAK]),
    ]
    facts = {"professions": professions, "colleges": colleges, "employers": employers}
    return Screen("home/home", facts | {"going": bool(going), "silent": silent}, rows)


def _staff(staff: str) -> list[list[Button]]:
    """The rooms of a counselor, and of an admin, whose classes stand beside the staff."""
    own = Button("staff-room", OpenStaff()) if staff == "admin" else Button("led", OpenClasses())
    looked = Button("reports", OpenReported()) if staff == "admin" else None
    questions = [Button("inbox", OpenInbox()), *([looked] if looked else [])]
    return [[own, Button("announcements", OpenAnnouncements())], questions]


def help_page() -> Screen:
    """What the bot does, and what it does not."""
    rows = [
        [Button("ask-counselor", OpenAsk())],
        [Button("articles", OpenArticles())],
        [Button("glossary", OpenGlossary()), Button("care", OpenCare())],
        [HOME],
    ]
    return Screen("home/help", {}, rows)


def settings(language: Language) -> Screen:
    """The language, and what is kept of a person."""
    others = [Button(f"speak-{other}", Speak(other)) for other in LANGUAGES if other != language]
    mine = [Button("about", OpenAbout()), Button("joined", OpenJoined())]
    kin = [Button("links", OpenLinks()), Button("tried", OpenTried())]
    told = [Button("topics", OpenTopics()), Button("privacy", OpenPrivacy())]
    return Screen("home/settings", {}, [others, mine, kin, told, [HOME]])
