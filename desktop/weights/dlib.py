"""The numbers of dlib's face recognition network, read from dlib's own file format.

The file is a program object written out, layer around layer. Outermost comes the loss, then for every layer
from the last to the first one integer, the version of what follows; then, from the first to the last, what
each layer holds. So the layers have to be known beforehand: they are those of `anet_type` in dlib's example
dnn_face_recognition_ex.cpp, and anything else is refused. Integers are a byte with sign and length, then so
many bytes, lowest first; numbers are a mantissa and a power of two as two such integers; only the values of
tensors are plain 32-bit floats. Source: dlib (Boost licence), serialize.h, float_details.h, dnn/core.h and
dnn/layers.h.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_LONGEST_NAME: Final = 40
_LARGEST: Final = 2**24  # of a side of a tensor; the largest real one has 589,824 numbers in all


class Block(NamedTuple):
    """A residual block: two 3x3 convolutions to `channels`; `down` halves the picture in the first."""

    channels: int
    down: bool


BLOCKS: Final = tuple(
    Block(channels, down and first)
    for channels, count, down in (
        (32, 3, False),
        (64, 4, True),
        (128, 3, True),
        (256, 3, True),
        (256, 1, True),
    )
    for first in (True, *(False,) * (count - 1))
)
"""The network between the first convolution (7x7, 32) and the last layer (256 to 128), in order."""

_MARKS: Final = ("tag", "skip")  # what a residual block goes back to; they hold nothing

DIMENSION: Final = 128
"""Numbers in one embedding."""


class NotThisNetwork(ValueError):
    """Bytes that are not a file of this network; says where they stop being one."""


def tensors(data: bytes) -> dict[str, Floats]:
    """The arrays of the file's bytes, C-contiguous float32.

    `mean` (3,): what is taken off red, green and blue (0..255) before they are divided by 256. For each of
    the 29 convolutions, counted from 1: `conv_N.weight` (out, in, side, side), `conv_N.bias` (out,), and the
    fixed scale and shift behind it, `affine_N.gamma` and `affine_N.beta` (out,). `head.weight` (256, 128),
    to be multiplied from the right, without a bias. Raises NotThisNetwork.
    """
    reader = Reader(data)
    found: dict[str, Floats] = {}
    layers = list(_layers())
    _loss(reader)
    for kind, _ in reversed(layers[1:]):
        reader.expect(1 if kind in _MARKS else 2)
    reader.expect(3)  # the layer on the input is written in a way of its own
    found["mean"] = _input(reader)
    channels, count = 3, 0
    for place, (kind, options) in enumerate(layers):
        if kind == "con":
            count += 1
            out, side, stride = options
            weight, bias = _convolution(reader, channels, out, side, stride)
            found[f"conv_{count}.weight"], found[f"conv_{count}.bias"] = weight, bias
            channels = out
        elif kind == "affine":
            gamma, beta = _affine(reader, channels)
            found[f"affine_{count}.gamma"], found[f"affine_{count}.beta"] = gamma, beta
        elif kind == "fc":
            found["head.weight"] = _last(reader, channels)
        elif kind not in _MARKS:
            _plain(reader, kind, options)
        if kind not in _MARKS:
            _state(reader, first=place == 0)
    if reader.left:
        raise NotThisNetwork(f"{reader.left} bytes follow the network")
    return found


class Reader:
    """Reads dlib's values one after another. Everything raises NotThisNetwork where the bytes do not fit."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        """Bytes that were not read yet."""
        return len(self._data) - self._at

    def bytes(self, count: int) -> bytes:
        """The next `count` bytes."""
        if not 0 <= count <= self.left:
            raise NotThisNetwork(f"byte {self._at}: {count} bytes wanted, {self.left} left")
        self._at += count
        return self._data[self._at - count : self._at]

    def integer(self) -> int:
        """A whole number: the lower half of its first byte counts its bytes, the highest bit is its sign."""
        first = self.bytes(1)[0]
        length = first & 0x0F
        if first & 0x70 or not 1 <= length <= 8:
            raise NotThisNetwork(f"byte {self._at - 1}: {first:#x} begins no integer")
        size = int.from_bytes(self.bytes(length), "little")
        return -size if first & 0x80 else size

    def expect(self, *wanted: int) -> int:
        """An integer that has to be one of `wanted`."""
        found = self.integer()
        if found not in wanted:
            raise NotThisNetwork(f"byte {self._at}: {found} where {wanted} may be")
        return found

    def number(self) -> float:
        """mantissa * 2 ^ exponent; infinities, which have exponents of their own, do not fit."""
        mantissa, exponent = self.integer(), self.integer()
        if abs(exponent) > 1100 or abs(mantissa) >= 2**63:
            raise NotThisNetwork(f"byte {self._at}: no finite number")
        try:
            return math.ldexp(mantissa, exponent)
        except OverflowError as error:
            raise NotThisNetwork(f"byte {self._at}: no finite number") from error

    def flag(self) -> bool:
        """A truth value: the letter 1 or 0."""
        letter = self.bytes(1)
        if letter not in (b"0", b"1"):
            raise NotThisNetwork(f"byte {self._at - 1}: no truth value")
        return letter == b"1"

    def text(self) -> str:
        """A name: its length, its letters."""
        length = self.integer()
        if not 0 <= length <= _LONGEST_NAME:
            raise NotThisNetwork(f"byte {self._at}: a name of {length} letters")
        return self.bytes(length).decode("latin-1")

    def name(self, *wanted: str) -> str:
        """A name that has to be one of `wanted`."""
        found = self.text()
        if found not in wanted:
            raise NotThisNetwork(f"byte {self._at}: “{found}” where {wanted} may be")
        return found

    def shape(self, version: int) -> tuple[int, int, int, int]:
        """The four sides of a tensor, behind the version of how it is written."""
        self.expect(version)
        sides = tuple(self.integer() for _ in range(4))
        if any(not 0 <= side <= _LARGEST for side in sides):
            raise NotThisNetwork(f"byte {self._at}: a tensor with the sides {sides}")
        return sides[0], sides[1], sides[2], sides[3]

    def tensor(self) -> Floats:
        """A tensor with its values, (samples, channels, rows, columns)."""
        sides = self.shape(2)
        values = np.frombuffer(self.bytes(4 * math.prod(sides)), "<f4")
        if not np.isfinite(values).all():
            raise NotThisNetwork(f"byte {self._at}: a tensor with numbers that are none")
        return values.astype(np.float32).reshape(sides)


Options = tuple[int, ...]


def _layers() -> Iterator[tuple[str, Options]]:
    """Kind and what is fixed of every layer, from the input to the output."""
    yield "con", (32, 7, 2)
    yield "affine", ()
    yield "relu", ()
    yield "max_pool", (3, 3, 2, 2, 0, 0)
    for channels, down in BLOCKS:
        yield "tag", ()
        yield "con", (channels, 3, 2 if down else 1)
        yield "affine", ()
        yield "relu", ()
        yield "con", (channels, 3, 1)
        yield "affine", ()
        if down:
            yield "tag", ()
            yield "skip", ()
            yield "avg_pool", (2, 2, 2, 2, 0, 0)
        yield "add_prev", ()
        yield "relu", ()
    yield "avg_pool", (0, 0, 1, 1, 0, 0)  # over the whole picture
    yield "fc", ()


def _loss(reader: Reader) -> None:
    reader.expect(1)
    reader.name("loss_metric_2")
    reader.number(), reader.number()  # the margin and the threshold of training


def _input(reader: Reader) -> Floats:
    reader.name("input_rgb_image_sized")
    mean = np.array([reader.number() for _ in range(3)], np.float32)
    reader.expect(150)
    reader.expect(150)
    return mean


def _convolution(reader: Reader, channels: int, out: int, side: int, stride: int) -> tuple[Floats, Floats]:
    reader.name("con_4")
    values = reader.tensor()
    edge = 0 if stride > 1 else side // 2
    for wanted in (out, side, side, stride, stride, edge, edge):
        reader.expect(wanted)
    shape = (out, channels, side, side)
    _same(reader, reader.shape(1), shape)
    _same(reader, reader.shape(1), (1, out, 1, 1))
    _rates(reader)
    _same(reader, values.shape, (out * channels * side * side + out, 1, 1, 1))
    flat = values.reshape(-1)
    return np.ascontiguousarray(flat[:-out].reshape(shape)), flat[-out:].copy()


def _affine(reader: Reader, channels: int) -> tuple[Floats, Floats]:
    reader.name("affine_")
    values = reader.tensor()
    for _ in range(2):
        _same(reader, reader.shape(1), (1, channels, 1, 1))
    reader.expect(0)  # one scale for each channel of a picture
    _same(reader, values.shape, (2 * channels, 1, 1, 1))
    flat = values.reshape(-1)
    return flat[:channels].copy(), flat[channels:].copy()


def _last(reader: Reader, channels: int) -> Floats:
    reader.name("fc_2")
    reader.expect(DIMENSION)
    reader.expect(channels)
    values = reader.tensor()
    shape = (channels, DIMENSION, 1, 1)
    _same(reader, reader.shape(1), shape)
    _same(reader, reader.shape(1), (0, 0, 0, 0))
    reader.expect(1)  # no bias
    _rates(reader)
    _same(reader, values.shape, shape)
    return np.ascontiguousarray(values.reshape(channels, DIMENSION))


def _plain(reader: Reader, kind: str, options: Options) -> None:
    """A layer without weights."""
    reader.name(f"{kind}_2" if kind.endswith("pool") else f"{kind}_")
    for wanted in options:
        reader.expect(wanted)


def _rates(reader: Reader) -> None:
    for _ in range(4):  # how fast weights and bias were to learn and to decay
        reader.number()


def _state(reader: Reader, *, first: bool) -> None:
    """What training kept with every layer: three flags and three tensors, empty in a published file."""
    for _ in range(3):
        reader.flag()
    for _ in range(3):
        _same(reader, reader.shape(2), (0, 0, 0, 0))
    if first:
        reader.expect(1)  # layers on the input alone tell how many samples they make of one


def _same(reader: Reader, found: tuple[int, ...], wanted: tuple[int, ...]) -> None:
    if found != wanted:
        raise NotThisNetwork(f"{reader.left} bytes before the end: {found} where {wanted} belongs")
