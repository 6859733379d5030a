"""Walks through the bot that read like what happened."""
