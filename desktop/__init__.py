"""Likeness: recognise people live from one picture, on your own machine."""

import os

__version__ = "0.1.0"

# Before torch is loaded, which reads it then: its threads sleep while they wait for one another. They would
# spin for milliseconds, and beside another busy program a picture took seven to thirty times as long.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
