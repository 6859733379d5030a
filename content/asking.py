"""Asking: the concepts of questions people type, what answers which, and small talk."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, ValidationInfo

from content.kinds import Names, Passage, Slug, Thing, did_you_mean, to

MARKS = "?!"


def _of_concepts(written: str, known: ValidationInfo) -> str:
    """`dormitory room? !how-many`, if there are such concepts."""
    for word in written.split():
        slug = word.strip(MARKS)
        if known.context is not None and slug not in known.context["concepts"]:
            near = did_you_mean(slug, known.context["concepts"])
            raise ValueError(f"there is no concepts/{slug}{near}")
    return written


Asks = Annotated[str, AfterValidator(_of_concepts)]
"""The concepts of a question that is answered here: `needed`, `may-be?`, `!not-this`."""


class Concept(Thing):
    """Something a question may be about, and the words for it; phrases, as in a sign.

    `weak` words only make it a question, `named` ones may be part of a thing's name; `untold` is
    what of a college, an employer or a trade is asked by it that no source says; what is `refused`
    no source says of anything.
    """

    on_a_button: ClassVar[bool] = False

    words: Names
    weak: bool = False
    named: bool = False
    refused: bool = False
    untold: Annotated[Slug, to("unknowns")] | None = None


class Talk(Thing):
    """What people say that is no question of ours, and the kind answer to it.

    Where it is `first`, its words decide whatever else is said; otherwise only if nothing else is.
    """

    on_a_button: ClassVar[bool] = False

    words: Names
    says: Passage
    first: bool = False
