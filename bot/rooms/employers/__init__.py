"""Employers of the articles: who they are, what they do for students."""
