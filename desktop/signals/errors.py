"""Expected failures of sound, each with its sentence."""

from __future__ import annotations

from desktop.errors import LikenessError


class UnreadableSound(LikenessError):
    """A file that is no sound, or cannot be opened."""

    sentence = "“{sound}” can't be read as a sound; choose a WAV, FLAC, OGG or MP3 file that plays."


class SilentSound(LikenessError):
    """A sound in which nothing is heard."""

    sentence = "“{sound}” is silent; choose a sound in which something is heard."


class SoundTooShort(LikenessError):
    """A sound shorter than what is looked at together."""

    sentence = "“{sound}” is too short ({seconds} s); choose a sound at least {limit} seconds long."


class SoundTooLong(LikenessError):
    """A sound longer than what is worked on."""

    sentence = "“{sound}” is too long ({minutes} minutes); cut it to at most {limit} minutes."


class BadSoundName(LikenessError):
    """A result whose name says another format than those that are written."""

    sentence = "“{path}” does not end in .wav or .flac; choose one of the two."


class BadSoundRecipe(LikenessError):
    """A choice that does not exist, or a number out of its range."""

    sentence = "“{value}” does not fit “{name}”; choose from {known}."


class NoPlayback(LikenessError):
    """A machine on which nothing can be played."""

    sentence = (
        "No device to play sound on was found; connect one and try again, or export the sound and play it "
        "elsewhere."
    )


class UnreadableSeries(LikenessError):
    """A table without a column of numbers."""

    sentence = "“{series}” has no column of numbers; choose a CSV file with one value a line."


class SeriesTooShort(LikenessError):
    """A series shorter than what is looked at together."""

    sentence = "“{series}” is too short ({count} values); choose a series of at least {limit} values."


class SeriesTooLong(LikenessError):
    """A series longer than what is worked on."""

    sentence = "“{series}” is too long ({count} values); cut it to at most {limit} values."


class FlatSeries(LikenessError):
    """A series in which nothing happens."""

    sentence = "“{series}” holds one value all along; choose a series that changes."


class VolumeTooSmall(LikenessError):
    """A volume smaller than what is looked at together."""

    sentence = (
        "“{volume}” is too small ({depth} slices of {width} x {height} pixels); choose a stack with at least "
        "{limit} slices of {limit} x {limit} pixels."
    )


class ClipTooShort(LikenessError):
    """A clip smaller than what is looked at together, in time or in space."""

    sentence = (
        "“{clip}” is too short or too narrow ({seconds} s of {width} x {height} pixels); choose a clip of "
        "{least} s or more, at least {limit} pixels wide and high."
    )


class NothingOfAKind(LikenessError):
    """A folder in which there is nothing to learn from."""

    sentence = (
        "There are no recordings, clips or volumes in “{folder}”; give a folder that holds one folder for "
        "each class, with WAV, FLAC, OGG, MP3, CSV, MP4 or TIFF files or a folder of slices for each volume."
    )


class MixedKinds(LikenessError):
    """Sounds, series, clips and volumes in one folder."""

    sentence = "“{folder}” holds {kinds}; give a folder whose files are all of one kind."


class OneClass(LikenessError):
    """One class only: nothing to tell apart."""

    sentence = "There is only one class in “{folder}”; at least two are needed, each with two files or more."


class OneFileEach(LikenessError):
    """Too few classes of which a file can be kept aside."""

    sentence = (
        "Fewer than two classes in “{folder}” have two files that can be used, one to learn from and one to "
        "measure on; add files."
    )


class NoneUsable(LikenessError):
    """Files, none of which can be used."""

    sentence = "None of the {count} files in “{folder}” can be used; the first: {reason}"


class InNoClass(LikenessError):
    """A file beside the folders of classes."""

    sentence = "“{file}” lies in no folder of a class; it was left out."


class ClassOfOne(LikenessError):
    """A class of which nothing is left to measure on."""

    sentence = "“{name}” has one file that can be used; it is learnt from, and nothing of it is measured on."


class NetDamaged(LikenessError):
    """A file that is no network of ours, is cut off, or has been changed."""

    sentence = "“{file}” is no network that was trained here, or it is damaged; train it again."


class NetNewer(LikenessError):
    """A network of a version that this program does not know."""

    sentence = (
        "“{file}” was made by another version of Likeness; update Likeness, or train the network again."
    )
