"""Missions and games: a shift at a workplace as a short story, a profession played at home."""

from collections.abc import Mapping
from functools import cached_property
from hashlib import sha256
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, StringConstraints

from content.kinds import (
    Fact,
    Label,
    Names,
    Part,
    Saying,
    Sentence,
    Slug,
    Source,
    Text,
    Thing,
    at_most,
    to,
)

Address = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,19}$")]
Place = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,15}$")]
Telling = Annotated[Text, AfterValidator(at_most(400))]
Outcome = Annotated[Text, AfterValidator(at_most(220))]
Trade = Annotated[Slug, to("professions")]
Touches = Literal["quality", "safety", "time", "team"]
Setting = Literal[
    "cars",
    "power",
    "metallurgy",
    "tyres",
    "appliances",
    "mining",
    "water",
    "construction",
    "agriculture",
    "veterinary",
    "food",
    "culture",
    "nature",
    "it",
]


class Choice(Part):
    """Something to do in a scene: where it leads, what comes of it, whether it was sound."""

    says: Label
    to: Place
    because: Outcome
    touches: Touches
    sound: bool


class Scene(Part):
    """A moment of the shift: what one sees and hears, and what may be done."""

    slug: Place
    says: Telling
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=4)]


class Ending(Part):
    """How a shift ends, and what that shows about the trade."""

    slug: Place
    says: Telling
    learned: Outcome


class Liking(Part):
    """What somebody may have liked most, and the trades it leads to."""

    says: Label
    because: Sentence
    professions: Annotated[tuple[Trade, ...], Field(min_length=2, max_length=4)]


class Mission(Thing):
    """One shift at a workplace; it begins with its first scene."""

    slug: Address
    profession: Trade
    also: Annotated[tuple[Trade, ...], Field(max_length=3)] = ()
    setting: Setting
    minutes: Annotated[int, Field(ge=5, le=8)]
    summary: Saying
    scenes: Annotated[tuple[Scene, ...], Field(min_length=8, max_length=12)]
    endings: Annotated[tuple[Ending, ...], Field(min_length=3, max_length=6)]
    liked: Annotated[tuple[Liking, ...], Field(min_length=3, max_length=4)]
    facts: Annotated[tuple[Fact, ...], Field(min_length=3, max_length=5)]

    @cached_property
    def by_scene(self) -> Mapping[str, Scene]:
        """Its scenes by address."""
        return {scene.slug: scene for scene in self.scenes}

    @cached_property
    def by_ending(self) -> Mapping[str, Ending]:
        """Its endings by address."""
        return {ending.slug: ending for ending in self.endings}

    @cached_property
    def edition(self) -> str:
        """A fingerprint of what its buttons mean: another one, and an old button means nothing."""
        says = [(one.slug, [(to.to, to.says) for to in one.choices]) for one in self.scenes]
        return sha256(repr(says).encode()).hexdigest()[:12]

    @property
    def trades(self) -> tuple[str, ...]:
        """The professions seen on this shift, its own first."""
        return (self.profession, *self.also)


class Game(Thing):
    """A profession played at home with a child of four to eight."""

    profession: Trade
    needs: Outcome
    steps: Annotated[tuple[Sentence, ...], Field(min_length=3, max_length=5)]
    talk: Sentence
    careful: Sentence
    source: Source


class Sign(Thing):
    """What an imagined working day may tell of, and the words by which that is seen.

    A word that ends with a star stands for all words that begin so; several words are a phrase.
    `least` says how many different ones it takes; `ask` is what to think of where they are missing.
    """

    on_a_button: ClassVar[bool] = False

    least: Annotated[int, Field(ge=1, le=3)] = 1
    ask: Sentence
    words: Names


class Meaning(Names):
    """Words that mean the same where one listens for an alarm; `name` is how sayings call it."""

    name: Slug


class Alarm(Thing):
    """Sayings by which somebody may tell of trouble, and everyday ones that sound alike.

    How they are written: `bot/guidance/listening.py`. The meanings of one are known to all.
    """

    on_a_button: ClassVar[bool] = False

    words: Names
    unless: Names = Names()
    among: tuple[Meaning, ...] = ()
