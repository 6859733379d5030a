"""What is drawn or written out for a message: set up for the first of its kind, not before."""

from collections.abc import Awaitable
from functools import cache

from bot.conversation import Conversation
from bot.edges.telegram.pictures import Draw


def drawing(conversation: Conversation) -> Draw:
    """Draws pictures; the studio is set up for the first of them, and not before anybody talks.

    What is kept of somebody is no picture: it is read from the rows when it is sent.
    """

    @cache
    def studio() -> Draw:
        from bot.studio import Studio

        return Studio(conversation).draw

    def drawn(name: str) -> bytes | Awaitable[bytes]:
        what, _, person, *_ = name.split("/")
        if what == "mydata":
            from bot import papers

            return papers.document(conversation.store, int(person), conversation.keys)
        if what == "access":
            from bot import access  # brings the workbooks, as the studio does

            return access.document(conversation, name)
        return studio()(name)

    return drawn
