"""How many calls for help are heard, and what is judged wrongly: `python -m tests.crisis`."""

from itertools import groupby

from tests.crisis.marked import (
    LEARNED,
    NEVER,
    SETS,
    is_heard,
    lines,
    of_the_catalogue,
    recall,
    share_heard,
    typical,
)


def main() -> None:
    """Print the table."""
    print(f"{'set':16} {'kind':10} {'writing':9} {'lines':>5} {'heard':>6}")
    for of in (*SETS, LEARNED, *NEVER):
        _tell(of)
        print(f"{of:16} {'all calls':20} {'':5} {recall(of):6.0%}")
    sentences = list(of_the_catalogue())
    share = share_heard(sentences)
    print(f"{'catalogue':16} {'everyday':10} {'all':9} {len(sentences):5} {share:7.2%}")
    print(f"median {1000 * typical('held_out'):.2f} ms")


def _tell(of: str) -> None:
    for (kind, writing), some in groupby(lines(of), key=lambda line: (line.kind, line.writing)):
        words = [line.words for line in some]
        print(f"{of:16} {kind:10} {writing:9} {len(words):5} {share_heard(words):6.0%}")
    for line in lines(of):
        if is_heard(line.words) != line.is_call:
            print(f"    wrongly judged: {line.words}")


if __name__ == "__main__":
    main()
