"""Voices: what people of the articles say of their work, retold."""
