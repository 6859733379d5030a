"""The method on trial: simulated pupils answer, the real guidance guesses, a table tells."""
