"""The enrolled, at rest: encrypted under their own keys."""
