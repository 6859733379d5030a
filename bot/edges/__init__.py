"""The outside worlds; each alone knows its protocol."""
