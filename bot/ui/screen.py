"""Screens: a template's name, the facts it tells, the buttons out. No language, no network."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.ui.intent import Intent
from bot.ui.message import Attached
from content.kinds import Language, Text


@dataclass(frozen=True)
class Button:
    """A way out of a screen: a word of `labels.yaml` or a name of the catalogue, and an intent.

    `facts` fill the gaps of the word (`{page}`). Instead of asking something `url` opens a page,
    `inline` asks for a thing in another chat, and `copy` puts words on the clipboard.
    """

    label: str | Text
    intent: Intent | None = None
    url: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    inline: Text | None = None
    copy: str = ""


@dataclass(frozen=True)
class Screen:
    """What somebody is shown.

    `toast` is a word of `labels.yaml` shown over the chat, `notice` one put above the text;
    `awaits` is what the next typed words mean; `fresh` asks for a message of its own; `long` says
    that over 700 letters are meant; `picture` names what is drawn above the text; `attached` goes
    with it; `before` are screens shown first, each in a language of its own, and `otherwise` what
    is shown instead of all of it where one of those is refused;
    `secret` says that it tells one, and is kept sealed.
    """

    template: str
    facts: Mapping[str, object] = field(default_factory=dict)
    rows: Sequence[Sequence[Button]] = ()
    toast: str = ""
    notice: str = ""
    awaits: Intent | None = None
    fresh: bool = False
    long: bool = False
    picture: str = ""
    attached: tuple[Attached, ...] = ()
    before: Sequence[tuple[Language, "Screen"]] = ()
    otherwise: "Screen | None" = None
    secret: bool = False
