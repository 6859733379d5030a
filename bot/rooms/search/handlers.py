"""Search: a sentence becomes a thing, a list, a few guesses, or an honest nothing."""

from bot.guidance.codes import code_in
from bot.guidance.search import Found, Guess
from bot.rooms.classes.intents import OpenClass
from bot.rooms.colleges.intents import BrowseColleges, OpenCollege, OpenColleges
from bot.rooms.employers.intents import BrowseEmployers, OpenEmployer, OpenEmployers
from bot.rooms.glossary.intents import OpenTerm
from bot.rooms.missions.intents import OpenMission, OpenMissions
from bot.rooms.professions.intents import BrowseRegion, OpenProfession, OpenProfessions
from bot.rooms.programmes.intents import OpenProgramme, OpenProgrammes
from bot.rooms.search import screens
from bot.rooms.search.intents import Find, OpenRegion, OpenThere
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Region

CARDS = {
    "professions": OpenProfession,
    "colleges": OpenCollege,
    "employers": OpenEmployer,
    "programmes": OpenProgramme,
    "terms": OpenTerm,
    "missions": OpenMission,
}
LISTS: dict[str, Intent] = {
    "professions": OpenProfessions(),
    "colleges": OpenColleges(),
    "employers": OpenEmployers(),
    "programmes": OpenProgrammes(),
    "missions": OpenMissions(),
}
LISTS_THERE = {
    "professions": BrowseRegion,
    "colleges": BrowseColleges,
    "employers": BrowseEmployers,
}
LONGEST = 60  # letters of somebody's words that are shown again


def find(intent: Find, turn: Turn) -> Screen | Intent:
    """What the typed words mean: a code of a class, or something to look for."""
    if code := code_in(turn.words):
        return OpenClass(code)
    found = turn.found
    if found.sure:
        return _card(found.guesses[0], found.region)
    if found.guesses:
        return _guesses(found, turn)
    if found.region:
        return _place(found, turn)
    if found.wanted in LISTS and not found.strange:
        return LISTS[found.wanted]
    return screens.nothing(_shown(turn.words))


def _card(guess: Guess, region: str) -> Intent:
    """The card; a trade's with a place named is the trade there."""
    if guess.kind == "professions" and region:
        return OpenThere(guess.slug, region)
    return CARDS[guess.kind](guess.slug)


def _guesses(found: Found, turn: Turn) -> Screen:
    known = turn.catalogue
    things = [
        (known.thing(f"{guess.kind}/{guess.slug}"), _card(guess, found.region))
        for guess in found.guesses
    ]
    return screens.guesses(_shown(turn.words), things)


def _place(found: Found, turn: Turn) -> Screen | Intent:
    """What is wanted there; where the other words lead nowhere, that is told."""
    if found.strange:
        return _region(turn.catalogue.region(found.region), turn, _shown(turn.words))
    known = _known(found.region, turn)
    if not known.get(found.wanted):
        return OpenRegion(found.region)
    there: Intent = LISTS_THERE[found.wanted](found.region)
    return there


def _shown(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def there(intent: OpenThere, turn: Turn) -> Screen:
    """A trade in a region: its card, and who is near it there."""
    known = turn.catalogue
    profession = known.profession(intent.profession)
    colleges = [known.college(link.college) for link in profession.colleges]
    employers = [known.employer(link.employer) for link in profession.employers]
    return screens.trade_there(
        profession,
        known.region(intent.region),
        colleges=sum(college.region == intent.region for college in colleges),
        employers=sum(employer.region == intent.region for employer in employers),
    )


def region(intent: OpenRegion, turn: Turn) -> Screen:
    """What there is in a region."""
    return _region(turn.catalogue.region(intent.region), turn)


def _region(place: Region, turn: Turn, strange: str = "") -> Screen:
    return screens.region(place, strange, _known(place.slug, turn))


def _known(region: str, turn: Turn) -> dict[str, int]:
    """How many things of each kind our sources know there."""
    there = turn.catalogue.there(region)
    return {
        "professions": len(there.professions),
        "colleges": len(there.colleges),
        "employers": len(there.employers),
        "figures": len(there.figures),
    }
