"""The nine patches are those of a search that looks everywhere; their boxes are what the unit sees."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from desktop.errors import NoFace, UnreadablePicture
from desktop.explore import explorable
from desktop.explore.errors import NothingUsable, UnknownLayer, UnknownUnit
from desktop.explore.explorable import Explorable
from desktop.explore.found import NINE, Found, Patch
from desktop.explore.search import Source, search
from desktop.networks.vgg19 import CHANNELS, VGG19
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.progress import finish
from desktop.vectors import Picture
from desktop.weights import store
from tests.explore.made import made, nothing, sources
from tests.weights_fixture import Sample

ELEVEN = 11  # more than nine


@pytest.fixture(scope="module")
def found(vgg: Explorable) -> Found:
    return finish(search(vgg, sources(ELEVEN), nothing()))


@pytest.fixture(scope="module")
def features(vgg: Explorable, weights: Home) -> list[dict[str, np.ndarray]]:
    """Everything VGG-19 says of the same pictures, by another way through it."""
    network = VGG19(store.tensors(weights, "vgg19"))

    def everything(picture: Picture) -> dict[str, np.ndarray]:
        told = network(torch.from_numpy(picture).permute(2, 0, 1)[None], tuple(CHANNELS))
        return {layer: values[0].numpy() for layer, values in told.items()}

    return [everything(made(seed)) for seed in range(ELEVEN)]


@pytest.mark.parametrize("layer", list(CHANNELS))
def test_they_are_what_a_search_everywhere_finds(
    found: Found, features: list[dict[str, np.ndarray]], layer: str
) -> None:
    all_units = np.stack([one[layer].reshape(CHANNELS[layer], -1) for one in features])
    peaks, places = all_units.max(2), all_units.argmax(2)
    order = np.argsort(-peaks, axis=0, kind="stable")[:NINE].T
    table = found.strongest(layer, whole=False)
    np.testing.assert_allclose(table.values, np.take_along_axis(peaks.T, order, 1), rtol=1e-5, atol=1e-3)
    # Which picture and where is only decided where the next best is not as good.
    clear = table.values[:, 0] > table.values[:, 1] * 1.001 + 0.01
    assert clear.any()
    np.testing.assert_array_equal(table.pictures[clear, 0], order[clear, 0])
    width = features[0][layer].shape[2]
    best = places.T[np.arange(CHANNELS[layer]), order[:, 0]]
    np.testing.assert_array_equal(table.places[clear, 0], np.stack(np.divmod(best, width), axis=1)[clear])
    for unit in range(0, CHANNELS[layer], 37):
        assert len(set(table.pictures[unit])) == NINE


@pytest.mark.parametrize("layer", ["conv1_2", "conv3_1", "conv4_2"])
def test_without_fields_that_leave_the_picture(
    vgg: Explorable, features: list[dict[str, np.ndarray]], found: Found, layer: str
) -> None:
    field = vgg.layer(layer).field
    table = found.strongest(layer, whole=True)
    height, width = made(0).shape[:2]
    rows, columns = np.indices(features[0][layer].shape[1:])
    left = columns * field.jump + field.start - (field.size - 1) / 2
    top = rows * field.jump + field.start - (field.size - 1) / 2
    inner = (left >= 0) & (top >= 0) & (left + field.size <= width) & (top + field.size <= height)
    if not inner.any():
        assert (table.pictures == -1).all()
        return
    peaks = np.stack([one[layer][:, inner].max(1) for one in features], axis=1)
    right = -np.sort(-peaks, axis=1)[:, :NINE]
    np.testing.assert_allclose(table.values, right, rtol=1e-5, atol=1e-3)
    for patch in table.patches(0, field):
        x0, y0, x1, y1 = patch.box
        assert x0 >= 0
        assert y0 >= 0
        assert x1 <= width
        assert y1 <= height


def value(network: Explorable, picture: Picture, layer: str, unit: int, patch: Patch) -> float:
    told = dict(network.chain.walk(network.tensor(picture), layer))
    return float(told[layer][0, unit, patch.row, patch.column])


@pytest.mark.parametrize("layer", ["conv1_1", "conv2_2", "conv3_3", "conv4_1", "conv5_1"])
def test_pixels_inside_the_box_count_and_no_others(vgg: Explorable, layer: str) -> None:
    picture = made(3, 176, 192)
    one = finish(search(vgg, [Source("one", lambda: picture)], nothing(), layers=[layer]))
    table = one.strongest(layer, whole=True)
    units = [unit for unit in range(len(table.values)) if table.values[unit, 0] > 1][:2]
    assert units
    noise = np.random.default_rng(1).integers(0, 256, picture.shape, np.uint8)
    edges_that_count = np.zeros(4, bool)
    for unit in units:
        (patch,) = table.patches(unit, vgg.layer(layer).field)
        left, top, right, bottom = patch.box
        assert value(vgg, picture, layer, unit, patch) == pytest.approx(patch.value, rel=1e-4)
        outside = noise.copy()
        outside[top:bottom, left:right] = picture[top:bottom, left:right]
        assert value(vgg, outside, layer, unit, patch) == pytest.approx(patch.value, rel=1e-4)
        inside = picture.copy()
        inside[top:bottom, left:right] = noise[top:bottom, left:right]
        assert value(vgg, inside, layer, unit, patch) != pytest.approx(patch.value, rel=1e-2)
        edges = (np.s_[top:bottom, left], np.s_[top:bottom, right - 1], np.s_[top, left:right])
        for number, edge in enumerate((*edges, np.s_[bottom - 1, left:right])):
            changed = picture.copy()
            changed[edge] = 255 * (picture[edge] < 128)
            edges_that_count[number] |= value(vgg, changed, layer, unit, patch) != patch.value
    assert edges_that_count.all()  # a narrower box would be wrong


def test_large_pictures_go_through_in_tiles_and_give_the_same(
    vgg: Explorable, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = sources(1, 150, 180)
    whole = finish(search(vgg, pictures, nothing()))
    monkeypatch.setattr(explorable, "_WHOLE", 1000)
    monkeypatch.setattr(explorable, "_TILE", 64)
    tiled = finish(search(vgg, pictures, nothing()))
    for layer in CHANNELS:
        for fields in (False, True):
            one, other = whole.strongest(layer, whole=fields), tiled.strongest(layer, whole=fields)
            np.testing.assert_allclose(one.values, other.values, rtol=1e-4, atol=1e-2)
            fires = one.values[:, 0] > 1
            same = (one.places[fires, 0] == other.places[fires, 0]).all(1)
            assert same.sum() >= 0.99 * len(same)  # two places may be as strong but for rounding


def test_the_nine_of_a_network_for_faces_are_cut_from_the_aligned_face(
    sface: Explorable, sample: Sample
) -> None:
    astronaut = read_picture(sample("astronaut"))
    chelsea = read_picture(sample("chelsea"))  # a cat: nobody to recognise
    given = [Source("astronaut", lambda: astronaut), Source("cat", lambda: chelsea)]
    told = finish(search(sface, given, nothing("sface")))
    assert told.pictures == ("astronaut",)
    assert [problem.name for problem in told.problems] == ["cat"]
    assert isinstance(told.problems[0].error, NoFace)
    assert sface.shown(astronaut, "").shape == (112, 112, 3)
    (head,) = told.strongest("head", whole=False).patches(0, sface.layer("head").field)
    assert (head.row, head.column) == (0, 0)
    with torch.no_grad():
        embedding = dict(sface.chain.walk(sface.tensor(sface.shown(astronaut, ""))))["head"]
    assert head.value == pytest.approx(float(embedding[0, 0]), rel=1e-5)


def test_what_cannot_be_read_is_left_out_and_said(vgg: Explorable) -> None:
    def broken() -> Picture:
        raise UnreadablePicture(picture="broken.jpg")

    given = [*sources(2), Source("broken.jpg", broken), Source("tiny", lambda: made(1, 1, 1))]
    told = finish(search(vgg, given, nothing()))
    assert told.pictures == ("0.png", "1.png", "tiny")
    assert [str(problem.error) for problem in told.problems] == [str(UnreadablePicture(picture="broken.jpg"))]
    deep = told.strongest("conv5_1", whole=False)
    assert 2 not in deep.pictures  # a pixel leaves nothing that deep
    assert (deep.pictures[:, 2:] == -1).all()
    assert (deep.values[:, 2:] == -np.inf).all()


def test_nothing_usable_is_one_sentence(vgg: Explorable) -> None:
    with pytest.raises(NothingUsable, match=r"None of the 1 pictures.*too small for layer conv5_1"):
        finish(search(vgg, [Source("dot", lambda: made(1, 4, 4))], nothing(), layers=["conv5_1"]))
    with pytest.raises(UnknownLayer, match="conv1_1"):
        finish(search(vgg, sources(1), nothing(), layers=["conv9_9"]))
    with pytest.raises(UnknownUnit, match="0 to 63"):
        vgg.unit("conv1_1", 64)


def test_a_search_goes_on_where_another_ended(vgg: Explorable, found: Found) -> None:
    given = sources(ELEVEN)
    half = finish(search(vgg, given[:4], nothing()))
    both = finish(search(vgg, given[4:], half))
    assert both.pictures == found.pictures
    for layer in CHANNELS:
        np.testing.assert_array_equal(
            both.strongest(layer, whole=False).values, found.strongest(layer, whole=False).values
        )
    assert (half.strongest("conv1_1", whole=False).pictures[:, 4:] == -1).all()  # what was told stays so
