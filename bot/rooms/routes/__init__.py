"""Routes: the way into a trade, step by step, as a family can follow it."""
