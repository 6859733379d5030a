"""Memory: one module a subject, its tables, then the questions we ask of them."""
