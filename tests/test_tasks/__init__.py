"""Ability tasks: their answers, their pictures, the staircase, and how people walk through them."""
