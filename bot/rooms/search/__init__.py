"""Search: any typed sentence, from any screen."""
