"""The Sound page: one sound takes the texture of another."""
