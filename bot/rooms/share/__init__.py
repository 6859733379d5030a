"""Sharing: a link, a picture, a square code, a map, and what is offered in other chats."""
