"""The playground by itself: `python -m bot.playground --port 8081`."""

import argparse
import asyncio
import signal
import sys

from bot.playground.fast import __main__ as fast
from bot.playground.playground import Playground, serve


def main() -> None:
    """Serve until somebody presses Ctrl-C."""
    if "--fast" in sys.argv:
        fast.main([word for word in sys.argv[1:] if word != "--fast"])
    else:
        asyncio.run(_serve(_arguments()))
        sys.stdout.write("playground closed\n")


async def _serve(arguments: argparse.Namespace) -> None:
    sys.stdout.write(f"chat page and Bot API on http://{arguments.host}:{arguments.port}\n")
    sys.stdout.flush()
    playground = Playground(limits=not arguments.no_limits)
    serving = asyncio.create_task(serve(arguments.port, host=arguments.host, playground=playground))
    stopping = asyncio.create_task(_told_to_stop())
    await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
    if serving.done():
        serving.result()
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)


async def _told_to_stop() -> None:
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    await told.wait()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bot.playground", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--fast", action="store_true", help="canned replies, for load")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429")
    return parser.parse_args()


if __name__ == "__main__":
    main()
