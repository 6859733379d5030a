"""The world: everything this Telegram remembers, and how a bot reaches a chat in it."""

import itertools
import re
import time
from collections.abc import Callable, Iterable

from bot.playground import refusals
from bot.playground.calls import CallLog
from bot.playground.chats import Chat, Chats
from bot.playground.faults import Faults
from bot.playground.files import Files
from bot.playground.knobs import Knobs
from bot.playground.limits import Limits
from bot.playground.live import Live
from bot.playground.people import Person, Room, first_people
from bot.playground.profile import Profile
from bot.playground.queries import Queries
from bot.playground.refusals import Refused, bad, forbidden, migrated
from bot.playground.shapes import Json
from bot.playground.updates import Updates
from bot.playground.webhook import Webhook

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


class World:
    """One Telegram with one bot in it. Nothing here waits; whoever waits lives above."""

    def __init__(
        self,
        people: Iterable[Person] | None = None,
        *,
        token: str | None = None,
        clock: Callable[[], float] = time.time,
        **knobs: object,
    ) -> None:
        self.clock = clock
        self.token = token
        self.revoked: set[str] = set()
        self.knobs = Knobs()
        self.knobs.turn(**knobs)
        self.live = Live()
        self.profile = Profile()
        self.people = {p.id: p for p in (first_people() if people is None else people)}
        self.rooms: dict[int, Room] = {}
        self.person_ids = itertools.count(2001)
        self._furnish()

    def _furnish(self) -> None:
        keep = self.knobs.keep
        self.chats = Chats(self.live, self.clock, keep)
        self.calls = CallLog(self.live, keep)
        self.updates = Updates(self.knobs)
        self.webhook = Webhook()
        self.queries = Queries(self.knobs, self.clock)
        self.files = Files()
        self.faults = Faults()
        self.limits = Limits(self.knobs)
        self.poll_turn = 0
        self.closed = False

    def admit(self, token: str) -> None:
        """Let a bot in by its token; the first one that comes names the bot."""
        if not TOKEN.fullmatch(token):
            raise Refused(404, refusals.NOT_FOUND)
        if token in self.revoked or self.token not in (None, token):
            raise Refused(401, refusals.UNAUTHORIZED)

    def person(self, person_id: int) -> Person:
        """Somebody who exists here."""
        if person_id not in self.people:
            raise bad(f"there is no person {person_id}")
        return self.people[person_id]

    def chat(self, chat_id: int | str) -> Chat:
        """The chat with this number or @name."""
        if isinstance(chat_id, str):
            return self._named(chat_id)
        if chat_id in self.rooms:
            return self.rooms[chat_id]
        if chat_id > 0 and self.knobs.welcome_strangers and chat_id not in self.people:
            self.people[chat_id] = Person(chat_id, f"Person {chat_id}", started=True)
        if chat_id not in self.people:
            raise bad(refusals.CHAT_NOT_FOUND)
        return self.people[chat_id]

    def reach(self, chat_id: int | str) -> Chat:
        """A chat the bot may write to now."""
        chat = self.chat(chat_id)
        if isinstance(chat, Person):
            self._open(chat)
        elif chat.moved_to is not None:
            raise migrated(chat.moved_to)
        elif chat.kicked:
            raise forbidden(refusals.KICKED)
        return chat

    def own_message(self, chat: Chat, message_id: int, missing: str) -> Json:
        """A message of the bot's own in this chat."""
        message = self.chats.find(chat.id, message_id)
        if message is None:
            raise bad(missing)
        if not self.is_own(message):
            raise bad(refusals.CANT_EDIT)
        return message

    def is_own(self, message: Json) -> bool:
        """Whether the bot wrote the message, or somebody through it."""
        bots = (message.get("from", {}).get("id"), message.get("via_bot", {}).get("id"))
        return self.profile.id in bots or message["chat"]["type"] == "channel"

    def reset(self) -> None:
        """Forget messages, calls, updates and faults; keep people, profile, files and webhook."""
        self.chats.clear()
        self.calls.clear()
        self.updates.clear()
        self.faults.drop()
        self.limits.clear()
        self.live.tell("reset")

    def close(self) -> None:
        """Send home everybody who waits: lookers and pollers."""
        self.closed = True
        self.live.close()
        self.updates.stir()

    def _open(self, person: Person) -> None:
        if person.deactivated:
            raise forbidden(refusals.DEACTIVATED)
        if person.blocked:
            raise forbidden(refusals.BLOCKED)
        if not person.started:
            raise forbidden(refusals.NEVER_STARTED)

    def _named(self, name: str) -> Chat:
        found = [r for r in self.rooms.values() if r.username and f"@{r.username}" == name]
        if not found:
            raise bad(refusals.CHAT_NOT_FOUND)
        return found[0]
