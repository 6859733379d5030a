"""The control API under /playground: people act, faults are ordered, everything can be read."""
