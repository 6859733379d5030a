"""Questions as the staff sees them: lists and threads, what is done with one, and reviews."""
