"""What people ask about what is kept of them."""

from typing import Literal

from bot.ui import Intent

Subject = Literal[
    "you",
    "saved",
    "test",
    "tasks",
    "shifts",
    "class",
    "family",
    "news",
    "asking",
    "talk",
    "staff",
]


class OpenPrivacy(Intent, code="privacy"):
    """What do you know about me, and why?"""


class OpenSubjects(Intent, code="subjects"):
    """What all is kept?"""


class OpenSubject(Intent, code="subject"):
    """What is kept of this, why, how long, and who sees it?"""

    subject: Subject


class OpenConsents(Intent, code="consents"):
    """What did I agree to?"""

    page: int = 1


class OpenReceipt(Intent, code="receipt"):
    """To which words did I agree, and when?"""

    number: int


class TakeBackConsent(Intent, code="disagree", act=True):
    """I agree to this no more."""

    number: int


class OpenMine(Intent, code="mydata"):
    """What is kept of me?"""


class SendMine(Intent, code="sendmine", act=True):
    """Send me all of it."""


class AskForget(Intent, code="forgetme"):
    """Forget me: what would that mean?"""


class ForgetMe(Intent, code="forgetall", act=True):
    """Forget me, really."""
