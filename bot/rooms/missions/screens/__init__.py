"""Missions, as people see them."""
