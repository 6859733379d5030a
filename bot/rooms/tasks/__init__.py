"""Ability tasks: try a family, see the way to each answer, and what is solved already."""
