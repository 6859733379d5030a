"""The perception gap: on which interests a parent's guesses and a child's answers differ.

Neither an answer nor a guess is told, only the topic: what to talk about, and nothing to check.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from bot.guidance.profiles import LETTERS

FEWEST, MOST = 6, 12  # questions to guess
EACH = 2  # of an interest at most, so that they spread over all six
APART = 1.5  # steps of five by which guesses and answers of a topic lie apart, on the average


def questions(answered: Sequence[tuple[str, int]], letters: Mapping[str, str]) -> list[str]:
    """The items to guess: of each interest the first two that were really answered, in turns.

    `answered` are items with 1 to 5 (0: "I don't know what this is"); `letters` is the interest of
    each. Nothing where fewer than six were answered.
    """
    of: dict[str, list[str]] = defaultdict(list)
    for item, value in answered:
        if value and item in letters and len(of[letters[item]]) < EACH:
            of[letters[item]].append(item)
    rounds = (of[letter][at : at + 1] for at in range(EACH) for letter in LETTERS)
    found = [item for one in rounds for item in one]
    return found[:MOST] if len(found) >= FEWEST else []


def topics(compared: Iterable[tuple[str, int, int]]) -> list[str]:
    """The interests on which they differ, in the order RIASEC, of (interest, answer, guess).

    What either does not know (0) is no difference.
    """
    apart: dict[str, list[int]] = defaultdict(list)
    for letter, answer, guess in compared:
        if answer and guess:
            apart[letter].append(abs(answer - guess))
    return [one for one in LETTERS if apart[one] and fmean(apart[one]) >= APART]
