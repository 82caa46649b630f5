"""Embeddings of real faces: one person near, others far, whatever batch, crop or number format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from desktop.faces.align import TEMPLATE, align
from desktop.faces.detect import Yunet
from desktop.faces.embed import BATCH, CROP, SFaceEmbedder, keep_crop
from desktop.faces.face import Face, View
from desktop.faces.load import UnknownEmbedder, embedder_name, load_detector, load_embedder
from desktop.networks.packed import PackedSFace
from desktop.opencv import cv2
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.settings import Settings
from desktop.vectors import Picture
from desktop.weights import store
from desktop.weights.device import DeviceMissing, choose, has_bfloat16, threads
from desktop.weights.errors import WeightsDamaged, WeightsMissing


@pytest.fixture(scope="module")
def embedder(weights: Home) -> SFaceEmbedder:
    return SFaceEmbedder(store.tensors(weights, "sface"), "digest", choose("cpu"), dtype=torch.float32)


@pytest.fixture(scope="module")
def picture(sample: Callable[[str], Path]) -> Picture:
    return read_picture(sample("astronaut"))


@pytest.fixture(scope="module")
def face(weights: Home, picture: Picture) -> Face:
    return Yunet(store.file(weights, "yunet")).detect(picture)[0]


@pytest.fixture(scope="module")
def six(weights: Home, sample: Callable[[str], Path]) -> list[View]:
    shown = read_picture(sample("six-faces"))
    return [View(shown, one.landmarks) for one in Yunet(store.file(weights, "yunet")).detect(shown)]


def test_rows_have_unit_length(embedder: SFaceEmbedder, six: list[View]) -> None:
    found = embedder.embed(six)
    assert found.shape == (6, embedder.dimension)
    assert found.dtype == np.float32
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_six_people_are_six_people(embedder: SFaceEmbedder, six: list[View]) -> None:
    similarity = embedder.embed(six) @ embedder.embed(six).T
    assert (similarity[~np.eye(6, dtype=bool)] < 0.36).all()


def test_one_person_stays_one_person(embedder: SFaceEmbedder, picture: Picture, face: Face) -> None:
    """Darker, turned, smaller and recompressed, she is still herself."""
    middle = (float(face.landmarks[2, 0]), float(face.landmarks[2, 1]))
    turn = cv2.getRotationMatrix2D(middle, 20, 0.6)
    turned = np.asarray(cv2.warpAffine(picture, turn, (512, 512)), np.uint8)
    landmarks = (np.c_[face.landmarks, np.ones(5)] @ turn.T).astype(np.float32)
    coded = cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, 30])[1], cv2.IMREAD_COLOR)
    found = embedder.embed(
        [
            View(picture, face.landmarks),
            View((picture * 0.4).astype(np.uint8), face.landmarks),
            View(turned, landmarks),
            View(np.asarray(coded, np.uint8), face.landmarks),
        ]
    )
    assert (found @ found[0] > 0.8).all()


def test_the_mirror_image_is_the_same_face(embedder: SFaceEmbedder, picture: Picture, face: Face) -> None:
    aligned = align(picture, face.landmarks)
    views = [View(one, TEMPLATE) for one in (aligned, np.ascontiguousarray(aligned[:, ::-1]))]
    one, other = embedder.embed(views)
    assert np.allclose(one, other, atol=1e-5)


def test_an_aligned_face_is_a_view_too(embedder: SFaceEmbedder, picture: Picture, face: Face) -> None:
    aligned = align(picture, face.landmarks)
    assert np.array_equal(align(aligned, TEMPLATE), aligned)
    found = embedder.embed([View(picture, face.landmarks), View(aligned, TEMPLATE)])
    assert np.array_equal(found[0], found[1])


def test_a_batch_changes_nothing(embedder: SFaceEmbedder, six: list[View]) -> None:
    many = (six * 12)[: BATCH * 2 + 3]
    together = embedder.embed(many)
    assert len(together) == len(many)
    alone = np.concatenate([embedder.embed([view]) for view in six])
    assert np.abs(together[:6] - alone).max() < 1e-5
    assert np.abs(together[BATCH * 2 :] - np.concatenate([alone] * 12)[BATCH * 2 : len(many)]).max() < 1e-5


def test_nothing_gives_no_rows(embedder: SFaceEmbedder) -> None:
    assert embedder.embed([]).shape == (0, 128)


def test_the_fast_format_keeps_the_cosine(
    weights: Home, embedder: SFaceEmbedder, six: list[View], picture: Picture, face: Face
) -> None:
    fast = SFaceEmbedder(store.tensors(weights, "sface"), "digest", choose("cpu"))
    assert fast.dtype is (torch.bfloat16 if has_bfloat16() else torch.float32)
    views = [*six, View(picture, face.landmarks)]
    assert ((fast.embed(views) * embedder.embed(views)).sum(axis=1) > 0.999).all()


def test_a_format_that_loses_too_much_is_not_taken(weights: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.faces.fastest.ENOUGH", 1.1)
    found = SFaceEmbedder(store.tensors(weights, "sface"), "digest", choose("cpu"), dtype=torch.bfloat16)
    assert found.dtype is torch.float32


def test_without_the_packing_operators_the_plain_network_serves(
    weights: Home, embedder: SFaceEmbedder, six: list[View], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object) -> None:
        raise AttributeError("no such operator")

    monkeypatch.setattr("desktop.faces.embed.PackedSFace", missing)
    plain = SFaceEmbedder(store.tensors(weights, "sface"), "d", choose("cpu"), dtype=torch.float32)
    assert not isinstance(plain._network, PackedSFace)
    assert np.abs(plain.embed(six) - embedder.embed(six)).max() < 1e-5


def test_foreign_weights_are_said_to_be_damaged() -> None:
    with pytest.raises(WeightsDamaged):
        SFaceEmbedder({"a": np.zeros(3, np.float32)}, "d", choose("cpu"))


def test_weights_of_a_wrong_shape_are_said_to_be_damaged(weights: Home) -> None:
    tensors = dict(store.tensors(weights, "sface"))
    name = next(key for key in tensors if key.startswith("conv_7_conv2d_weight"))
    tensors[name] = tensors[name][:10]
    with pytest.raises(WeightsDamaged):
        SFaceEmbedder(tensors, "d", choose("cpu"))


def test_the_kept_crop_embeds_like_the_picture(embedder: SFaceEmbedder, picture: Picture, face: Face) -> None:
    crop = keep_crop(picture, face)
    assert max(crop.picture.shape[:2]) <= CROP
    found = embedder.embed([View(picture, face.landmarks), crop])
    assert found[0] @ found[1] > 0.999


def test_a_large_face_keeps_a_reduced_crop(embedder: SFaceEmbedder, picture: Picture, face: Face) -> None:
    large = np.asarray(cv2.resize(picture, None, fx=6, fy=6, interpolation=cv2.INTER_CUBIC), np.uint8)
    landmarks = ((face.landmarks + 0.5) * 6 - 0.5).astype(np.float32)
    x, y, width, height = (value * 6 for value in face.box)
    crop = keep_crop(large, Face((x, y, width, height), landmarks, face.score))
    assert max(crop.picture.shape[:2]) == CROP
    assert crop.picture.flags.c_contiguous
    found = embedder.embed([View(picture, face.landmarks), crop])
    assert found[0] @ found[1] > 0.98


def test_a_crop_at_the_edge_stays_inside(picture: Picture, face: Face) -> None:
    x, y, width, height = face.box
    cut = np.ascontiguousarray(picture[int(y) : int(y + height), int(x) : int(x + width)])
    corner = np.array([int(x), int(y)], np.float32)
    at_edge = Face((0, 0, cut.shape[1], cut.shape[0]), face.landmarks - corner, face.score)
    crop = keep_crop(cut, at_edge)
    assert crop.picture.shape == cut.shape
    assert np.allclose(crop.landmarks, at_edge.landmarks)


def test_the_factory_makes_what_is_in_use(weights: Home, picture: Picture) -> None:
    assert len(load_detector(weights, Settings()).detect(picture)) == 1
    found = load_embedder(weights, Settings())
    assert found.model.name == "sface"
    assert len(found.model.digest) == 64


def test_the_factory_says_what_is_missing(home: Home) -> None:
    with pytest.raises(WeightsMissing, match="models fetch yunet"):
        load_detector(home, Settings())
    with pytest.raises(WeightsMissing, match="models fetch sface"):
        load_embedder(home, Settings())


def test_model_names(home: Home) -> None:
    assert embedder_name("fast", Settings(use_embed="sface-full"), home) == "sface-full"
    assert embedder_name("sface", Settings(), home) == "sface"
    with pytest.raises(UnknownEmbedder, match="no face model called “quick”; choose one of fast, sface"):
        embedder_name("quick", Settings(), home)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device here")
def test_a_device_that_is_not_there() -> None:
    with pytest.raises(DeviceMissing, match="no “cuda” device"):
        choose("cuda")


def test_one_core_is_left_for_the_window() -> None:
    choose("cpu")
    assert torch.get_num_threads() == threads()
