"""A worker that kills itself at a named point of the n-th message: `tests.chaos.dying left 40`.

`claimed`: after the claim, before the call. `left`: while the call is on its way. `told`: after the
answer, before it is written down.
"""

import asyncio
import os
import signal
import sys
from itertools import count
from typing import Any

from bot.__main__ import main
from bot.courier import Courier

_messages = count(1)
AT = {"claimed": "_brought", "left": "_call", "told": "_heed"}


def arm(point: str, number: int) -> None:
    """Have the courier die at this point of this message."""
    method = getattr(Courier, AT[point])

    async def dying(self: Courier, *told: Any) -> Any:
        if next(_messages) < number:
            return await method(self, *told)
        if point == "left":
            asyncio.get_running_loop().call_later(0.01, _die)
            return await method(self, *told)
        return _die()

    setattr(Courier, AT[point], dying)


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    arm(sys.argv[1], int(sys.argv[2]))
    main(["worker"])
