"""What people ask about sources."""

from bot.ui import Intent


class OpenPassport(Intent, code="pass"):
    """Where does what you told me of this thing come from?"""

    kind: str
    slug: str
    number: int = 1


class OpenArticles(Intent, code="arts"):
    """Which articles are all this from?"""


class OpenArticle(Intent, code="art", link="a"):
    """One article."""

    article: str
