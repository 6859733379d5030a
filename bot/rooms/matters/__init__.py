"""Matters: questions nobody could answer, and what counselors contribute to answer them."""
