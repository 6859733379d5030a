"""What Telegram says when it refuses: the exact words bots look for."""

from typing import Any


class Refused(Exception):
    """A call that Telegram answers with ok: false."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def told(self) -> dict[str, Any]:
        """The refusal as the bot reads it."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code}
        body["description"] = self.description
        return body | ({"parameters": self.parameters} if self.parameters else {})


def bad(text: str, **parameters: Any) -> Refused:
    """The bot asked for something wrong."""
    return Refused(400, f"Bad Request: {text}", **parameters)


def forbidden(text: str) -> Refused:
    """The person, or their account, is closed to the bot."""
    return Refused(403, f"Forbidden: {text}")


def conflict(text: str) -> Refused:
    """Two ways of hearing updates at once."""
    return Refused(409, f"Conflict: {text}")


def too_many(seconds: int) -> Refused:
    """The bot is in a hurry."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def migrated(to: int) -> Refused:
    """The group lives on under another number."""
    return bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=to)


NOT_FOUND = "Not Found"
UNAUTHORIZED = "Unauthorized"
CHAT_NOT_FOUND = "chat not found"
BLOCKED = "bot was blocked by the user"
DEACTIVATED = "user is deactivated"
NEVER_STARTED = "bot can't initiate conversation with a user"
KICKED = "bot was kicked from the group chat"
TEXT_EMPTY = "message text is empty"
TEXT_TOO_LONG = "message is too long"
EDIT_TOO_LONG = "MESSAGE_TOO_LONG"
CAPTION_TOO_LONG = "message caption is too long"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
EDIT_NOT_FOUND = "message to edit not found"
CANT_EDIT = "message can't be edited"
DELETE_NOT_FOUND = "message to delete not found"
CANT_DELETE = "message can't be deleted for everyone"
COPY_NOT_FOUND = "message to copy not found"
REPLY_NOT_FOUND = "message to be replied not found"
REACT_NOT_FOUND = "message to react not found"
BUTTON_DATA = "BUTTON_DATA_INVALID"
MARKUP_TOO_LONG = "reply markup is too long"
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ANSWER_TOO_LONG = "MESSAGE_TOO_LONG"
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active;"
    " use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
