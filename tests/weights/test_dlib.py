"""dlib's file format: what is written is read, and nothing else is."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.weights import dlib
from desktop.weights.catalogue import entry
from desktop.weights.convert import convert, unpack
from desktop.weights.dlib import NotThisNetwork, Reader, tensors
from desktop.weights.errors import Unconvertible
from tests.weights import dlib_file


@pytest.fixture(scope="module")
def arrays() -> dict[str, np.ndarray]:
    return dlib_file.made_arrays(1)


@pytest.fixture(scope="module")
def whole(arrays: dict[str, np.ndarray]) -> bytes:
    return dlib_file.written(arrays)


@given(st.integers(-(2**64) + 1, 2**64 - 1))
def test_integers(value: int) -> None:
    reader = Reader(dlib_file.integer(value) + b"\x01\x07")
    assert reader.integer() == value
    assert reader.integer() == 7
    assert reader.left == 0


@given(st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False))
def test_numbers(value: float) -> None:
    assert Reader(dlib_file.number(value)).number() == value


def test_what_is_known_of_the_format() -> None:
    """Bytes from the published file: the means of red, green and blue."""
    reader = Reader(bytes.fromhex("03 62 90 f5 81 11 03 83 00 ea 81 11 03 93 98 d0 81 11"))
    assert [reader.number() for _ in range(3)] == pytest.approx([122.782, 117.001, 104.298], rel=1e-6)
    assert Reader(bytes.fromhex("01 10 81 04")).number() == 1.0
    assert Reader(bytes.fromhex("02 80 12")).integer() == 4736


@given(st.binary(max_size=40))
def test_any_bytes_are_values_or_refused(data: bytes) -> None:
    for read in (Reader.integer, Reader.number, Reader.flag, Reader.text, Reader.tensor):
        try:
            found = read(Reader(data))
        except NotThisNetwork:
            continue
        assert not isinstance(found, float) or math.isfinite(found)


def test_a_tensor_that_promises_more_than_there_is_costs_no_memory() -> None:
    data = dlib_file.shape(2, (2**24,) * 4) + bytes(100)
    with pytest.raises(NotThisNetwork, match="left"):
        Reader(data).tensor()


def test_what_is_written_is_read(arrays: dict[str, np.ndarray], whole: bytes) -> None:
    found = tensors(whole)
    assert set(found) == set(arrays)
    assert sum(key.startswith("conv_") and key.endswith("weight") for key in found) == 29
    assert all(np.array_equal(found[key], arrays[key]) for key in arrays)
    assert all(array.dtype == np.float32 and array.flags.c_contiguous for array in found.values())


@settings(max_examples=25, deadline=None)
@given(kept=st.floats(0, 1))
def test_a_file_that_is_cut_off(kept: float, whole: bytes) -> None:
    with pytest.raises(NotThisNetwork):
        tensors(whole[: int(kept * (len(whole) - 1))])


def test_a_file_that_goes_on(whole: bytes) -> None:
    with pytest.raises(NotThisNetwork, match="1 bytes follow"):
        tensors(whole + b"\0")


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 340) | st.integers(-900, -1), value=st.integers(0, 255))
def test_changed_bytes_are_refused_or_still_the_network(place: int, value: int, whole: bytes) -> None:
    """The beginning tells the layers, the end the rates of the last; between them lie mostly weights."""
    changed = bytearray(whole)
    changed[place] = value
    try:
        found = tensors(bytes(changed))
    except NotThisNetwork:
        return
    assert all(np.isfinite(array).all() for array in found.values())
    assert found["conv_1.weight"].shape == (32, 3, 7, 7)


def test_every_name_is_looked_at(whole: bytes) -> None:
    for name in (b"con_4", b"affine_", b"relu_", b"max_pool_2", b"avg_pool_2", b"add_prev_", b"fc_2"):
        with pytest.raises(NotThisNetwork, match="where"):
            tensors(whole.replace(name, name[:-1] + b"?", 1))


def test_numbers_that_are_none_are_refused(arrays: dict[str, np.ndarray]) -> None:
    broken = dict(arrays)
    broken["conv_3.bias"] = np.full(32, np.nan, np.float32)
    with pytest.raises(NotThisNetwork, match="numbers that are none"):
        tensors(dlib_file.written(broken))


def test_the_conversion(arrays: dict[str, np.ndarray], whole: bytes) -> None:
    wanted = entry("dlib-resnet")
    found = unpack(wanted, convert(wanted, whole))
    assert list(found)[:3] == ["mean", "conv_1.weight", "conv_1.bias"]
    assert np.array_equal(found["head.weight"], arrays["head.weight"])
    with pytest.raises(Unconvertible, match=r"resnet_model_v1\.dat” can't be read") as caught:
        convert(replace(wanted, bytes=10), whole[:1000])
    assert "left" in caught.value.details


def test_the_blocks_are_those_of_the_paper() -> None:
    assert [(block.channels, block.down) for block in dlib.BLOCKS] == [
        *[(32, False)] * 3,
        *[(64, True), *[(64, False)] * 3],
        *[(128, True), *[(128, False)] * 2],
        *[(256, True), *[(256, False)] * 2],
        (256, True),
    ]
