"""Networks of the user's own: the nine segments and sub-volumes, what they span, and how they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import torch

from desktop.explore.cut import at_side
from desktop.explore.errors import RecordingTooSmall, UnknownUnit
from desktop.explore.explorable import Explorable
from desktop.explore.found import NINE, Found, Patch
from desktop.explore.imagine_own import imagine_own
from desktop.explore.inputs import sources_of
from desktop.explore.look import look_closely
from desktop.explore.own import STRETCH, OwnExplorable
from desktop.explore.search import Source, begin, search
from desktop.progress import finish
from desktop.signals.classes import examples
from desktop.signals.kinds import CLIP, KINDS, SERIES, SOUND, VOLUME, Kind, Values
from desktop.signals.net_file import Net, embedding_of
from desktop.signals.train import USUAL, train
from tests.signals import made_classes

MANY = 11  # more than nine
LENGTHS = {"sound": (70,), "series": (300,), "volume": (16, 18, 20), "clip": (16, 18, 20)}


def network(kind: Kind) -> OwnExplorable:
    """One that learnt nothing: its filters are drawn, and find something all the same."""
    net = Net("Voices", kind, dict(embedding_of(kind, seed=3).state_dict()), 0.4, 0.5)
    return OwnExplorable.of(net, "own:Voices", torch.device("cpu"))


def made(kind: Kind, seed: int) -> Values:
    chance = np.random.default_rng(seed)
    values = chance.random((kind.channels[0], *LENGTHS[kind.name]), np.float32)
    return np.asarray(2 * values - 1 if kind is SERIES else values, np.float32)


def sources(kind: Kind) -> list[Source]:
    return [Source(str(seed), partial(made, kind, seed)) for seed in range(MANY)]


def nine(explored: Explorable, given: list[Source]) -> Found:
    return finish(search(explored, given, begin(explored.name, "folder", "", "", given)))


def by_hand(kind: Kind, values: Values, layer: int, unit: int) -> np.ndarray:
    """A unit's values all over an input: sums over every window, one by one, layer after layer."""
    body = embedding_of(kind, seed=3).body
    x = (values - np.float32(0.4)) / np.float32(0.5)
    for number in range(1, layer + 1):
        weights = body.get_submodule(f"conv{number}").weight.detach().numpy()  # type: ignore[union-attr]
        windows = np.lib.stride_tricks.sliding_window_view(x, weights.shape[2:], tuple(range(1, x.ndim)))
        windows = windows[(slice(None), *[slice(None, None, kind.stride)] * kind.dims)]
        last = tuple(range(1 + kind.dims, 1 + 2 * kind.dims))
        rows = weights if number < layer else weights[[unit]]
        x = np.tensordot(rows, windows, axes=(tuple(range(1, weights.ndim)), (0, *last)))
        x = np.maximum(x, 0)
    return x[0]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_nine_are_what_a_search_everywhere_finds(kind: Kind) -> None:
    explored = network(kind)
    given = sources(kind)
    found = nine(explored, given)
    last = len(kind.channels) - 1
    for number in (1, last):
        layer = explored.layer(f"conv{number}")
        table = found.strongest(layer.name, whole=False)
        assert table.places.shape == (layer.units, NINE, kind.dims)
        for unit in (0, layer.units - 1):
            maps = [by_hand(kind, made(kind, seed), number, unit) for seed in range(MANY)]
            peaks = np.array([each.max() for each in maps])
            order = np.argsort(-peaks, kind="stable")[:NINE]
            np.testing.assert_allclose(table.values[unit], peaks[order], rtol=1e-4, atol=1e-4)
            for rank, patch in enumerate(table.patches(unit, layer.field)):
                if patch.value > 1e-3:
                    assert patch.picture == order[rank]
                    strongest = np.unravel_index(maps[patch.picture].argmax(), maps[0].shape)
                    assert patch.place == strongest


def firing(explored: OwnExplorable, layer: str, found: Found) -> tuple[int, Patch]:
    table = found.strongest(layer, whole=False)
    unit = int(table.values[:, 0].argmax())
    return unit, table.patches(unit, explored.layer(layer).field)[0]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_values_inside_the_spans_count_and_no_others(kind: Kind) -> None:
    explored = network(kind)
    layer = explored.layers[-1]
    unit, patch = firing(explored, layer.name, nine(explored, sources(kind)))
    shown = made(kind, patch.picture)

    def value(values: Values) -> float:
        told = dict(explored.chain.walk(explored.tensor(values), layer.name))
        return float(told[layer.name][(0, unit, *patch.place)])

    assert value(shown) == pytest.approx(patch.value, rel=1e-5)
    inside = (slice(None), *(slice(*span) for span in patch.spans))
    outside = made(kind, 99)
    outside[inside] = shown[inside]
    assert value(outside) == pytest.approx(patch.value, rel=1e-5)
    for axis, (first, end) in enumerate(patch.spans, 1):
        assert 0 <= first < end <= shown.shape[axis]
        for edge in (first, end - 1):  # a narrower span would be wrong
            changed = shown.copy()
            at = [slice(None), *(slice(*span) for span in patch.spans)]
            at[axis] = slice(edge, edge + 1)
            changed[tuple(at)] += 3
            assert value(changed) != pytest.approx(patch.value, rel=1e-3)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_map_lies_over_the_picture_where_the_unit_looks(kind: Kind) -> None:
    explored = network(kind)
    layer = explored.layers[-1]
    unit, patch = firing(explored, layer.name, nine(explored, sources(kind)))
    seen = look_closely(explored, made(kind, patch.picture), layer, unit, patch)
    scene = seen.scene
    assert seen.values[patch.place] == pytest.approx(patch.value, rel=1e-5)
    height, width = scene.picture.shape[:2]
    left, top, right, bottom = scene.box
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    row, column = np.unravel_index(scene.values.argmax(), scene.values.shape)
    assert scene.values[row, column] == pytest.approx(patch.value, rel=1e-5)
    down, across = scene.fields
    assert column * across.jump + across.start == pytest.approx((left + right - 1) / 2)
    assert row * down.jump + down.start == pytest.approx((top + bottom - 1) / 2)
    for told in seen.why.values():
        assert told.shape == seen.why["gradient"].shape
    assert len(np.unique(seen.why["gradient"])) > 8
    tile = at_side(seen.cut, 96)
    assert tile.shape == (96, 96, 3)
    assert len(np.unique(tile)) > (8 if kind is not SERIES else 1)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_an_input_is_developed_that_excites_the_unit(kind: Kind) -> None:
    explored = network(kind)
    layer = explored.layers[0]
    unit, _patch = firing(explored, layer.name, nine(explored, sources(kind)[:2]))
    steps = list(imagine_own(explored, layer, unit, iterations=12))
    assert [step.iteration for step in steps] == list(range(1, 13))
    assert steps[-1].value > max(0, 1.2 * steps[0].value)
    assert steps[-1].picture.shape[0] == steps[-1].picture.shape[1]
    again = list(imagine_own(explored, layer, unit, iterations=12))
    assert again[-1].value == pytest.approx(steps[-1].value, rel=1e-3)
    with pytest.raises(UnknownUnit):
        next(imagine_own(explored, layer, layer.units))


def test_a_long_recording_is_shown_around_the_patch() -> None:
    explored = network(SERIES)
    shown = np.zeros((1, 5000), np.float32)
    shown[0, 3000:3020] = 1
    given = [Source("one", lambda: shown)]
    layer = explored.layers[-1]
    unit, patch = firing(explored, layer.name, nine(explored, given))
    scene = look_closely(explored, shown, layer, unit, patch).scene
    assert scene.picture.shape[1] == STRETCH
    assert scene.box[1:] == (0, scene.box[2], scene.picture.shape[0])
    first = patch.spans[0][0]
    across = scene.fields[1]
    column = round((scene.box[0] + (across.size - 1) / 2 - across.start) / across.jump)
    assert scene.values[0, column] == pytest.approx(patch.value, rel=1e-5)
    assert first > 2500


def test_a_volume_is_shown_as_a_slice_and_its_parts_as_three() -> None:
    explored = network(VOLUME)
    shown = np.zeros((1, 16, 18, 20), np.float32)
    shown[0, 6:9, 7:10, 8:11] = 1
    layer = explored.layer("conv1")
    unit, patch = firing(explored, "conv1", nine(explored, [Source("one", lambda: shown)]))
    seen = look_closely(explored, shown, layer, unit, patch)
    assert seen.scene.picture.shape == (18, 20, 3)
    assert seen.scene.values.shape == (14, 16)
    assert seen.cut.shape == (11, 11, 3)  # three slices of five, a pixel between
    (near, far), *_ = patch.spans
    bright = seen.scene.picture[:, :, 0] > 128
    assert bright.any() == (6 <= (near + far) // 2 < 9)


def test_a_clip_is_shown_as_a_frame_and_its_parts_as_four() -> None:
    explored = network(CLIP)
    shown = np.zeros((1, 16, 18, 20), np.float32)
    for moment in range(16):  # a line on its way
        shown[0, moment, :, moment] = 1
    layer = explored.layer("conv1")
    assert layer.moving
    unit, patch = firing(explored, "conv1", nine(explored, [Source("one", lambda: shown)]))
    seen = look_closely(explored, shown, layer, unit, patch)
    assert seen.scene.picture.shape == (18, 20, 3)
    assert seen.cut.shape == (91, 91, 3)  # four frames of five by five, each pixel nine wide; one between
    (near, far), (top, bottom), (left, right) = patch.spans
    part = shown[0, near:far, top:bottom, left:right] > 0.5
    lit = seen.cut[:, :, 0] > 128
    for place, number in (((4, 4), 0), ((4, 50), 1), ((50, 4), 3), ((50, 50), 4)):
        rows, columns = (slice(at, at + 45, 9) for at in place)
        np.testing.assert_array_equal(lit[rows, columns], part[number])


@pytest.mark.parametrize(
    ("kind", "shape"),
    [(SOUND, (64, 4)), (SERIES, (1, 6)), (VOLUME, (1, 4, 30, 30)), (CLIP, (1, 4, 30, 30))],
    ids=list(KINDS),
)
def test_what_reaches_no_layer_is_one_sentence(kind: Kind, shape: tuple[int, ...]) -> None:
    explored = network(kind)
    small: Callable[[], Values] = lambda: np.zeros(shape, np.float32)  # noqa: E731
    given = [Source("big", partial(made, kind, 0)), Source("small", small)]
    found = nine(explored, given)
    assert found.pictures == ("big",)
    assert isinstance(found.problems[0].error, RecordingTooSmall)
    assert "small" in str(found.problems[0].error)


def test_units_that_learnt_motion_are_shown_by_clips_that_move_so(tmp_path: Path) -> None:
    given = finish(examples(made_classes.clips(tmp_path / "Motion", each=9, side=20)))
    taught = finish(train(given, replace(USUAL, epochs=4, views=6)))
    assert taught.net is not None
    assert taught.after is not None
    assert taught.after.accuracy == 1  # on files that it had not seen
    explored = OwnExplorable.of(taught.net, "own:Motion", torch.device("cpu"))
    sources = sources_of(explored, sorted((tmp_path / "Motion").rglob("*.mp4")))
    found = nine(explored, sources)
    table = found.strongest("conv2", whole=False)
    fast = np.array(["class 1" in name for name in found.pictures])
    of_nine = [int(fast[pictures].sum()) for pictures in table.pictures[table.values[:, -1] > 0]]
    assert 0 in of_nine  # a unit for what moves slowly
    assert NINE in of_nine  # and one for what moves fast
