"""A trained head at rest: numbers, what they were trained over, and their own thresholds. No pickle.

It holds no name, no picture and no path of anybody. What was trained on enrolled people still says something
about them, so such a head belongs into their vault, not into a file (`to_bytes`, `from_bytes`).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from desktop.errors import FileMissing, LikenessError
from desktop.faces.face import ModelId
from desktop.faces.thresholds import Calibration, from_table
from desktop.files import replaced

FORMAT = 1
KINDS = ("linear", "top", "absolute", "chi-square", "scratch")
PAIRS = ("absolute", "chi-square")
"""Kinds that have no embedding of their own and only compare."""

LARGEST = 256 * 2**20
"""Bytes of a file; a top of SFace has 26 million."""

_TITLE = re.compile(r"[\w][\w .+-]{0,59}")


class HeadDamaged(LikenessError):
    """A file that is no head, is cut off, or has been changed."""

    sentence = "“{file}” is no trained head, or it is damaged; train it again."


class HeadNewer(LikenessError):
    """A head of a version that this program does not know."""

    sentence = "“{file}” was made by another version of Likeness; update Likeness, or train the head again."


class HeadForAnother(LikenessError):
    """A head over other weights than the ones it shall be used with."""

    sentence = "“{file}” was trained over “{made_for}”, not over “{model}”; use --model {made_for}."


class HeadForOtherWeights(LikenessError):
    """A head over a model of the same name whose weights are others."""

    sentence = "“{file}” was trained over other weights of “{model}” than those installed; train it again."


class HeadUncalibrated(LikenessError):
    """A head that was measured on too few people for a threshold."""

    sentence = "“{file}” was measured on too few people to have a threshold; train it with more people."


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """A trained head."""

    kind: str
    base: ModelId
    """The network it belongs to; for "scratch" ("scratch", "")."""
    title: str
    """What a person calls it; part of the model's name."""
    tensors: Mapping[str, Tensor]
    words: Mapping[str, object] = field(default_factory=dict)
    """The recipe, and what was measured."""
    calibration: Mapping[str, object] | None = None
    """What `faces.thresholds.from_table` reads; None where the people were too few."""

    @property
    def model(self) -> ModelId:
        """Who makes embeddings with it: no embedding of another head or network can be compared with them."""
        found = hashlib.sha256(f"{self.kind} {self.base.digest}".encode())
        for name in sorted(self.tensors):
            found.update(name.encode())
            found.update(self.tensors[name].contiguous().numpy().tobytes())
        return ModelId(f"{self.base.name}+{self.title}", found.hexdigest())

    def thresholds(self, file: str) -> Calibration:
        """Its own calibration; `file` is what the sentence calls it. Raises HeadUncalibrated."""
        if self.calibration is None:
            raise HeadUncalibrated(file=file)
        return from_table(self.model.name, self.calibration)

    def check(self, base: ModelId, file: str) -> None:
        """Raises HeadForAnother or HeadForOtherWeights where it does not belong to this network."""
        if self.kind == "scratch":
            return
        if base.name != self.base.name:
            raise HeadForAnother(file=file, made_for=self.base.name, model=base.name)
        if base.digest != self.base.digest:
            raise HeadForOtherWeights(file=file, model=base.name)


def title_of(text: str) -> str:
    """A title made of any text."""
    cleaned = re.sub(r"[^\w .+-]", "", text).strip(" .+-")[:60]
    return cleaned or "head"


def write(head: Head, file: Path) -> None:
    """Write a head, whole or not at all. Raises DiskFull or NotWritable."""
    data = to_bytes(head)
    with replaced(file) as out:
        out.write(data)


def read(file: Path) -> Head:
    """The head in a file. Raises FileMissing, HeadNewer or HeadDamaged."""
    try:
        if file.stat().st_size > LARGEST:
            raise HeadDamaged(file=file.name, details="too large")
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(path=file, details=repr(error)) from error
    except OSError as error:
        raise HeadDamaged(file=file.name, details=repr(error)) from error
    return from_bytes(data, file.name)


def to_bytes(head: Head) -> bytes:
    """The file's bytes."""
    told = {
        "format": str(FORMAT),
        "kind": head.kind,
        "base": head.base.name,
        "base_digest": head.base.digest,
        "title": head.title,
        "words": json.dumps(dict(head.words)),
        "calibration": json.dumps(None if head.calibration is None else dict(head.calibration)),
        "digest": head.model.digest,
    }
    told["sum"] = _sum(told)
    tensors = {name: one.detach().cpu().contiguous() for name, one in head.tensors.items()}
    return save(tensors, metadata={"likeness_head": json.dumps(told, sort_keys=True)})


def from_bytes(data: bytes, file: str = "head") -> Head:
    """The head in these bytes; `file` is what sentences call it. Raises HeadNewer or HeadDamaged."""
    try:
        header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
        told = json.loads(header["__metadata__"]["likeness_head"])
        if told["format"] != str(FORMAT):
            raise HeadNewer(file=file)
        head = Head(
            told["kind"],
            ModelId(str(told["base"]), str(told["base_digest"])),
            told["title"],
            load(data),
            json.loads(told["words"]),
            json.loads(told["calibration"]),
        )
        _check(head, told)
    except (SafetensorError, ValueError, KeyError, TypeError, RecursionError, AttributeError) as error:
        raise HeadDamaged(file=file, details=repr(error)) from error
    return head


def _sum(told: Mapping[str, object]) -> str:
    """Over every word: a threshold that was changed is as bad as a number. The numbers have their digest."""
    rest = {name: word for name, word in told.items() if name != "sum"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True).encode()).hexdigest()


def _check(head: Head, told: Mapping[str, object]) -> None:
    if head.kind not in KINDS or not _TITLE.fullmatch(head.title):
        raise ValueError("no kind or title of a head")
    if not head.tensors or not all(
        one.dtype is torch.float32 and bool(torch.isfinite(one).all()) for one in head.tensors.values()
    ):
        raise ValueError("no finite numbers")
    if head.model.digest != told["digest"] or told["sum"] != _sum(told):
        raise ValueError("a digest differs")
    if head.calibration is not None:
        from_table(head.title, head.calibration)
