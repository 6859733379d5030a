"""Answers: what families ask most, and what the sources say to it."""
