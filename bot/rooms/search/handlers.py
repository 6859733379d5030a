"""Search: a sentence becomes a thing, a list, a few guesses, or an honest nothing."""

from bot.guidance.search import Found, Guess, index
from bot.rooms.colleges.intents import BrowseColleges, OpenCollege
from bot.rooms.employers.intents import BrowseEmployers, OpenEmployer
from bot.rooms.glossary.intents import OpenTerm
from bot.rooms.professions.intents import BrowseRegion, OpenProfession
from bot.rooms.programmes.intents import OpenProgramme
from bot.rooms.search import screens
from bot.rooms.search.intents import Find, OpenRegion
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Profession
from content.kinds import Thing

CARDS = {
    "professions": OpenProfession,
    "colleges": OpenCollege,
    "employers": OpenEmployer,
    "programmes": OpenProgramme,
    "terms": OpenTerm,
}
LISTS = {"professions": BrowseRegion, "colleges": BrowseColleges, "employers": BrowseEmployers}
LONGEST = 60  # letters of somebody's words that are shown again


def find(intent: Find, turn: Turn) -> Screen | Intent:
    """What the typed words mean."""
    found = index(turn.catalogue).find(turn.words)
    if found.guesses:
        return _guessed(found, turn)
    if found.region:
        return LISTS.get(found.wanted, OpenRegion)(found.region)
    return screens.nothing(turn.words[:LONGEST])


def _guessed(found: Found, turn: Turn) -> Screen | Intent:
    """The card of what is surely meant, also in its region; else the guesses to choose from."""
    first = found.guesses[0]
    if found.sure and found.region and first.kind == "professions":
        return _there(turn.catalogue.profession(first.slug), found.region, turn)
    if found.sure:
        return _card(first)
    things = [(_thing(guess, turn), _card(guess)) for guess in found.guesses]
    return screens.guesses(turn.words[:LONGEST], things)


def _card(guess: Guess) -> Intent:
    return CARDS[guess.kind](guess.slug)


def _thing(guess: Guess, turn: Turn) -> Thing:
    return turn.catalogue.thing(f"{guess.kind}/{guess.slug}")


def _there(profession: Profession, region: str, turn: Turn) -> Screen:
    known = turn.catalogue
    colleges = [known.college(link.college) for link in profession.colleges]
    employers = [known.employer(link.employer) for link in profession.employers]
    return screens.trade_there(
        profession,
        known.region(region),
        colleges=sum(college.region == region for college in colleges),
        employers=sum(employer.region == region for employer in employers),
    )


def region(intent: OpenRegion, turn: Turn) -> Screen:
    """What there is in a region."""
    known, place = turn.catalogue, turn.catalogue.region(intent.region)
    return screens.region(
        place,
        professions=len(known.professions_of_region(place.slug)),
        colleges=sum(college.region == place.slug for college in known.colleges),
        employers=sum(employer.region == place.slug for employer in known.employers),
        figures=sum(figure.region == place.slug for figure in known.figures),
    )
