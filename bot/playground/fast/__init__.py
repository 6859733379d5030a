"""Fast mode: a Bot API of canned replies that drives a bot as hard as it can, and measures it.

It remembers nothing of chats. `python -m bot.playground.fast --help` tells how to use it.
"""
