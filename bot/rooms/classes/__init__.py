"""Classes: a code that a counselor gives out, and those who join by it."""
