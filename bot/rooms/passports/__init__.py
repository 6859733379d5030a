"""Passports: where a statement comes from. And the articles themselves."""
