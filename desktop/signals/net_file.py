"""A small network at rest: its numbers and what it is for, in one safetensors file. No pickle.

It holds no recording, no name of a class and no path; what it is called is the name of the folder.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from desktop.errors import FileMissing
from desktop.files import replaced
from desktop.learn.head_file import title_of
from desktop.networks.convnet import ConvNet, Embedding
from desktop.signals.errors import NetDamaged, NetNewer
from desktop.signals.kinds import KINDS, Kind

FORMAT: Final = 1

LARGEST: Final = 16 * 2**20
"""Bytes of a file; the largest network of ours has 0.2."""

DIMENSION: Final = 32
"""Numbers in an embedding."""

_HEADER: Final = "likeness_net"


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """A trained network. What goes in is (values - centre) / spread."""

    title: str
    kind: Kind
    tensors: Mapping[str, Tensor]
    """Of an Embedding."""
    centre: float
    spread: float
    words: Mapping[str, object] = field(default_factory=dict)
    """The recipe, and what was measured."""

    @property
    def digest(self) -> str:
        """Of everything that is computed with it."""
        found = hashlib.sha256(f"{self.kind.name} {self.centre!r} {self.spread!r}".encode())
        for name in sorted(self.tensors):
            found.update(name.encode())
            found.update(self.tensors[name].contiguous().numpy().tobytes())
        return found.hexdigest()

    def embedding(self) -> Embedding:
        """The network with its numbers. Raises RuntimeError where they are another's."""
        made = embedding_of(self.kind)
        made.load_state_dict(dict(self.tensors))
        return made.eval()


def embedding_of(kind: Kind, seed: int = 0) -> Embedding:
    """An untrained network for a kind of input."""
    body = ConvNet(kind.dims, kind.channels, kind.kernel, stride=kind.stride, seed=seed)
    return Embedding(body, (kind.channels[0], *kind.window), DIMENSION, seed=seed)


def write(net: Net, file: Path) -> None:
    """Write a network, whole or not at all. Raises DiskFull or NotWritable."""
    told = {
        "format": FORMAT,
        "title": net.title,
        "kind": net.kind.name,
        "centre": net.centre,
        "spread": net.spread,
        "words": dict(net.words),
        "digest": net.digest,
    }
    told["sum"] = _sum(told)
    tensors = {name: one.detach().cpu().contiguous() for name, one in net.tensors.items()}
    with replaced(file) as out:
        out.write(save(tensors, metadata={_HEADER: json.dumps(told, sort_keys=True)}))


def read(file: Path) -> Net:
    """The network in a file. Raises FileMissing, NetNewer or NetDamaged."""
    try:
        if file.stat().st_size > LARGEST:
            raise NetDamaged(file=file.name, details="too large")
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path=file, details=repr(error)) from error
    except OSError as error:
        raise NetDamaged(file=file.name, details=repr(error)) from error
    try:
        header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
        told = json.loads(header["__metadata__"][_HEADER])
        if told["format"] != FORMAT:
            raise NetNewer(file=file.name)
        net = Net(
            title_of(str(told["title"])), KINDS[told["kind"]], load(data),
            float(told["centre"]), float(told["spread"]), dict(told["words"]),
        )  # fmt: skip
        _check(net, told)
    except (
        SafetensorError, ValueError, LookupError, TypeError, AttributeError, RuntimeError, RecursionError,
    ) as error:  # fmt: skip
        raise NetDamaged(file=file.name, details=repr(error)) from error
    return net


def _sum(told: Mapping[str, object]) -> str:
    """Over every word; the numbers have their digest."""
    rest = {name: word for name, word in told.items() if name != "sum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _check(net: Net, told: Mapping[str, object]) -> None:
    """Raises ValueError or RuntimeError."""
    if not all(
        one.dtype is torch.float32 and bool(torch.isfinite(one).all()) for one in net.tensors.values()
    ):
        raise ValueError("no finite numbers")
    net.embedding()
    if net.digest != told["digest"] or told["sum"] != _sum(told):
        raise ValueError("a digest differs")
