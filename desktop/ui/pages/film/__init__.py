"""The Film page and what it shows."""
