"""Figures: what was counted, of whom, where and when."""
