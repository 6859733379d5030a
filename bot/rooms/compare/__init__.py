"""Comparing: two to four professions or colleges side by side, and what cannot be compared."""
