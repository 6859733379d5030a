"""Colleges: where they are, what the sources say, what to ask."""
