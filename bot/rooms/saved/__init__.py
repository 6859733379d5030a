"""What somebody keeps for later."""
