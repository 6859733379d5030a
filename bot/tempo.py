"""Tempo: how fast messages leave; slower where Telegram asks for it, or cannot be reached."""

from collections import deque
from datetime import datetime
from random import Random, SystemRandom

from sqlalchemy.orm import Session

from bot.guidance.hours import PACE, PAID, awake, finished
from db import gate

MANY = 3  # chats that were asked to wait within TEN seconds: then it is meant for all of us
TEN = 10.0
RECOVERY = 0.1 / 60  # of the pace, a second, after it was halved


class Tempo:
    """The pace of one process, which all of them keep together; messages a second, 0 for no limit.

    `waits` are the shortest and the longest rest, in seconds, after a call that never left.
    """

    def __init__(
        self,
        pace: float = PACE,
        *,
        quiet: bool = True,
        waits: tuple[float, float] = (1.0, 60.0),
        chance: Random | None = None,
    ) -> None:
        self._pace, self._quiet, self._waits = pace, quiet, waits
        self._chance = chance or SystemRandom()
        self._slowed_at, self._lost = 0.0, 0
        self._asked_to_wait: deque[tuple[float, int]] = deque(maxlen=MANY)

    def awake(self, moment: datetime) -> datetime:
        """This moment, or the next at which people may be written to."""
        return awake(moment) if self._quiet else moment

    def leaves(self, session: Session, moment: datetime, *, paid: bool = False) -> float:
        """When the next message may leave, in seconds since 1970; 0 is at once."""
        if not self._pace:
            return 0.0
        speed = PAID if paid else self.speed(moment)
        at, self._slowed_at = gate.leave(session, 1 / speed, moment)
        return at

    def speed(self, moment: datetime) -> float:
        """Messages a second now: half of the pace after Telegram slowed us, then ever more."""
        since = moment.timestamp() - self._slowed_at
        return self._pace * min(1.0, 0.5 + RECOVERY * max(0.0, since))

    def ends(self, begins: datetime, people: int, *, paid: bool = False) -> datetime:
        """When the last of so many is served."""
        return finished(begins, people, PAID if paid else self._pace, quiet=self._quiet)

    def is_for_all(self, person: int, moment: datetime) -> bool:
        """Whether one more chat that must wait makes so many that all of us are meant."""
        now = moment.timestamp()
        self._asked_to_wait.append((now, person))
        return len({chat for at, chat in self._asked_to_wait if now - at < TEN}) >= MANY

    def lost(self) -> float:
        """Seconds to rest after one more call that never left: twice as long each time."""
        shortest, longest = self._waits
        self._lost = min(self._lost + 1, 16)
        return min(longest, shortest * 2.0 ** (self._lost - 1)) * self._chance.uniform(0.5, 1.0)

    def reached(self) -> None:
        """Telegram is there again."""
        self._lost = 0
