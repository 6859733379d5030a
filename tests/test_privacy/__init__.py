"""What is kept of people: shown to them, forgotten for them, sealed, and never longer than told."""
