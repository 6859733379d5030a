"""The method on trial, as a table: `python -m tests.method`, or with a smaller size, `… 0.1`."""

import sys
from time import perf_counter

from bot.guidance.sitting import instrument
from content.atlas import Catalogue
from content.reader import read
from tests.method import accuracy, bands, cards, carelessness, climbing, equity, imagined, speed

TRIALS = {
    "Stage 1: twenty items against thirty": accuracy.rows,
    "Stage 2: the trade somebody is meant for": cards.rows,
    "Bands": bands.rows,
    "When the answers tell too little": carelessness.rows,
    "Equity": equity.rows,
    "How a day is imagined: words against a person's reading": imagined.rows,
    "The staircase of the ability tasks, in logits": climbing.rows,
    "Speed, work of one thread": speed.rows,
}


def main(size: float) -> int:
    """Print all rows; how many bars do not hold."""
    known, begun, failed = instrument(Catalogue(read())), perf_counter(), 0
    for title, trial in TRIALS.items():
        print(f"\n{title}")
        for row in trial(known, size):
            print(f"  {row}", flush=True)
            failed += not row.passed
    print(f"\n{failed} of the bars do not hold; {perf_counter() - begun:.0f} s")
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)))
