"""Answers on trial: what people ask, what must answer it, and what must be refused."""
