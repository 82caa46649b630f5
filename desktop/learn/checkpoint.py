"""Where training stands after each epoch, so that a crash loses at most one.

What is kept is bytes under a key, and where they go is handed in: training on the enrolled must write nothing
outside their vault. A checkpoint carries its own digest; one that is damaged or of something else counts as
none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor, nn

from desktop.files import replaced
from desktop.learn.recipe import Epoch, Faces, Recipe

_log = logging.getLogger(__name__)

NEWEST = 3
"""Runs that were cut off and can be taken up again."""

_VERSION = 1
_DIGEST = 32  # bytes of sha256 in front of the rest


class CheckpointStore(Protocol):
    """Keeps bytes under keys of small letters and digits; whole or not at all."""

    def load(self, key: str) -> bytes | None:
        """What was kept last under the key, None where there is nothing that can be read."""
        ...

    def save(self, key: str, data: bytes) -> None:
        """Keep bytes in place of what was there. Raises DiskFull or NotWritable; then the old ones stay."""
        ...

    def forget(self, key: str) -> None:
        """Keep nothing more under the key."""
        ...


class NoCheckpoints:
    """Keeps nothing."""

    def load(self, key: str) -> bytes | None:
        """Nothing."""
        del key
        return None

    def save(self, key: str, data: bytes) -> None:
        """Nothing is kept."""

    def forget(self, key: str) -> None:
        """Nothing is there."""


class FileCheckpoints:
    """One file a key in a folder. Only for people who are in a folder of pictures anyway.

    A run that was cancelled may never be taken up again, and one of SFace's last layer leaves 77 MB behind:
    only the newest stay.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str) -> bytes | None:
        """The file's bytes, None where it can't be read."""
        try:
            return self._file(key).read_bytes()
        except OSError:
            return None

    def save(self, key: str, data: bytes) -> None:
        """Replace the file, whole or not at all. Raises DiskFull or NotWritable."""
        with replaced(self._file(key)) as out:
            out.write(data)
        self._tidy(self._file(key))

    def forget(self, key: str) -> None:
        """Delete the file."""
        with contextlib.suppress(OSError):
            self._file(key).unlink(missing_ok=True)

    def _tidy(self, written: Path) -> None:
        """Delete all but the newest, as far as that can be done; another process may do the same."""
        with contextlib.suppress(OSError):
            others = [file for file in self._folder.glob("*.checkpoint") if file != written]
            others.sort(key=lambda file: file.stat().st_mtime_ns, reverse=True)
            for old in others[NEWEST - 1 :]:
                old.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self._folder / f"{key}.checkpoint"


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What a run goes on from: the epochs that are done, and the state of module and optimiser after them."""

    epochs: tuple[Epoch, ...]
    module: dict[str, Tensor]
    optimiser: dict[str, Tensor]


def key_of(recipe: Recipe, faces: Faces, rows: Sequence[int], model: str) -> str:
    """A key for training with these settings on these rows over this network: nothing else resumes it."""
    found = hashlib.sha256(json.dumps([_VERSION, recipe.words(), model], sort_keys=True).encode())
    for row in rows:
        found.update(faces.people[row].encode() + b"\0")
        found.update(faces.crops[row].tobytes())
    return found.hexdigest()[:32]


def pack(standing: Standing, key: str) -> bytes:
    """A checkpoint as bytes."""
    tensors = {f"module.{name}": value.contiguous() for name, value in standing.module.items()}
    tensors |= {f"optimiser.{name}": value.contiguous() for name, value in standing.optimiser.items()}
    told = {"key": key, "epochs": json.dumps([asdict(epoch) for epoch in standing.epochs])}
    data = save(tensors, metadata=told)
    return hashlib.sha256(data).digest() + data


def unpack(data: bytes | None, key: str) -> Standing | None:
    """The checkpoint in these bytes, None where they are none, damaged, or another run's."""
    if data is None or hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        return None
    body = data[_DIGEST:]
    try:
        told = json.loads(body[8 : 8 + int.from_bytes(body[:8], "little")])["__metadata__"]
        if told["key"] != key:
            return None
        epochs = tuple(Epoch(**epoch) for epoch in json.loads(told["epochs"]))
        tensors = load(body)
    except (SafetensorError, ValueError, KeyError, TypeError) as error:
        _log.warning("a checkpoint can't be read (%s); training starts over", type(error).__name__)
        return None
    return Standing(epochs, _part(tensors, "module."), _part(tensors, "optimiser."))


def standing(epochs: Sequence[Epoch], module: nn.Module, optimiser: torch.optim.Adam) -> Standing:
    """Where a run stands now."""
    kept: dict[str, Tensor] = {}
    for number, parameter in enumerate(module.parameters()):
        for name, value in optimiser.state.get(parameter, {}).items():
            kept[f"{number}.{name}"] = torch.as_tensor(value)
    return Standing(tuple(epochs), dict(module.state_dict()), kept)


def restore(found: Standing, module: nn.Module, optimiser: torch.optim.Adam) -> None:
    """Bring module and optimiser to where a run stood. Raises RuntimeError or KeyError for another's."""
    module.load_state_dict(found.module)
    for number, parameter in enumerate(module.parameters()):
        names = ("step", "exp_avg", "exp_avg_sq")
        optimiser.state[parameter] = {name: found.optimiser[f"{number}.{name}"].clone() for name in names}


def _part(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): one for name, one in tensors.items() if name.startswith(prefix)}
