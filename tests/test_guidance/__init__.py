"""The art itself: its rules, proved."""
