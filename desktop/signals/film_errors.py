"""What can go wrong with a film, each with its sentence."""

from __future__ import annotations

from desktop.errors import LikenessError


class NoPicturesInFilm(LikenessError):
    """A file with sound alone, or a video track without a single frame that can be read."""

    sentence = "“{video}” has no pictures that can be read; choose a file with a video track that plays."


class NoDecoder(LikenessError):
    """A video track in a coding that is not known here."""

    sentence = "“{video}” is coded in a way that can't be read here; convert it to an MP4 with H.264 first."


class NotAStack(LikenessError):
    """A picture file that holds one slice alone, where a film or stack was wanted."""

    sentence = (
        "“{path}” is neither a film nor a stack of slices; choose an MP4, a TIFF with pages or a folder."
    )


class UnequalSlices(LikenessError):
    """Slices of a stack whose sizes differ."""

    sentence = (
        "The slices of “{stack}” differ in size: “{slice}” has {width} x {height} pixels, the first has "
        "{first_width} x {first_height}; bring them to one size first."
    )


class UnknownFilmSuffix(LikenessError):
    """A file name that says nothing about a kind of film that can be written."""

    sentence = "“{path}” can't be written as {kind}; choose a name that ends in {known}."


class OverItself(LikenessError):
    """A result that would replace the film it is made of."""

    sentence = "“{path}” is the film itself; choose another name for the result."


class PaintedAlready(LikenessError):
    """Another window or command that paints the same film into the same file."""

    sentence = "“{film}” is being painted already; wait for its end, or cancel it where it was begun."


class NoFilmWriter(LikenessError):
    """A build of the video library without any coder for pictures."""

    sentence = "This computer's video library can't write films; install the “av” package from PyPI."
