"""Missions: a shift at a workplace, what one imagines after it, and games to play at home."""
