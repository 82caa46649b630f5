"""Expected failures of exploring, each with its sentence."""

from __future__ import annotations

from desktop.errors import LikenessError


class UnknownNetwork(LikenessError):
    """A network that can't be explored."""

    sentence = "There is no network “{name}” to explore; choose one of {known}."


class UnknownLayer(LikenessError):
    """A layer that the network has not."""

    sentence = "There is no layer “{name}” in {network}; choose one of {known}."


class UnknownUnit(LikenessError):
    """A unit that the layer has not."""

    sentence = "Layer {layer} has no unit {unit}; its units are 0 to {last}."


class NothingToExplore(LikenessError):
    """No picture at all."""

    sentence = "There is no picture in “{place}”; choose a folder with pictures."


class NothingUsable(LikenessError):
    """Pictures, but none that could be read."""

    sentence = "None of the {count} pictures can be used; the first: {reason}"


class PictureTooSmall(LikenessError):
    """A picture of which nothing reaches the layer."""

    sentence = (
        "“{picture}” ({width} x {height} pixels) is too small for layer {layer}; choose larger pictures or "
        "an earlier layer."
    )


class RecordingTooSmall(LikenessError):
    """A recording, a clip or a volume of which nothing reaches the layer."""

    sentence = (
        "“{name}” ({size} places) is too small for layer {layer}; choose a longer recording or clip, a "
        "larger volume or an earlier layer."
    )


class OnlyPictures(LikenessError):
    """Something that is asked of a network for recordings, clips or volumes and goes with pictures alone."""

    sentence = "“{network}” does not look at pictures; choose VGG-19 or SFace for that."


class HoldsRecordings(LikenessError):
    """A folder for which there is no network yet."""

    sentence = (
        "“{place}” holds recordings, clips or volumes; let a small network learn from them, then see what it "
        "learnt."
    )


class NothingOfItsKind(LikenessError):
    """Nothing of the kind that a network looks at."""

    sentence = "There is nothing in “{place}” that “{network}” looks at; choose a folder with {kinds} files."


class NeverFires(LikenessError):
    """A unit that no picture excites, where one is to be looked at closely."""

    sentence = "Unit {unit} of {layer} does not fire on this picture; choose another patch."


class NothingEnrolled(LikenessError):
    """The enrolled were to be looked at, and there is nobody."""

    sentence = "Nobody is enrolled yet; enrol somebody, or choose a folder of pictures."


class NothingPainted(LikenessError):
    """The Studio's pictures were to be looked at, and there is none."""

    sentence = "There is no picture in the Studio yet; paint one, or choose a folder of pictures."
