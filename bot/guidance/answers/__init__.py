"""Answers: from a typed sentence to what the sources say to it, or to an honest refusal.

Pure and offline, by rules that `content/` words: which concepts a sentence speaks of
(`content/concepts.yaml`), and which concepts each answer, figure and fact is asked by (`asks`). A
source answers only where every concept of the question is one of its own: a question that goes
beyond what is said is refused, and never answered by its nearest neighbour.
"""

from bot.guidance.answers.understanding import SEARCH, Understanding, Understood, understanding

__all__ = ["SEARCH", "Understanding", "Understood", "understanding"]
