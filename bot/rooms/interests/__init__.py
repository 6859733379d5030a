"""Interests: what draws somebody, asked in a few minutes, and the trades worth a closer look."""
