"""Expected failures, each with the one sentence that tells the user what is wrong and what to do.

An expected failure is a subclass with an English `sentence`; its named fields are filled from keyword
arguments. The window translates the sentence before it fills it; the command line prints it as it is and
leaves with exit code 2. Anything else that is raised is a bug (exit code 70).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class LikenessError(Exception):
    """An expected failure. `sentence` is the template, `fields` fill it, `details` are for copying."""

    sentence = "Something could not be done; the log has the details."

    def __init__(self, *, details: str = "", **fields: object) -> None:
        self.fields = fields
        self.details = details
        super().__init__(self.sentence.format(**fields))

    @property
    def phrase(self) -> Phrase:
        """The sentence as words that a window can translate."""
        return Phrase(self.sentence, **self.fields)


class Phrase(str):
    """English words of the core that a window translates: `template` is looked up, then filled with `fields`.

    As a string it is the English words. Notes are such, and what a field of a failure says in words.
    """

    template: str
    fields: Mapping[str, object]

    def __new__(cls, template: str, **fields: object) -> Phrase:
        """Fill the template."""
        made = super().__new__(cls, template.format(**fields))
        made.template, made.fields = template, fields
        return made


class Names(str):
    """Names in a row, as a field of a failure: each language puts its own mark between them."""

    each: tuple[object, ...]

    def __new__(cls, names: Iterable[object]) -> Names:
        """Put the names in a row."""
        each = tuple(names)
        made = super().__new__(cls, ", ".join(str(name) for name in each))
        made.each = each
        return made


class UnreadablePicture(LikenessError):
    """A file that is no picture, is cut off, or cannot be opened."""

    sentence = (
        "“{picture}” can't be read as a picture; choose a JPEG, PNG, WebP, BMP or TIFF file that opens."
    )


class PictureTooLarge(LikenessError):
    """A picture with more pixels than are decoded safely."""

    sentence = (
        "“{picture}” is too large ({width} x {height} pixels); make it smaller than {limit} megapixels."
    )


class SeveralPictures(LikenessError):
    """A file that moves or has pages; said, not refused."""

    sentence = "“{picture}” holds several pictures; the first one is used."


class NoFace(LikenessError):
    """A picture in which no face was found."""

    sentence = "No face was found in “{picture}”; choose a picture with a face at least {size} pixels wide."


class SeveralFaces(LikenessError):
    """A picture with more than one face where exactly one is wanted."""

    sentence = "“{picture}” shows {count} faces; crop it to one person or take the largest face."


class NotWritable(LikenessError):
    """A folder or file that can't be written."""

    sentence = "“{path}” can't be written; choose another folder or change its permissions."


class DiskFull(LikenessError):
    """No space left where a file was being written."""

    sentence = "The disk that holds “{path}” is full; free some space and try again. Nothing was lost."


class ProgramDamaged(LikenessError):
    """A file that ships with the program and is not there, or not whole."""

    sentence = (
        "A part of Likeness is missing or damaged (“{part}”); install Likeness again. Nothing was changed."
    )


class FileMissing(LikenessError):
    """A path that does not exist."""

    sentence = "“{path}” does not exist; check the path and try again."
