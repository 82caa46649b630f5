"""Likeness: recognise people live from one picture, on your own machine."""

__version__ = "0.1.0"
