"""The tests: rules, screens, conversations, and the house itself."""
