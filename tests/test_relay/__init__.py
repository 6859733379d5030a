"""The relay: questions to counselors, and what neither side learns of the other."""
