"""The rooms: what the bot can talk about, one subject a room."""
