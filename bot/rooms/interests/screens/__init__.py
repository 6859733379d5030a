"""The interest test, as people see it. No percentages, no ranks, no \"not for you\"."""
