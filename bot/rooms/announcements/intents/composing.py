"""What a counselor asks while writing an announcement."""

from typing import Literal

from bot.rooms.announcements.intents.getting import Topic
from bot.ui import Intent
from content.kinds import Language

Part = Literal[
    "role", "grades", "classes", "regions", "languages", "direction", "saved", "since", "answered"
]


class NewAnnouncement(Intent, code="annew", act=True):
    """Let me write one."""


class OpenWords(Intent, code="anwords"):
    """What does it say in this language, and let me write it anew."""

    number: int
    language: Language


class WriteWords(Intent, code="anwrite", act=True):
    """These words are what it says in this language."""

    number: int
    language: Language


class DropWords(Intent, code="anunsay", act=True):
    """Let it say nothing in this language."""

    number: int
    language: Language


class SpeakInstead(Intent, code="aninstead", act=True):
    """Say it in this language to those for whom there are no words of their own."""

    number: int
    language: Language


class OpenAttached(Intent, code="anfiles"):
    """What goes with it, and let me send more."""

    number: int


class Attach(Intent, code="anattach", act=True, attach=True):
    """This photo or document goes with it."""

    number: int


class Detach(Intent, code="anbare", act=True):
    """Nothing goes with it."""

    number: int


class OpenKeys(Intent, code="ankeys"):
    """Which buttons has it, and let me add one."""

    number: int


class AddKey(Intent, code="anaddkey", act=True):
    """These words are one more button."""

    number: int


class DropKey(Intent, code="anunkey", act=True):
    """It has this button no more."""

    number: int
    key: int


class OpenAsk(Intent, code="anasks"):
    """Does it ask for something, and until when?"""

    number: int


class AskFor(Intent, code="anaskfor", act=True):
    """It asks for something."""

    number: int


class AskNothing(Intent, code="annoask", act=True):
    """It asks for nothing."""

    number: int


class TypeDue(Intent, code="andue", act=True):
    """This is the day until which it asks."""

    number: int


class OpenTopic(Intent, code="antopic"):
    """What is it about?"""

    number: int


class SetTopic(Intent, code="anabout", act=True):
    """It is about this."""

    number: int
    topic: Topic


class OpenWhen(Intent, code="anwhen"):
    """When is it sent?"""

    number: int


class TypeWhen(Intent, code="anhour", act=True):
    """This is the day and the hour it is sent."""

    number: int


class SendAtOnce(Intent, code="anatonce", act=True):
    """It is sent as soon as I say so."""

    number: int


class SetPaid(Intent, code="anpaid", act=True):
    """Pay for speed (1), or do not (0)."""

    number: int
    paid: Literal[0, 1]


class OpenAudience(Intent, code="anwhom"):
    """Who gets it?"""

    number: int


class OpenPart(Intent, code="anpart"):
    """By what may I choose those who get it?"""

    number: int
    part: Part
    page: int = 1


class Include(Intent, code="anwith", act=True):
    """Only for those of whom this holds."""

    number: int
    part: Part
    value: str


class Exclude(Intent, code="anwithout", act=True):
    """This need not hold of them."""

    number: int
    part: Part
    value: str


class TypeSaved(Intent, code="ansaved", act=True):
    """Only for those who keep the profession these words name."""

    number: int


class AskDropDraft(Intent, code="anaskdrop", act=True):
    """Throw the draft away?"""

    number: int


class DropDraft(Intent, code="androp", act=True):
    """Throw the draft away."""

    number: int


class OpenSuggestions(Intent, code="ansuggest"):
    """Which shift shall I suggest to this class of mine?"""

    group: int
    page: int = 1


class SuggestShift(Intent, code="anshift", act=True):
    """Write an announcement that suggests it to the class; I send it myself."""

    group: int
    mission: str
