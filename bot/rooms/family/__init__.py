"""Parent and child, and the counselor: who is linked, and what of a result goes to whom."""
