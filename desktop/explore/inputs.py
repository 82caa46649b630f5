"""Which files of a folder a network looks at, and how each is read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from desktop.errors import Names
from desktop.explore.errors import HoldsRecordings, NothingOfItsKind, NothingToExplore
from desktop.explore.explorable import Explorable
from desktop.explore.own import OwnExplorable
from desktop.explore.search import Source, sources
from desktop.pictures import picture_files
from desktop.signals.classes import files_in, is_for_training
from desktop.signals.kinds import VOLUME
from desktop.signals.nets import PREFIX
from desktop.signals.readers import read
from desktop.signals.volumes import is_stack
from desktop.weights.catalogue import entry


def inputs(folder: Path, network: Explorable | None = None) -> list[Path]:
    """The files that a network looks at: one of the user's own those of its kind, all others pictures.

    Raises NothingToExplore or NothingOfItsKind, and HoldsRecordings where there is something that another
    network can learn from.
    """
    if isinstance(network, OwnExplorable):
        if network.kind is VOLUME and is_stack(folder):
            return [folder]
        found = files_in(folder, network.kind)
        if not found and is_for_training(folder):
            raise HoldsRecordings(place=folder.name)
        if not found:
            kinds = Names(sorted(network.kind.suffixes))
            title = network.name.removeprefix(PREFIX)
            raise NothingOfItsKind(place=folder.name, network=title, kinds=kinds)
        return found
    if is_for_training(folder):
        raise HoldsRecordings(place=folder.name)
    found = picture_files(folder)
    if not found:
        raise NothingToExplore(place=folder.name)
    return found


def sources_of(network: Explorable, files: Sequence[Path], names: Sequence[str] = ()) -> list[Source]:
    """Files as sources, called by `names`, else by their paths."""
    if not isinstance(network, OwnExplorable):
        return sources(files, names)
    called = names or [str(file) for file in files]
    kind = network.kind
    return [Source(name, partial(read, file, kind)) for file, name in zip(files, called, strict=True)]


def digest(network: Explorable) -> str:
    """Of the network's weights."""
    return network.digest if isinstance(network, OwnExplorable) else entry(network.name).sha256
