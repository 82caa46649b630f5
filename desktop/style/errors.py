"""Expected failures of style transfer, each with its sentence."""

from __future__ import annotations

from desktop.errors import LikenessError


class BadRecipe(LikenessError):
    """A choice that does not exist, or a number out of its range."""

    sentence = "“{value}” does not fit “{name}”; choose from {known}."


class NoStyle(LikenessError):
    """A run without a style picture."""

    sentence = "There is no style to paint in; choose at least one style picture with a weight above zero."


class PictureTooThin(LikenessError):
    """A picture of so few pixels on one side that the network sees nothing."""

    sentence = (
        "“{picture}” is too small ({width} x {height} pixels); "
        "choose a picture at least {limit} pixels on each side."
    )


class TooLittleMemory(LikenessError):
    """A result that does not fit, not even in tiles."""

    sentence = (
        "{width} x {height} pixels need about {needed} of memory and {free} are free; choose a smaller size."
    )
