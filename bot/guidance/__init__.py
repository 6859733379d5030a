"""The art itself: pure rules, which look at nothing but their arguments."""
