"""The people who talk with the bot, and the rooms they talk in."""

from dataclasses import asdict, dataclass

from bot.playground.shapes import Json, filled

KINDS = ("pupil", "parent", "counselor", "admin")


@dataclass
class Person:
    """Somebody with a telephone."""

    id: int
    name: str
    language_code: str = "kk"
    kind: str = "pupil"
    last_name: str = ""
    username: str = ""
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def user(self) -> Json:
        """The person as the Bot API tells of them."""
        return {"id": self.id, "is_bot": False, "first_name": self.name} | filled(
            last_name=self.last_name, username=self.username, language_code=self.language_code
        )

    def chat(self) -> Json:
        """The private chat with this person, as the Bot API tells of it."""
        return {"id": self.id, "type": "private", "first_name": self.name} | filled(
            last_name=self.last_name, username=self.username
        )

    def shown(self) -> Json:
        """The person as the control API and the chat page know them."""
        return asdict(self)


@dataclass
class Room:
    """A group or a channel."""

    id: int
    title: str
    type: str = "supergroup"
    username: str = ""
    kicked: bool = False
    moved_to: int | None = None

    def chat(self) -> Json:
        """The room as the Bot API tells of it."""
        return {"id": self.id, "type": self.type, "title": self.title} | filled(
            username=self.username
        )


def first_people() -> list[Person]:
    """The four who are here before anybody is invited."""
    return [
        Person(1001, "Айым", "kk", "pupil", username="aiym_oskemen"),
        Person(1002, "Марат", "ru", "parent", last_name="Сериков"),
        Person(1003, "Гүлнәр", "kk", "counselor", last_name="Ахметова"),
        Person(1004, "Ержан", "ru", "admin"),
    ]
