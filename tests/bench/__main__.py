"""Measure ours against the stock bots, side by side, and hold the bars of the README.

python -m tests.bench                  all of it, at most ten minutes on a quiet machine
python -m tests.bench --quick          a short look; its figures jump
python -m tests.bench speed waiting    only these acts
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.acts import ACTS, Size
from tests.bench.bars import Bar
from tests.bench.ground import lay
from tests.bench.stage import OTHER_CORE

WHOLE = Size(rounds=3, share=1.0, many=1_000_000)
QUICK = Size(rounds=1, share=0.25, many=100_000)


def main() -> None:
    """Play the acts, print the bars, and fail where one does not hold."""
    asked = _asked()
    began = time.monotonic()
    os.sched_setaffinity(0, {OTHER_CORE})
    size = QUICK if asked.quick else WHOLE
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ground = lay(Path(folder), size.known, size.many)
        bars = [bar for act in asked.acts or ACTS for bar in ACTS[act](ground, size)]
    _tell(bars, time.monotonic() - began)
    sys.exit(not all(bar.holds for bar in bars))


def _tell(bars: list[Bar], seconds: float) -> None:
    print(
        f"\nThe bars (load of the machine now: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores)"
    )
    for bar in bars:
        print(bar)
    print(f"{seconds:.0f} seconds")


def _asked() -> argparse.Namespace:
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser("tests.bench", None, __doc__, formatter_class=shape)
    parser.add_argument("acts", nargs="*", choices=[*ACTS, []])
    parser.add_argument("--quick", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
