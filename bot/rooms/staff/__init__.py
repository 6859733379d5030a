"""Staff: invitations, those who accepted them, and the trail of what they did."""
