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
