"""Telling: a result in few words, for whoever may see it; never an answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.guidance.pairs import worth_a_look
from bot.rooms.interests.outcome import Outcome, front_of, leanings_found
from bot.turn import Turn
from content.atlas import Catalogue
from content.catalogue import Profession
from db import interests
from db.interests import Attempt
from db.people import Known

NAMED = 3  # professions


@dataclass(frozen=True)
class Told:
    """What draws most, and professions to look at."""

    front: Sequence[str]
    professions: Sequence[Profession]


def told(attempt: Attempt, catalogue: Catalogue) -> Told | None:
    """A finished result in few words; None where it is not finished, or the profile is broad."""
    front = front_of(attempt.kind, attempt.result) if attempt.finished_at else ()
    if not front:
        return None
    return Told(front, _professions(attempt, catalogue)[:NAMED])


def _professions(attempt: Attempt, catalogue: Catalogue) -> Sequence[Profession]:
    if attempt.kind == "young":
        return suggested(attempt, NAMED, catalogue)
    known = {profession.slug: profession for profession in catalogue.professions}
    suggestions = Outcome.found(attempt.result).suggestions
    return [known[slug] for slug, _ in suggestions if slug in known]


def suggested(attempt: Attempt, most: int, catalogue: Catalogue) -> list[Profession]:
    """Professions of the objects that draw most in a young result; none where no object does."""
    order = leanings_found(attempt.result).order
    if not order:
        return []
    front, then = order[0], order[1] if len(order) > 1 else ()
    objects = front if len(front) > 1 else (*front, *front, *then)
    return worth_a_look(catalogue.professions, objects, most)


def result_of(number: int, turn: Turn) -> Attempt | None:
    """This finished result of theirs (0: the newest) that tells something; None without one."""
    theirs = interests.attempts(turn.session, turn.person)
    wanted = [one for one in theirs if number in (0, one.id)]
    return next((one for one in wanted if told(one, turn.catalogue)), None)


def of(person: int, number: int, turn: Turn) -> Attempt | None:
    """This attempt of somebody who lets it be seen; the caller knows that they do."""
    whose = Known(person, turn.language, "", "", False)
    return interests.attempt(turn.session, whose, number)
