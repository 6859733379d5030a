"""Working professions: lists, the card and its pages."""
