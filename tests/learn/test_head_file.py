"""A head at rest: read back as written, and every other file refused with one sentence."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from safetensors.torch import save

from desktop.errors import FileMissing
from desktop.faces.align import TEMPLATE
from desktop.faces.face import ModelId, View
from desktop.faces.thresholds import Calibration
from desktop.learn import head_file
from desktop.learn.head_file import (
    Head,
    HeadDamaged,
    HeadForAnother,
    HeadForOtherWeights,
    HeadNewer,
    HeadUncalibrated,
    from_bytes,
    title_of,
    to_bytes,
)
from desktop.learn.headed import HeadedEmbedder, PairScore, ScratchEmbedder
from desktop.learn.siamese import Branch
from tests.learn.made_up import DIMENSION, BlockEmbedder, faces

BASE = ModelId("blocks", "b" * 64)
TABLE = {
    "tail": [[1.0, -0.9], [0.1, 0.2], [0.01, 0.4]],
    "beyond": 0.05,
    "floor_fmr": 1e-3,
    "llr": {"slope": 20.0, "intercept": -8.0, "lowest": -4.0, "highest": 9.0},
}


def linear(seed: int = 0, **changed: object) -> Head:
    weight = torch.from_numpy(np.random.default_rng(seed).normal(size=(DIMENSION, DIMENSION))).float()
    told = {"words": {"epochs": 3}, "calibration": TABLE} | changed
    return Head("linear", BASE, "far", {"weight": weight}, **told)  # type: ignore[arg-type]


@given(st.integers(0, 10**6), st.text(max_size=80), st.booleans())
def test_what_is_read_is_what_was_written(seed: int, title: str, calibrated: bool) -> None:
    made = linear(seed, calibration=TABLE if calibrated else None)
    made = Head(made.kind, made.base, title_of(title), made.tensors, made.words, made.calibration)
    found = from_bytes(to_bytes(made))
    assert (found.kind, found.base, found.title) == (made.kind, made.base, made.title)
    assert found.model == made.model
    assert found.words == made.words
    assert found.calibration == made.calibration
    assert torch.equal(found.tensors["weight"], made.tensors["weight"])


def test_its_own_thresholds(tmp_path: Path) -> None:
    head_file.write(linear(), tmp_path / "far.head")
    found = head_file.read(tmp_path / "far.head").thresholds("far.head")
    assert isinstance(found, Calibration)
    assert found.model == "blocks+far"
    assert found.threshold(0.01) == pytest.approx(0.4)
    with pytest.raises(HeadUncalibrated, match=r"“far\.head” was measured on too few"):
        linear(calibration=None).thresholds("far.head")


@given(st.integers(0, 10**9), st.integers(0, 7))
def test_any_changed_bit_is_noticed_or_harmless(place: int, bit: int) -> None:
    """What is read after a change equals what was written, or it is refused."""
    made = linear()
    data = bytearray(to_bytes(made))
    data[place % len(data)] ^= 1 << bit
    with contextlib.suppress(HeadDamaged, HeadNewer):
        found = from_bytes(bytes(data))
        assert found.model == made.model
        assert (found.words, found.calibration) == (made.words, made.calibration)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises((HeadDamaged, HeadNewer)):
        from_bytes(data)


def test_other_files(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        head_file.read(tmp_path / "none.head")
    with pytest.raises(HeadDamaged):
        head_file.read(tmp_path)
    (tmp_path / "weights.head").write_bytes(save({"weight": torch.eye(4)}))
    with pytest.raises(HeadDamaged, match=r"“weights\.head” is no trained head"):
        head_file.read(tmp_path / "weights.head")
    whole = to_bytes(linear())
    (tmp_path / "cut.head").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(HeadDamaged):
        head_file.read(tmp_path / "cut.head")
    (tmp_path / "new.head").write_bytes(whole.replace(b'format\\": \\"1\\"', b'format\\": \\"2\\"'))
    with pytest.raises(HeadNewer, match="another version of Likeness"):
        head_file.read(tmp_path / "new.head")


def test_a_changed_threshold_or_title_is_noticed() -> None:
    whole = to_bytes(linear())
    for word, other in ((b"[0.01, 0.4]", b"[0.01, 0.3]"), (b"far", b"fur"), (b"epochs", b"epoche")):
        assert whole.count(word) == 1
        with pytest.raises(HeadDamaged):
            from_bytes(whole.replace(word, other))


def test_numbers_that_are_none_are_refused() -> None:
    with pytest.raises(HeadDamaged):
        from_bytes(to_bytes(Head("linear", BASE, "t", {"weight": torch.full((4, 4), torch.nan)})))
    with pytest.raises(HeadDamaged):
        from_bytes(to_bytes(Head("linear", BASE, "t", {"weight": torch.eye(4).half()})))
    with pytest.raises(HeadDamaged):
        from_bytes(to_bytes(Head("magic", BASE, "t", {"weight": torch.eye(4)})))
    with pytest.raises(HeadDamaged):
        from_bytes(to_bytes(linear(calibration={"tail": []})))


def test_a_head_goes_with_its_network_alone() -> None:
    embedder = BlockEmbedder()
    views = [View(crop, TEMPLATE) for crop in faces(people=2).crops]
    made = linear()
    found = HeadedEmbedder(embedder, made).embed(views)
    expected = embedder.embed(views) @ made.tensors["weight"].numpy().T
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert HeadedEmbedder(embedder, made).model.name == "blocks+far"
    assert HeadedEmbedder(embedder, made).model != HeadedEmbedder(embedder, linear(1)).model
    with pytest.raises(HeadForOtherWeights):
        HeadedEmbedder(BlockEmbedder("c" * 64), made)
    other = Head("linear", ModelId("sface", "b" * 64), "t", made.tensors)
    with pytest.raises(HeadForAnother, match="use --model sface"):
        HeadedEmbedder(embedder, other, "x.head")
    with pytest.raises(HeadDamaged):
        HeadedEmbedder(embedder, Head("linear", BASE, "t", {"weight": torch.eye(4)}))
    with pytest.raises(HeadDamaged):
        PairScore(BASE, DIMENSION, Head("absolute", BASE, "t", {"weight": torch.eye(4)}))


def test_a_network_from_scratch_needs_no_other() -> None:
    branch = Branch(3)
    made = Head("scratch", ModelId("scratch", ""), "small", branch.state_dict())
    views = [View(crop, TEMPLATE) for crop in faces(people=2).crops]
    found = ScratchEmbedder(made).embed(views)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    made.check(ModelId("sface", "x"), "any")
    with pytest.raises(HeadDamaged):
        ScratchEmbedder(linear())


@pytest.mark.parametrize("text", ["", "...", "a/b\\c", "Lena's Büro 2", "x" * 200])
def test_any_text_makes_a_title(text: str) -> None:
    found = title_of(text)
    assert found
    assert len(found) <= 60
    assert not set(found) & set("/\\")
