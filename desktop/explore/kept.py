"""What was found in a folder, kept on the disk, so that a folder that grew is only looked at where it did."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from desktop.explore.found import NINE, Found, Layer, Strongest
from desktop.files import remove, replaced
from desktop.paths import Home

_VERSION: Final = 1
_PARTS: Final = ("values", "pictures", "places")
_log = logging.getLogger(__name__)

Stamp = tuple[int, int]
"""Bytes and time of change of a file, in nanoseconds: whether it is still the one that was looked at."""


@dataclass(frozen=True, slots=True)
class File:
    """A picture of a folder. `name` is its path below the folder, with slashes."""

    name: str
    path: Path
    stamp: Stamp


def stamped(folder: Path, paths: Sequence[Path]) -> tuple[File, ...]:
    """The files with their stamps; those that have gone meanwhile are left out."""
    found = []
    for path in paths:
        try:
            stamp = _stamp(path)
        except OSError:
            continue
        # What was opened may itself be the one input, a folder of slices.
        name = folder.name if path == folder else path.relative_to(folder).as_posix()
        found.append(File(name, path, stamp))
    return tuple(found)


def _stamp(path: Path) -> Stamp:
    """Of a folder of slices: of all of them."""
    parts = [each.stat() for each in path.iterdir()] if path.is_dir() else [path.stat()]
    return sum(about.st_size for about in parts), max((about.st_mtime_ns for about in parts), default=0)


class Kept:
    """One file for each folder, network and size."""

    def __init__(self, home: Home, folder: Path, network: str, digest: str, longest: int) -> None:
        """`digest` is of the network's weights: other weights find other patches."""
        said = json.dumps([str(folder.resolve()), network, digest, longest])
        self._file = home.explore / f"{hashlib.sha256(said.encode()).hexdigest()[:32]}.safetensors"

    def read(self, files: Sequence[File], empty: Found, layers: Sequence[Layer]) -> Found:
        """What was found in those of `files` that were looked at; `empty` where a picture went or changed."""
        now = {file.name: file.stamp for file in files}
        try:
            with safe_open(self._file, framework="numpy") as stored:
                about = json.loads((stored.metadata() or {})["found"])
                names, stamps = _names(about)
                if any(now.get(name) != stamp for name, stamp in zip(names, stamps, strict=True)):
                    return empty
                tables = {
                    whole: {layer.name: _table(stored, whole, layer, len(names)) for layer in layers}
                    for whole in ("anywhere", "whole")
                }
        except FileNotFoundError:
            return empty
        except (OSError, SafetensorError, KeyError, ValueError, TypeError) as error:
            _log.warning("what was kept of a folder can't be read: %s", type(error).__name__)
            return empty
        return replace(empty, pictures=names, anywhere=tables["anywhere"], whole=tables["whole"])

    def write(self, found: Found, files: Sequence[File]) -> None:
        """Keep it. Raises DiskFull or NotWritable; what was kept before is still there then."""
        stamps = {file.name: file.stamp for file in files}
        arrays = {
            f"{whole}/{layer}/{part}": np.ascontiguousarray(getattr(table, part))
            for whole, tables in (("anywhere", found.anywhere), ("whole", found.whole))
            for layer, table in tables.items()
            for part in _PARTS
        }
        about = {
            "version": _VERSION,
            "network": found.network,
            "files": [[name, *stamps[name]] for name in found.pictures],
        }
        with replaced(self._file) as out:
            out.write(save(arrays, {"found": json.dumps(about)}))

    def forget(self) -> None:
        """Remove it."""
        self._file.unlink(missing_ok=True)


def forget_network(home: Home, network: str) -> None:
    """Remove whatever was found with a network, in any folder. Raises NotWritable."""
    for file in home.explore.glob("*.safetensors"):
        try:
            with safe_open(file, framework="numpy") as stored:
                its = json.loads((stored.metadata() or {})["found"])["network"]
        except (OSError, SafetensorError, KeyError, ValueError, TypeError):
            continue  # kept before networks were noted, or damaged; it is never read again
        if its == network:
            remove(file)


def _names(about: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[Stamp, ...]]:
    """Raises KeyError, ValueError or TypeError where it is of no version that is known."""
    if about["version"] != _VERSION:
        raise ValueError("another version")
    rows = [(str(name), (int(size), int(changed))) for name, size, changed in about["files"]]
    return tuple(name for name, _ in rows), tuple(stamp for _, stamp in rows)


def _table(stored: Any, whole: str, layer: Layer, count: int) -> Strongest:  # noqa: ANN401
    values, pictures, places = (stored.get_tensor(f"{whole}/{layer.name}/{part}") for part in _PARTS)
    fits = values.shape == pictures.shape == places.shape[:2] == (layer.units, NINE)
    if not fits or pictures.max(initial=-1) >= count or pictures.min(initial=0) < -1:
        raise ValueError("a table of another network")
    return Strongest(values, pictures, places)
