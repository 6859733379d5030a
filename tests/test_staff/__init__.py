"""Staff and classes: who may what, on both databases."""
