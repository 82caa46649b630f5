"""The user's own networks: one file each under the home, called by the folder it learnt from."""

from __future__ import annotations

import hashlib
from pathlib import Path

from desktop import files
from desktop.paths import Home

PREFIX = "own:"
"""In front of the name of a kept network, where networks of every kind are told apart by their names."""


def names(home: Home) -> tuple[str, ...]:
    """What is kept, by name. No file is opened."""
    return tuple(sorted(file.stem for file in home.nets.glob("*.safetensors")))


def file_of(home: Home, name: str) -> Path | None:
    """The file of a kept network; None where there is none of that name."""
    bare = name.removeprefix(PREFIX)
    return home.nets / f"{bare}.safetensors" if bare in names(home) else None


def remove(home: Home, name: str) -> None:
    """Remove a kept network; none of that name is as good. Raises NotWritable."""
    file = file_of(home, name)
    if file is not None:
        files.remove(file)


def place_for(home: Home, folder: Path) -> Path:
    """The file for what is learnt from a folder: the one it has already, or one of a name that is free."""
    from desktop.learn.head_file import title_of
    from desktop.signals import net_file
    from desktop.signals.errors import NetDamaged, NetNewer

    title, number = title_of(folder.name), 1
    while True:
        file = home.nets / f"{title if number == 1 else f'{title} {number}'}.safetensors"
        try:
            if not file.exists() or net_file.read(file).words.get("origin") == origin(folder):
                return file
        except (NetDamaged, NetNewer):
            pass  # whatever it is, it stays
        number += 1


def origin(folder: Path) -> str:
    """What tells two folders of one name apart, without saying where they are."""
    return hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
