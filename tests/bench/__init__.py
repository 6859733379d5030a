"""Measurements, ratios in one run: `python -m tests.bench`, or `make bench`."""
