"""Cards: which page of a thing's card tells what is asked of it."""

from collections.abc import Mapping

from bot.guidance.answers.asked import Asked
from bot.guidance.answers.sources import COUNTS
from content.atlas import Catalogue
from content.catalogue import Employer, Programme

TRADE: Mapping[str, str] = {
    "day": "day",
    "tools": "work",
    "hard": "hard",
    "subjects": "school",
    "robots": "robots",
}
PROGRAMME: Mapping[str, str] = {"took-part": "who", "join": "how", "apply": "how"}
ROLES: Mapping[str, str] = {
    "mentors": "mentor",
    "targeted": "targeted-training",
    "practice": "practice",
    "dual": "dual-training",
}


class Cards:
    """Knows what stands on cards."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._known = catalogue

    def page(self, asked: Asked) -> str:
        """The path of the card's page, `professions/welder/day`, or nothing."""
        if asked.thing is None or asked.years or asked.strange:
            return ""
        of = {
            "professions": self._trade,
            "programmes": self._programme,
            "employers": self._employer,
            "terms": self._term,
        }
        page = of[asked.thing.kind](asked, asked.thing.slug) if asked.thing.kind in of else None
        return f"{asked.thing.kind}/{asked.thing.slug}{page}" if page is not None else ""

    def _trade(self, asked: Asked, slug: str) -> str | None:
        told = asked.told - {"employed"}
        if told == {"robots"} and not asked.marked:
            return None  # a trade that works with robots
        pages = {TRADE.get(concept, "") for concept in told}
        return f"/{pages.pop()}" if len(pages) == 1 and "" not in pages else None

    def _programme(self, asked: Asked, slug: str) -> str | None:
        """What it is, who may take part, and how; unless that is what no source says."""
        programme = self._known.one("programmes", slug, Programme)
        told = {one for one in asked.told if one in PROGRAMME}
        rest = (asked.told - told - NAMING) | (asked.concepts & COUNTS)
        if rest or not asked.marked or ("join" in told and "how-to-join" in programme.unknown):
            return None
        if "took-part" in told or "who" in asked.concepts:
            return "/who" if programme.who else None
        return ("/how" if programme.how else None) if told else _explained(asked)

    def _employer(self, asked: Asked, slug: str) -> str | None:
        employer = self._known.one("employers", slug, Employer)
        roles = {ROLES.get(concept, "") for concept in asked.told - {"enterprises", "students"}}
        if asked.told == {"day"} and "activity" not in employer.unknown:
            return ""
        return "" if roles and roles <= {one.role for one in employer.roles} else None

    def _term(self, asked: Asked, slug: str) -> str | None:
        return "" if "what-is" in asked.concepts and asked.told <= NAMING else None


_NAMING = "dual practice targeted worldskills euroskills mentors enterprises germany agreements"
NAMING = frozenset([*_NAMING.split(), "state-order"])  # whose words are of programmes' names


def _explained(asked: Asked) -> str | None:
    return "" if "what-is" in asked.concepts else None
