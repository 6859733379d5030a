"""Care: the card with the numbers of help."""
