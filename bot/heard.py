"""What was heard: one update of any outside world, as the house needs to know it."""

from dataclasses import dataclass, field
from typing import Literal

from bot.ui.message import Attached

Kind = Literal["tap", "words", "place", "other", "group", "inline", "left", "back", "nothing"]


@dataclass(frozen=True)
class Heard:
    """One update.

    `kind` says what it is: a `tap` on a button (`tapped` is its data), typed `words` (commands
    too; `html` holds their bold, italic and links, if there are any), a shared `place` (`spot`:
    latitude and longitude, never kept), `other` things that hold nothing for us (`sort` says what:
    a voice, a photo, a contact, a forward; `words` is what is written below), unless a counselor
    attaches a photo or a document (`attached`), a command in a `group`, an `inline` query, somebody
    who `left` (blocked the bot) or came `back`, and `nothing` we answer. `answers` is the number of
    the message it is a reply to. Phones never come this far; of names (`own`) come those of whoever
    writes, only to be struck out of what is passed on to somebody else. Nobody keeps them.
    """

    update: int
    kind: Kind
    person: int = 0
    chat: int = 0
    app_language: str = ""
    words: str = ""
    html: str = ""
    attached: tuple[Attached, ...] = ()
    tapped: str = ""
    spot: tuple[float, float] | None = None
    sort: str = ""
    answers: int = 0
    own: tuple[str, ...] = field(default=(), repr=False, compare=False)  # shown to nobody

    @property
    def notice(self) -> str:
        """The word of `labels.yaml` that says what to do instead of sending this."""
        return f"no-{self.sort}" if self.sort else "buttons-please"
