"""Announcements: written by counselors, seen before they are sent, followed while they live."""
