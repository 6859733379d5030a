"""About me: what somebody tells of themselves, or takes back."""
