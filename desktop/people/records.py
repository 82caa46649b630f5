"""What is inside the seals: a person's record, a template's details, an embedding, a sighting, as bytes."""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.faces.face import ModelId
from desktop.people.person import Consent, NewTemplate
from desktop.people.vault import Unopenable, model_bytes
from desktop.pictures import encode_png
from desktop.vectors import Points

_SIGHTING = struct.Struct("<ddq")


def when(seconds: float) -> datetime:
    """A kept time as a date in UTC."""
    return datetime.fromtimestamp(seconds, UTC)


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a person as a whole. `face` is the template that the thumbnail shows."""

    name: str
    added: datetime
    consents: tuple[Consent, ...]
    face: str = ""

    def to_bytes(self) -> bytes:
        """As JSON."""
        consents = [[consent.by, consent.at.timestamp()] for consent in self.consents]
        found = {"name": self.name, "added": self.added.timestamp(), "consents": consents, "face": self.face}
        return json.dumps(found, ensure_ascii=False).encode("utf-8")

    @classmethod
    def from_bytes(cls, data: bytes) -> Record:
        """Back from JSON."""
        found = json.loads(data)
        consents = tuple(Consent(by, when(at)) for by, at in found["consents"])
        return cls(found["name"], when(found["added"]), consents, found["face"])

    def agreed(self, *consents: Consent) -> Record:
        """With further consents; what is noted already, or covered by the last one, is not noted again."""
        record = self
        for consent in consents:
            if consent.by != record.consents[-1].by and consent not in record.consents:
                record = replace(record, consents=(*record.consents, consent))
        return record


@dataclass(frozen=True, slots=True, eq=False)
class Details:
    """What is kept of a template beside crop and embeddings. `digest` is the sha256 of the crop's pixels."""

    added: datetime
    quality: float
    landmarks: Points
    digest: str

    def to_bytes(self) -> bytes:
        """As JSON."""
        found = {
            "added": self.added.timestamp(),
            "quality": self.quality,
            "landmarks": np.asarray(self.landmarks, dtype=np.float64).tolist(),
            "digest": self.digest,
        }
        return json.dumps(found).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Details:
        """Back from JSON."""
        found: dict[str, Any] = json.loads(data)
        landmarks = np.array(found["landmarks"], dtype=np.float32).reshape(-1, 2)
        return cls(when(found["added"]), float(found["quality"]), landmarks, str(found["digest"]))


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """A template with everything that is kept of it, as it enters the database or an export."""

    id: str
    details: Details
    png: bytes
    embeddings: tuple[tuple[ModelId, bytes], ...]  # little-endian float32

    @classmethod
    def of(cls, id: str, new: NewTemplate, added: datetime) -> Stored:
        """A new template, its crop as PNG."""
        landmarks = np.asarray(new.landmarks, dtype=np.float32)
        digest = hashlib.sha256(repr(new.crop.shape).encode() + new.crop.tobytes()).hexdigest()
        details = Details(added, float(new.quality), landmarks, digest)
        return cls(id, details, encode_png(new.crop), ((new.model, number_bytes(new.embedding)),))


def number_bytes(embedding: NDArray[np.float32]) -> bytes:
    """An embedding as little-endian float32."""
    return np.ascontiguousarray(embedding, dtype="<f4").tobytes()


def embedding_bytes(model: ModelId, numbers: bytes) -> bytes:
    """An embedding with the model that made it."""
    return model_bytes(model) + numbers


def split_embedding(plain: bytes) -> tuple[ModelId, bytes]:
    """Back from `embedding_bytes`."""
    try:
        name, digest, numbers = plain.split(b"\0", 2)
        return ModelId(name.decode(), digest.decode()), numbers
    except ValueError as error:
        raise Unopenable from error


def sighting_bytes(seen: datetime, similarity: float, track: int) -> bytes:
    """A sighting, packed."""
    return _SIGHTING.pack(seen.timestamp(), similarity, track)


def split_sighting(plain: bytes) -> tuple[datetime, float, int]:
    """Back from `sighting_bytes`."""
    seconds, similarity, track = _SIGHTING.unpack(plain)
    return when(seconds), similarity, track
