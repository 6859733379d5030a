"""Privacy: what is kept of people, what they agreed to, and how all of it is forgotten."""
