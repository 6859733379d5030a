"""What people ask about the things they keep."""

from typing import Literal

from bot.ui import Intent

Kept = Literal["professions", "colleges", "employers", "programmes"]


class OpenSaved(Intent, code="shelf"):
    """What did I keep?"""

    page: int = 1


class OpenNotes(Intent, code="notes"):
    """On which of the things I kept shall I write?"""

    page: int = 1


class OpenNote(Intent, code="note"):
    """What did I write on this, and let me write anew."""

    kind: Kept
    slug: str


class WriteNote(Intent, code="noted", act=True):
    """These words are my note on this."""

    kind: Kept
    slug: str


class DropNote(Intent, code="unnote", act=True):
    """Take my note off this."""

    kind: Kept
    slug: str
