"""The kinds of things the bot tells of, and the catalogue that holds them all."""

from math import isclose
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, FiniteFloat, ValidationInfo, model_validator

from content.asking import Asks, Concept, Talk
from content.kinds import (
    LANGUAGES,
    Confidence,
    Fact,
    Language,
    Name,
    Names,
    Part,
    Passage,
    Saying,
    Sentence,
    Short,
    Slug,
    Source,
    Text,
    Thing,
    When,
    at_most,
    did_you_mean,
    to,
)
from content.shifts import Alarm, Game, Mission, Sign

Letter = Annotated[float, Field(ge=1, le=7)]
Klimov = Literal["nature", "technics", "people", "signs", "art"]


def _known(path: str, known: ValidationInfo) -> str:
    """A thing's address, `employers/kazzinc`, if there is such a thing."""
    kind, _, slug = path.rpartition("/")
    if known.context is not None and slug not in known.context.get(kind, ()):
        everything = [f"{kind}/{slug}" for kind, slugs in known.context.items() for slug in slugs]
        raise ValueError(f"there is no {path}{did_you_mean(path, everything)}")
    return path


Path = Annotated[str, AfterValidator(_known)]


def _leaving(grade: int) -> int:
    if grade not in (9, 11):
        raise ValueError("colleges take pupils after grade 9 or 11")
    return grade


Grade = Annotated[int, AfterValidator(_leaving)]


class Gone(LookupError):
    """What was asked for is not in the catalogue, or not any more."""


# --- sources ---------------------------------------------------------------------------------


class ArticleFact(Fact):
    """A fact of an article: its paragraph, and what it is about (`employers/kazzinc`, …).

    `asks` are the questions it answers.
    """

    slug: Slug
    about: tuple[Path, ...] = ()
    asks: tuple[Asks, ...] = ()


class Article(Thing):
    """A news article and everything it says, in our words.

    `begins` is the first words of the story, a pointer for whoever looks a paragraph up.
    """

    publisher: Name
    begins: Annotated[str, Field(min_length=8, max_length=80)] | None = None
    date: When
    date_note: Saying | None = None
    language: Language
    address: str | None = None
    caution: Saying | None = None
    facts: tuple[ArticleFact, ...]


class Reference(Thing):
    """A law, a list, a page or a data set we used beside the articles."""

    on_a_button: ClassVar[bool] = False

    date: When | None = None
    address: str | None = None
    reliability: Confidence


# --- places and small vocabularies -----------------------------------------------------------


class Place(Thing):
    """A city or a town; its position is that of its centre, good to about 5 km."""

    latitude: Annotated[float, Field(ge=40, le=56)] | None = None
    longitude: Annotated[float, Field(ge=46, le=88)] | None = None


class Region(Thing):
    """A first-level unit of Kazakhstan, with its ISO 3166-2 code and its known places."""

    code: Annotated[str, Field(pattern=r"^KZ-\d\d$")]
    kind: Literal["region", "city"]
    centre: Slug
    places: tuple[Place, ...]


class Term(Thing):
    """A word of the field: a direction, a subject, a condition, a trade feature."""

    plain: Saying | None = None
    emoji: str | None = None


class Trait(Term):
    """What separates one trade from another: what one works with, where, in what rhythm, how."""

    group: Literal["material", "place", "rhythm", "manner"]


class Indicator(Term):
    """What a figure counts; `asks` are the questions such figures answer."""

    asks: tuple[Asks, ...] = ()


class Condition(Term):
    """What the work is like, in neutral words; never a ban."""

    on_a_button: ClassVar[bool] = False


class Unknown(Thing):
    """Something our sources do not say, and the question to ask a person about it."""

    on_a_button: ClassVar[bool] = False

    ask: Sentence


class Ready(Thing):
    """An answer a counselor has ready, sent as it stands."""

    says: Passage


class Hint(Thing):
    """Words that tell search what is wanted: `stop` (nothing), or the name of a kind."""

    on_a_button: ClassVar[bool] = False

    words: Names


class Figure(Thing):
    """A number that was counted: what, of whom, where, when, by whom it is told.

    Two figures may be compared only if they have the same `indicator`; `base` says of what.
    """

    on_a_button: ClassVar[bool] = False

    indicator: Annotated[Slug, to("indicators")]
    value: Annotated[FiniteFloat, Field(ge=0)]
    unit: Literal["people", "percent", "colleges", "enterprises", "specialties", "tenge", "other"]
    bound: Literal["exactly", "about", "more-than", "up-to"] = "exactly"
    base: Sentence
    region: Annotated[Slug, to("regions")] | None = None
    employer: Annotated[Slug, to("employers")] | None = None
    when: When
    source: Source
    note: Saying | None = None


# --- what a pupil looks for ------------------------------------------------------------------


class Onet(Part):
    """The O*NET occupation whose interest profile we use, and how well it fits."""

    code: Annotated[str, Field(pattern=r"^\d\d-\d{4}\.\d\d$")]
    title: str
    match: Literal["good", "approximate", "proxy"]


class Interests(Part):
    """Occupational interests on O*NET's scale, 1 to 7 each."""

    R: Letter
    I: Letter  # noqa: E741 - the letter is the name
    A: Letter
    S: Letter
    E: Letter
    C: Letter


class Hour(Part):
    """A moment of a working day."""

    at: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
    what: Sentence


class Lesson(Part):
    """A school subject, and where this very job uses it."""

    subject: Annotated[Slug, to("subjects")]
    used: Sentence


class Route(Part):
    """A way to learn the trade: specialty and qualification of the national classifier."""

    code: Annotated[str, Field(pattern=r"^\d{8}$")]
    title: Name
    qualification: Name | None = None
    qualification_code: str | None = None
    after: tuple[Grade, ...] = (9, 11)
    link: Literal["direct", "related", "unverified"] = "direct"
    source: Source


class EmployerLink(Part):
    """An employer where this trade is at home, and on what basis we say so."""

    employer: Annotated[Slug, to("employers")]
    source: Source


class CollegeLink(Part):
    """A college near this trade, and on what basis we say so."""

    college: Annotated[Slug, to("colleges")]
    source: Source


class Competition(Part):
    """A championship that has this skill."""

    programme: Annotated[Slug, to("programmes")]
    skill: Short
    source: Source


class Feature(Part):
    """How much of a trade feature this job has, 0 to 3, and why in a line."""

    score: Annotated[int, Field(ge=0, le=3)]
    why: Sentence


class Profession(Thing):
    """A working profession, the full card."""

    direction: Annotated[Slug, to("directions")]
    addition: bool = False
    onet: Onet
    interests: Interests
    klimov: Klimov
    summary: Sentence
    day: Annotated[tuple[Hour, ...], Field(min_length=4, max_length=7)]
    where: Saying
    tools: Annotated[tuple[Short, ...], Field(min_length=3, max_length=7)]
    subjects: Annotated[tuple[Lesson, ...], Field(min_length=2, max_length=4)]
    hard: Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=4)]
    robots: Fact | None = None
    learn: Passage
    routes: tuple[Route, ...] = ()
    employers: tuple[EmployerLink, ...] = ()
    colleges: tuple[CollegeLink, ...] = ()
    competitions: tuple[Competition, ...] = ()
    conditions: tuple[Annotated[Slug, to("conditions")], ...] = ()
    inclusion: Saying | None = None
    features: dict[Annotated[Slug, to("features")], Feature] = {}
    facts: tuple[Fact, ...] = ()
    unknown: tuple[Annotated[Slug, to("unknowns")], ...] = ()

    @property
    def core(self) -> bool:
        """Whether it is a working trade: working with one's hands is its first interest."""
        each = self.interests
        return max(each.I, each.A, each.S, each.E, each.C) <= each.R

    @property
    def traits(self) -> dict[str, int]:
        """How much of each trait this job has, 1 to 3; what is not named it has not."""
        return {slug: feature.score for slug, feature in self.features.items()}


class Role(Part):
    """What an article says an employer does for students."""

    role: Annotated[Slug, to("roles")]
    source: Source


class Employer(Thing):
    """An enterprise or organisation named in the articles."""

    region: Annotated[Slug, to("regions")]
    place: Annotated[Slug, to("places")] | None = None
    place_source: Source
    industry: Short | None = None
    industry_source: Source | None = None
    roles: tuple[Role, ...] = ()
    facts: tuple[Fact, ...] = ()
    caution: Saying | None = None
    unknown: tuple[Annotated[Slug, to("unknowns")], ...] = ()


class Specialty(Part):
    """A specialty a source gives for a college."""

    title: Name
    code: Annotated[str, Field(pattern=r"^\d{8}$")] | None = None
    source: Source


class College(Thing):
    """A college: that it exists under this name, and what the sources say of it."""

    region: Annotated[Slug, to("regions")]
    place: Annotated[Slug, to("places")]
    source: Source
    specialties: tuple[Specialty, ...] = ()
    facts: tuple[Fact, ...] = ()
    caution: Saying | None = None
    unknown: tuple[Annotated[Slug, to("unknowns")], ...] = ()


class Programme(Thing):
    """A programme, a mechanism or a championship, and how one joins."""

    kind: Literal["training", "support", "championship", "school", "abroad", "event", "partnership"]
    region: Annotated[Slug, to("regions")] | None = None
    summary: Saying
    summary_source: Source
    who: tuple[Fact, ...] = ()
    how: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    caution: Saying | None = None
    unknown: tuple[Annotated[Slug, to("unknowns")], ...] = ()


class Voice(Thing):
    """What somebody of the articles says of the work, retold; role and company only."""

    role: Short
    employer: Annotated[Slug, to("employers")] | None = None
    says: Passage
    source: Source
    professions: tuple[Annotated[Slug, to("professions")], ...] = ()


class Answer(Thing):
    """A question people ask, and what the sources say to it.

    Where it `changes` each year the text prints no date and no sum: `check` says where to look.
    """

    on_a_button: ClassVar[bool] = False

    asked: Names
    audience: Annotated[tuple[Literal["pupil", "parent"], ...], Field(min_length=1)]
    says: Passage
    facts: tuple[Fact, ...] = ()
    changes: bool
    check: tuple[Short, ...] = ()
    confidence: Confidence
    asks: tuple[Asks, ...] = ()
    terms: tuple[Annotated[Slug, to("terms")], ...] = ()
    programmes: tuple[Annotated[Slug, to("programmes")], ...] = ()

    @model_validator(mode="after")
    def _asked_in_many_ways(self) -> Self:
        for language in LANGUAGES:
            if len(getattr(self.asked, language)) < 4:
                raise ValueError(f"asked.{language}: give at least 4 ways people ask it")
        return self

    @model_validator(mode="after")
    def _sends_to_check(self) -> Self:
        if self.changes and not self.check:
            raise ValueError("changes: what changes each year needs `check`: say where to look")
        return self


class Step(Thing):
    """A step on the way into a trade: for whom it is meant, what to ask, where to read more."""

    says: Saying
    ways: tuple[Literal["state", "targeted", "dual", "paid"], ...] = ()
    after: tuple[Grade, ...] = ()
    answers: tuple[Annotated[Slug, to("answers")], ...] = ()
    ask: tuple[Annotated[Slug, to("unknowns")], ...] = ()


# --- the instruments of the interest test ----------------------------------------------------


Activity = Annotated[Text, AfterValidator(at_most(140))]
Answered = Annotated[float, Field(ge=1, le=5)]
Spread = Annotated[float, Field(gt=0, le=4)]
Share = Annotated[float, Field(ge=0, le=1)]
Alike = Annotated[float, Field(ge=-1, le=1)]


class Item(Thing):
    """Something one can do, to be answered from "not at all" to "a lot", and its RIASEC letter."""

    on_a_button: ClassVar[bool] = False

    name: Activity
    letter: Literal["R", "I", "A", "S", "E", "C"]


class Card(Thing):
    """A trait of trades as a choice between cards; its slug is the trait's."""

    on_a_button: ClassVar[bool] = False

    slug: Annotated[Slug, to("features")]
    name: Short
    plain: Saying | None = None


class Side(Part):
    """One of the two things to choose from, and the Klimov object it is about."""

    object: Klimov
    says: Name


class Pair(Thing):
    """Two things to do, of which a pupil of grades 5-7 chooses one."""

    on_a_button: ClassVar[bool] = False

    one: Side
    other: Side


class Value(Thing):
    """What may matter about work, and the question to ask if it does; never used to rank."""

    plain: Saying
    ask: Sentence


class Six(Part):
    """A number a letter."""

    R: Answered
    I: Answered  # noqa: E741 - the letter is the name
    A: Answered
    S: Answered
    E: Answered
    C: Answered

    @property
    def in_order(self) -> tuple[float, ...]:
        """The six in the order RIASEC."""
        return (self.R, self.I, self.A, self.S, self.E, self.C)


class Deviations(Six):
    """How far people differ, a number a letter."""

    R: Spread
    I: Spread  # noqa: E741 - the letter is the name
    A: Spread
    S: Spread
    E: Spread
    C: Spread


class Correlations(Part):
    """How far every two letters go together, -1 to 1."""

    RI: Alike
    RA: Alike
    RS: Alike
    RE: Alike
    RC: Alike
    IA: Alike
    IS: Alike
    IE: Alike
    IC: Alike
    AS: Alike
    AE: Alike
    AC: Alike
    SE: Alike
    SC: Alike
    EC: Alike


class ReferenceSample(Thing):
    """People whose answers ours are compared with: who they were, and their numbers on 1 to 5."""

    on_a_button: ClassVar[bool] = False

    says: Passage
    people: Annotated[int, Field(ge=2)]
    means: Six
    deviations: Deviations
    correlations: Correlations
    source: Source
    when: When


class Weighing(Thing):
    """How much interests and best-worst choices count in matching; together one."""

    on_a_button: ClassVar[bool] = False

    says: Passage
    interests: Share
    wishes: Share
    source: Source
    when: When

    @model_validator(mode="after")
    def _one_together(self) -> Self:
        if not isclose(self.interests + self.wishes, 1):
            raise ValueError("wishes: `interests` and `wishes` add up to 1: mend one of them")
        return self


KINDS: dict[str, type[Thing]] = {
    "articles": Article,
    "references": Reference,
    "regions": Region,
    "directions": Term,
    "subjects": Term,
    "conditions": Condition,
    "features": Trait,
    "roles": Term,
    "indicators": Indicator,
    "hints": Hint,
    "concepts": Concept,
    "talk": Talk,
    "unknowns": Unknown,
    "ready": Ready,
    "figures": Figure,
    "professions": Profession,
    "employers": Employer,
    "colleges": College,
    "programmes": Programme,
    "terms": Term,
    "answers": Answer,
    "voices": Voice,
    "steps": Step,
    "missions": Mission,
    "games": Game,
    "imagination": Sign,
    "alarms": Alarm,
    "interests/items": Item,
    "interests/cards": Card,
    "interests/pairs": Pair,
    "interests/values": Value,
    "interests/reference": ReferenceSample,
    "interests/weights": Weighing,
}
