"""Telling updates to the webhook, as Telegram's own server does.

One update of a queue is under way at a time, and the next waits until it succeeded. Queues run
beside each other, up to max_connections. At most twice as many updates are looked at, so chats
that are stuck can starve the others.
"""

import asyncio
import itertools
import json
import random
import time
from collections import deque
from collections.abc import Hashable

import aiohttp

from bot.playground.api.door import perform_reply
from bot.playground.refusals import Refused
from bot.playground.updates import Update
from bot.playground.world import World

HOUR = 3600.0
LONGEST_WAIT = (60.0, 120.0)
GONE_AFTER = 23 * HOUR


class Line:
    """The updates of one queue that are looked at, and when the first may be tried again."""

    def __init__(self) -> None:
        self.updates: deque[Update] = deque()
        self.busy = False
        self.due = 0.0
        self.wait = 0.0

    def ready(self, now: float) -> bool:
        """Whether the first update may go now."""
        return bool(self.updates) and not self.busy and self.due <= now


class Delivery:
    """Takes updates to the webhook for as long as the server runs."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._lines: dict[Hashable, Line] = {}
        self._under_way: set[asyncio.Task[None]] = set()
        self._wake = world.updates.stirred
        self._client: aiohttp.ClientSession

    async def run(self) -> None:
        """Deliver, until cancelled."""
        connector = aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(connector=connector) as self._client:
            try:
                while True:
                    await self._round()
            finally:
                await self._stop()

    async def _round(self) -> None:
        self._wake.clear()
        if self._world.webhook.url:
            self._load()
            self._start_ready()
        else:
            self._lines.clear()
        await self._rest()

    async def _rest(self) -> None:
        """Until something comes, something ends, or the next retry is due."""
        now = time.monotonic()
        waits = [line.due - now for line in self._lines.values() if line.updates and not line.busy]
        soonest = min((wait for wait in waits if wait > 0), default=HOUR)
        try:
            async with asyncio.timeout(soonest):
                await self._wake.wait()
        except TimeoutError:
            pass

    def _load(self) -> None:
        self._world.updates.forget_expired()
        waiting = self._world.updates.waiting
        for line in self._lines.values():
            line.updates = deque(each for each in line.updates if each.id in waiting)
        looked_at = {each.id for line in self._lines.values() for each in line.updates}
        room = 2 * self._world.webhook.max_connections - len(looked_at)
        fresh = (each for each in waiting.values() if each.id not in looked_at)
        for update in self._mixed(list(itertools.islice(fresh, max(room, 0)))):
            self._lines.setdefault(self._queue(update), Line()).updates.append(update)

    def _mixed(self, fresh: list[Update]) -> list[Update]:
        span = self._world.knobs.shuffle
        if span <= 1:
            return fresh
        chunks = [fresh[at : at + span] for at in range(0, len(fresh), span)]
        return [update for chunk in chunks for update in random.sample(chunk, len(chunk))]

    def _queue(self, update: Update) -> Hashable:
        return update.id if self._world.knobs.shuffle > 1 else update.queue

    def _start_ready(self) -> None:
        self._lines = {key: line for key, line in self._lines.items() if line.updates or line.busy}
        for line in self._lines.values():
            if len(self._under_way) >= self._world.webhook.max_connections:
                return
            if line.ready(time.monotonic()):
                self._start(line)

    def _start(self, line: Line) -> None:
        line.busy = True
        task = asyncio.create_task(self._deliver(line, line.updates[0]))
        self._under_way.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._wake.set()

    async def _deliver(self, line: Line, update: Update) -> None:
        try:
            accepted, wait = await self._tell(update)
        except (aiohttp.ClientError, TimeoutError, OSError) as problem:
            self._went_wrong(f"Connection error: {problem or type(problem).__name__}")
            accepted, wait = False, None
        if accepted:
            self._succeeded(line, update)
        else:
            self._put_off(line, wait)
        line.busy = False

    async def _tell(self, update: Update) -> tuple[bool, float | None]:
        await asyncio.sleep(self._world.knobs.latency_ms / 2000)
        copies = [self._post(update) for _ in range(max(1, self._world.knobs.duplicates))]
        answers = await asyncio.gather(*copies)
        return answers[0]

    async def _post(self, update: Update) -> tuple[bool, float | None]:
        webhook = self._world.webhook
        headers = {"Content-Type": "application/json"}
        if webhook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret
        timeout = aiohttp.ClientTimeout(total=self._world.knobs.webhook_timeout)
        body = json.dumps(update.told()).encode()
        async with self._client.post(
            webhook.url, data=body, headers=headers, timeout=timeout, allow_redirects=False
        ) as response:
            return await self._judge(response)

    async def _judge(self, response: aiohttp.ClientResponse) -> tuple[bool, float | None]:
        if 200 <= response.status < 300:
            self._world.webhook.gone_since = None
            await self._obey(await response.read())
            return True, None
        self._went_wrong(f"Wrong response from the webhook: {response.status} {response.reason}")
        if response.status == 410:
            self._gone()
        asked = response.headers.get("Retry-After", "")
        return False, min(float(asked), HOUR) if asked.isdigit() else None

    async def _obey(self, body: bytes) -> None:
        """Do the call the webhook answered with, if it answered with one."""
        try:
            reply = json.loads(body) if body else None
        except ValueError:
            return
        if isinstance(reply, dict) and reply.get("method"):
            await asyncio.sleep(self._world.knobs.latency_ms / 2000)
            try:
                await perform_reply(self._world, reply)
            except Refused:
                return

    def _succeeded(self, line: Line, update: Update) -> None:
        line.due = line.wait = 0.0
        if line.updates and line.updates[0] is update:
            line.updates.popleft()
        self._world.updates.done(update.id)
        self._world.live.tell("heard", update_id=update.id)

    def _put_off(self, line: Line, asked: float | None) -> None:
        """The first retry is at once, then the waits double up to one or two minutes."""
        wait = line.wait if asked is None else asked
        line.due = time.monotonic() + wait * self._world.knobs.time_scale
        line.wait = min(line.wait * 2 or 2.0, random.uniform(*LONGEST_WAIT))

    def _went_wrong(self, error: str) -> None:
        self._world.webhook.went_wrong(error, self._world.clock())

    def _gone(self) -> None:
        """A webhook that says for 23 hours that it is gone is removed."""
        webhook, now = self._world.webhook, time.monotonic()
        webhook.gone_since = webhook.gone_since or now
        if now - webhook.gone_since >= GONE_AFTER * self._world.knobs.time_scale:
            webhook.drop()

    async def _stop(self) -> None:
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
