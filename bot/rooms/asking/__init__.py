"""Asking: a question to a counselor, who never learns whose it is; and what became of it."""
