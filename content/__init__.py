"""Words and facts: what the bot knows, in three languages, each fact with its source."""
