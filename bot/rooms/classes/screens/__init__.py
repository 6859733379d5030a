"""Classes: made, led and joined (leading); what they tried, and their league (counting)."""
