"""Faults to order: rules that say which call goes wrong, how, and before or after its effect."""

import itertools
from dataclasses import asdict, dataclass, fields

from bot.playground.refusals import Refused, bad, migrated, too_many
from bot.playground.shapes import Json

SILENT = {"timeout", "no_reply", "half_open", "reset_before", "reset_after"}
SPOILT = {"slow", "bad_json", "html", "empty", "huge", "no_result", "wrong_type"}
WORDED = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
FAULTS = {*SILENT, *SPOILT, "429", "429_bare", "migrate", "latency", *map(str, WORDED)}
AFTERWARDS = {"reset_after", "no_reply", *SPOILT}
"""Faults that spoil an answer, so the call has had its effect."""


@dataclass
class Rule:
    """One order: this fault, on these calls."""

    fault: str
    method: str = "*"
    chat: int | None = None
    nth: int = 1
    times: int | None = None
    after: bool | None = None
    retry_after: int = 1
    latency_ms: float = 0.0
    seconds: float = 3600.0
    description: str = ""
    to: int | None = None
    id: int = 0
    seen: int = 0

    def matches(self, method: str, chat: int | None) -> bool:
        """Whether the rule is about such calls."""
        return self.method.lower() in ("*", method.lower()) and self.chat in (None, chat)

    def strikes(self) -> bool:
        """Count one more matching call, and say whether it is one that goes wrong."""
        self.seen += 1
        return self.seen >= self.nth and (self.times is None or self.seen < self.nth + self.times)

    @property
    def takes_effect(self) -> bool:
        """Whether the call does what it should before things go wrong."""
        return self.fault in AFTERWARDS if self.after is None else self.after

    def refusal(self) -> Refused | None:
        """What the bot is told, if this fault is told in words."""
        match self.fault:
            case "429":
                return too_many(self.retry_after)
            case "429_bare":
                return Refused(429, "Too Many Requests")
            case "migrate":
                return migrated(self.to or 0)
        code = int(self.fault) if self.fault.isdigit() else 0
        return Refused(code, self.description or WORDED[code]) if code else None

    def shown(self) -> Json:
        """The rule as the control API tells of it."""
        return asdict(self)


class Faults:
    """The rules in force, in the order they were given."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self.rules: list[Rule] = []

    def order(self, **wish: object) -> Rule:
        """Add a rule; a single `nth` call unless `times` says more."""
        rule = _rule(wish)
        rule.id = next(self._ids)
        self.rules.append(rule)
        return rule

    def strike(self, method: str, chat: int | None) -> Rule | None:
        """The first rule that strikes this call."""
        matching = [rule for rule in self.rules if rule.matches(method, chat)]
        return next((rule for rule in matching if rule.strikes()), None)

    def drop(self, rule_id: int | None = None) -> None:
        """Take back one rule, or all."""
        self.rules = [] if rule_id is None else [r for r in self.rules if r.id != rule_id]


def _rule(wish: Json) -> Rule:
    wish = {**wish, "fault": str(wish.get("fault", ""))}
    unknown = wish.keys() - {field.name for field in fields(Rule)} - {"id", "seen"}
    if unknown or wish["fault"] not in FAULTS:
        raise bad(f"no such fault: {wish['fault']} {' '.join(sorted(unknown))}".strip())
    if "nth" in wish and "times" not in wish:
        wish["times"] = 1
    return Rule(**wish)
