"""Bots to measure ours against, written as their libraries' own guides would have them."""
