"""The Calibrate page."""
