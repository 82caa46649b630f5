"""dlib's format from the other side: writes what `desktop.weights.dlib` reads."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np

from desktop.weights.dlib import BLOCKS


def integer(value: int) -> bytes:
    size = max(1, (abs(value).bit_length() + 7) // 8)
    return bytes([size | (0x80 if value < 0 else 0)]) + abs(value).to_bytes(size, "little")


def number(value: float) -> bytes:
    mantissa, exponent = math.frexp(value)
    return integer(int(mantissa * 2**53)) + integer(exponent - 53)


def text(value: str) -> bytes:
    return integer(len(value)) + value.encode("latin-1")


def shape(version: int, sides: Sequence[int]) -> bytes:
    return integer(version) + b"".join(integer(side) for side in sides)


def tensor(values: np.ndarray) -> bytes:
    return shape(2, values.shape) + values.astype("<f4").tobytes()


_EMPTY = shape(2, (0, 0, 0, 0))
_RATES = number(1.0) * 3 + number(0.0)
_STATE = b"110" + 3 * _EMPTY


def column(*parts: np.ndarray) -> np.ndarray:
    return np.concatenate([part.reshape(-1) for part in parts]).reshape(-1, 1, 1, 1)


def convolution(arrays: Mapping[str, np.ndarray], count: int, stride: int) -> bytes:
    weight, bias = arrays[f"conv_{count}.weight"], arrays[f"conv_{count}.bias"]
    gamma, beta = arrays[f"affine_{count}.gamma"], arrays[f"affine_{count}.beta"]
    out, _, side, _ = weight.shape
    edge = 0 if stride > 1 else side // 2
    held = text("con_4") + tensor(column(weight, bias))
    held += b"".join(integer(value) for value in (out, side, side, stride, stride, edge, edge))
    held += shape(1, weight.shape) + shape(1, (1, out, 1, 1)) + _RATES + _STATE
    held += integer(1) if count == 1 else b""
    held += text("affine_") + tensor(column(gamma, beta)) + 2 * shape(1, (1, out, 1, 1)) + integer(0)
    return held + _STATE


def pooling(kind: str, *options: int) -> bytes:
    return text(kind) + b"".join(integer(value) for value in options) + _STATE


def made_arrays(seed: int) -> dict[str, np.ndarray]:
    """Weights of the right shapes, small enough for the network to stay finite."""
    chance = np.random.default_rng(seed)

    def drawn(*sides: int) -> np.ndarray:
        scale = 1 / math.sqrt(max(1, math.prod(sides[1:])))
        return (chance.standard_normal(sides, dtype=np.float32) * np.float32(scale)).astype(np.float32)

    arrays = {"mean": np.array([122.5, 117.25, 104.125], np.float32)}
    shapes = [(32, 3, 7, 7)]
    for channels, _ in BLOCKS:
        shapes += [(channels, shapes[-1][0], 3, 3), (channels, channels, 3, 3)]
    for count, sides in enumerate(shapes, start=1):
        arrays[f"conv_{count}.weight"] = drawn(*sides)
        arrays[f"conv_{count}.bias"] = drawn(sides[0])
        arrays[f"affine_{count}.gamma"] = 1 + drawn(sides[0]) / 10
        arrays[f"affine_{count}.beta"] = drawn(sides[0])
    arrays["head.weight"] = drawn(256, 128)
    return arrays


def written(arrays: Mapping[str, np.ndarray]) -> bytes:
    """A whole file."""
    held = integer(1) + text("loss_metric_2") + number(0.04) + number(0.6)
    held += integer(2) * 2  # the last layer and the mean over the picture
    for _, down in reversed(BLOCKS):
        held += integer(2) * 2 + (integer(2) + integer(1) * 2 if down else b"") + integer(2) * 5 + integer(1)
    held += integer(2) * 3 + integer(3)
    held += text("input_rgb_image_sized") + b"".join(number(float(value)) for value in arrays["mean"])
    held += integer(150) * 2
    held += convolution(arrays, 1, 2) + pooling("relu_") + pooling("max_pool_2", 3, 3, 2, 2, 0, 0)
    count = 1
    for _, down in BLOCKS:
        held += convolution(arrays, count + 1, 2 if down else 1) + pooling("relu_")
        held += convolution(arrays, count + 2, 1)
        held += pooling("avg_pool_2", 2, 2, 2, 2, 0, 0) if down else b""
        held += pooling("add_prev_") + pooling("relu_")
        count += 2
    held += pooling("avg_pool_2", 0, 0, 1, 1, 0, 0)
    head = arrays["head.weight"].reshape(256, 128, 1, 1)
    held += text("fc_2") + integer(128) + integer(256) + tensor(head) + shape(1, head.shape)
    return held + shape(1, (0, 0, 0, 0)) + integer(1) + _RATES + _STATE
