"""Drive a bot with made-up people, and print what was measured as one line of JSON.

    python -m bot.playground.fast --port 8081 --polling --updates 5000
    python -m bot.playground.fast --port 8081 --webhook http://127.0.0.1:8000/hook --rate 120
    python -m bot.playground.fast --port 8081 --per-second 30 --seconds 30     (only listen)

Without --rate the bot is driven all out, with --in-flight updates open. Without --polling and
--webhook calls are only counted, until --seconds are over or SIGTERM comes. GET /figures on the
same port tells the figures at any time; GET /watch?123 has them tell the CPU time of process 123.
"""

import argparse
import asyncio
import contextlib
import json
import signal
import sys
import time

import uvloop

from bot.playground.fast.counting import Counts
from bot.playground.fast.crowd import Crowd
from bot.playground.fast.driving import Pace, Poller
from bot.playground.fast.ear import Desk, Ear
from bot.playground.fast.pushing import Pusher
from bot.playground.serving import bound

STUCK, LINGER = 3.0, 0.1


def main(words: list[str] | None = None) -> None:
    """Run as the arguments say, then print the figures."""
    arguments = _arguments(words)
    counts = Counts(warm_up=arguments.warm_up)
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(_run(arguments, counts))
    figures = counts.figures()
    if arguments.arrivals:
        figures["arrivals"] = counts.arrivals
    sys.stdout.write(json.dumps(figures) + "\n")


async def _run(arguments: argparse.Namespace, counts: Counts) -> None:
    desk = Desk(counts, per_second=arguments.per_second, distance=arguments.distance_ms / 1000)
    loop = asyncio.get_running_loop()
    over = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, over.set)
    server = await loop.create_server(lambda: Ear(desk), sock=bound(arguments.host, arguments.port))
    driving = asyncio.create_task(_drive(arguments, counts, desk))
    driving.add_done_callback(lambda _: over.set())
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(arguments.seconds or None):
            await over.wait()
    driving.cancel()
    await asyncio.gather(driving, return_exceptions=True)
    server.close()


async def _drive(arguments: argparse.Namespace, counts: Counts, desk: Desk) -> None:
    script = arguments.script or ["say:/start"]
    who = (arguments.people, arguments.stride, arguments.first, arguments.spread)
    crowd = Crowd(script, *who)
    total = arguments.updates + arguments.warm_up if arguments.updates else 10**12
    pace = Pace(counts, total, arguments.rate, arguments.in_flight)
    if arguments.polling:
        desk.poll = Poller(crowd, pace, desk.distance)
    elif arguments.webhook:
        await _push(arguments, crowd, pace, desk)
    else:
        await asyncio.Event().wait()
    await _finish(pace)
    await asyncio.sleep(LINGER)


async def _push(arguments: argparse.Namespace, crowd: Crowd, pace: Pace, desk: Desk) -> None:
    url, secret = arguments.webhook, arguments.secret
    if url == "auto":
        url, secret = await _told_webhook(desk)
    lines = max(arguments.in_flight, arguments.connections)
    pusher = Pusher(crowd, pace, url, secret, lines)
    await pusher.open()
    await pusher.run()


async def _told_webhook(desk: Desk) -> tuple[str, str]:
    """Where the bot asks to be told, once it asks."""
    asked: asyncio.Future[tuple[str, str]] = asyncio.get_running_loop().create_future()
    desk.webhook = lambda url, secret: None if asked.done() else asked.set_result((url, secret))
    return await asked


async def _finish(pace: Pace) -> None:
    """Wait until all is told and replied to, or nothing has moved for a while."""
    seen, moved = -1, time.monotonic()
    while not (pace.over and pace.counts.open == 0):
        if pace.counts.replied != seen:
            seen, moved = pace.counts.replied, time.monotonic()
        if pace.over and time.monotonic() - moved > STUCK:
            return
        await asyncio.sleep(0.01)


def _arguments(words: list[str] | None) -> argparse.Namespace:
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("bot.playground.fast", None, __doc__, formatter_class=shape)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--polling", action="store_true", help="hand updates to getUpdates")
    parser.add_argument("--webhook", default="", help="push updates there; auto: where it asks")
    parser.add_argument("--secret", default="", help="the webhook's secret token")
    parser.add_argument("--updates", type=int, default=0, help="how many, after the warm-up")
    parser.add_argument("--seconds", type=float, default=0.0, help="end after so long")
    parser.add_argument("--rate", type=float, default=0.0, help="updates a second; 0: all out")
    parser.add_argument("--in-flight", type=int, default=64, help="updates open at once, all out")
    parser.add_argument("--connections", type=int, default=0, help="lines to the webhook, at least")
    parser.add_argument("--warm-up", type=int, default=0, help="updates that are not measured")
    parser.add_argument("--people", type=int, default=1000, help="how many write in turn")
    parser.add_argument("--stride", type=int, default=1, help="how far the next of them is")
    parser.add_argument("--spread", action="store_true", help="each begins at another step")
    parser.add_argument("--first", type=int, default=1, help="the number of the first update")
    parser.add_argument("--script", nargs="+", help='steps, like "say:/start" "tap:home"')
    parser.add_argument("--distance-ms", type=float, default=0.0, help="answers come so much later")
    parser.add_argument("--per-second", type=int, default=0, help="refuse more with 429")
    parser.add_argument("--arrivals", action="store_true", help="also print arrivals by chat")
    return parser.parse_args(words)


if __name__ == "__main__":
    main()
