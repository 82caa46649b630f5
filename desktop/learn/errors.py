"""What can be wrong with the people one measures or trains on, each with its sentence."""

from __future__ import annotations

from desktop.errors import LikenessError


class NoPeople(LikenessError):
    """A folder without a picture of anybody."""

    sentence = (
        "There are no pictures of people in “{folder}”; give a folder that holds one folder of pictures for "
        "each person."
    )


class NoFaces(LikenessError):
    """Pictures, but no face that could be used in any of them."""

    sentence = (
        "No face could be used in the {count} pictures of “{folder}”; choose pictures with a face at least "
        "{size} pixels wide."
    )


class NoneReadable(LikenessError):
    """Files named as pictures, none of which is one."""

    sentence = (
        "None of the {count} files in “{folder}” can be read as a picture; give JPEG, PNG, WebP, BMP or TIFF "
        "files that open."
    )


class OnePerson(LikenessError):
    """One person only: nobody to tell apart."""

    sentence = (
        "There is only one person in “{folder}”; at least two are needed, each with two pictures or more."
    )


class OnePicture(LikenessError):
    """Nobody with a second picture: no pair of pictures shows one person."""

    sentence = (
        "Nobody in “{folder}” has two pictures that can be used; add a second one of at least two people."
    )


class SeveralPeople(LikenessError):
    """A picture of several people, of whom one was taken."""

    sentence = "“{picture}” shows {count} faces; the one nearest the middle was taken as {person}."


class SameUnderTwoNames(LikenessError):
    """One picture that is said to show different people."""

    sentence = (
        "“{picture}” and “{other}” are the same picture under two names; both were left out until one of "
        "them is removed."
    )


class SameTwice(LikenessError):
    """One picture twice under one name: it would be compared with itself."""

    sentence = "“{picture}” is the same picture as “{other}”; it was counted once."
