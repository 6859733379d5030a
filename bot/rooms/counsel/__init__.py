"""Counsel: questions as a counselor finds and answers them, and as an admin looks them through."""
