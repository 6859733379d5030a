"""A portrait: the little of a profession that a picture has room for, and its words repeat."""

from dataclasses import dataclass

from content.atlas import Catalogue
from content.catalogue import Hour, Profession, Term
from content.kinds import Text

TOOLS = 3


@dataclass(frozen=True)
class Portrait:
    """A profession, its direction, some tools, its school subjects, an hour of its day."""

    profession: Profession
    direction: Term
    tools: tuple[Text, ...]
    lessons: tuple[Term, ...]
    hour: Hour


def portrait(profession: Profession, known: Catalogue) -> Portrait:
    """The first tools, all subjects, and the hour in the middle of the day."""
    return Portrait(
        profession,
        known.term("directions", profession.direction),
        profession.tools[:TOOLS],
        tuple(known.term("subjects", one.subject) for one in profession.subjects),
        profession.day[len(profession.day) // 2],
    )
