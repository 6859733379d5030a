"""Crisis: whether a call for help is heard, and everyday talk is not taken for one."""
