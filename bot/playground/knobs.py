"""The knobs: what may be turned while the playground runs."""

from dataclasses import asdict, dataclass, fields

from bot.playground.refusals import bad
from bot.playground.shapes import Json


@dataclass
class Knobs:
    """How this Telegram behaves; times are seconds unless the name says otherwise."""

    limits: bool = True
    """Whether too many messages are refused with 429."""
    per_second: int = 30
    """Messages to all chats together, in any one second."""
    chat_per_second: float = 1.0
    """Messages to one chat, once the burst is used up."""
    chat_burst: int = 5
    """Messages one chat takes at once."""
    group_per_minute: int = 20
    """Messages to one group, in any one minute."""
    latency_ms: float = 0.0
    """How far away Telegram is: added to every call, and to every delivery to a webhook."""
    time_scale: float = 1.0
    """The waits between webhook retries, times this; 0.01 makes tests quick."""
    lifetime_scale: float = 1.0
    """How long an update stays deliverable, times this."""
    answer_within: float = 150.0
    """How long a tap may be answered."""
    webhook_timeout: float = 60.0
    """How long a webhook may think."""
    duplicates: int = 1
    """How many times each update is told to the webhook, at the same moment."""
    shuffle: int = 1
    """Updates are told to the webhook out of order, mixed within this many."""
    welcome_strangers: bool = False
    """Whether a message to an unknown person makes that person, as if they had written first."""
    privacy: bool = True
    """Whether the bot hears in groups only what is meant for it."""
    keep: int = 200_000
    """How many messages and calls are remembered for the transcript and the call log."""

    def turn(self, **changes: object) -> None:
        """Set some knobs; a name that is none of them is refused."""
        for name, value in changes.items():
            setattr(self, self._known(name), self._fitting(name, value))

    def shown(self) -> Json:
        """All knobs and where they stand."""
        return asdict(self)

    def _known(self, name: str) -> str:
        if name not in {field.name for field in fields(self)}:
            raise bad(f'there is no knob "{name}"')
        return name

    def _fitting(self, name: str, value: object) -> object:
        kind = type(getattr(self, name))
        if isinstance(value, bool) != (kind is bool) or not isinstance(value, (int, float)):
            raise bad(f'knob "{name}" wants a {kind.__name__}')
        return kind(value)
