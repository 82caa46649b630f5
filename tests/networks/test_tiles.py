"""Tiles own every unit of every layer once, and see all that their units see."""

from __future__ import annotations

import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.networks.tiles import GRID, cut, halo
from desktop.networks.vgg19 import CHANNELS, receptive_field

SIZES = st.integers(16, 700)
LAYERS = st.sampled_from(list(CHANNELS))


@settings(deadline=None)
@given(SIZES, st.integers(1, 300), LAYERS)
def test_every_unit_has_one_owner(length: int, side: int, layer: str) -> None:
    jump = receptive_field(layer).jump
    owners = torch.zeros(length // jump, 16 // jump)
    for tile in cut(length, 16, side, [layer]):
        tile.of_whole(owners, layer).add_(1)
        shown = tile.shown(torch.zeros(1, 1, length, 16))
        units = torch.zeros(shown.shape[2] // jump, shown.shape[3] // jump)
        assert tile.of_shown(units, layer).shape == tile.of_whole(owners, layer).shape
        assert tile.spans[0].stop - tile.spans[0].start <= max(GRID, side)
    assert (owners == 1).all()


@settings(deadline=None)
@given(st.integers(200, 900), st.integers(16, 300), LAYERS)
def test_a_tile_is_shown_all_that_its_units_see(length: int, side: int, layer: str) -> None:
    size, jump, start = receptive_field(layer)
    for tile in cut(length, 32, side, [layer]):
        rows = tile.spans[0]
        owned = range(length // jump)[rows.units(jump)]
        if owned:
            assert rows.shown_start <= max(0, owned[0] * jump + start - (size - 1) / 2)
            assert rows.shown_stop >= min(length, owned[-1] * jump + start + (size - 1) / 2 + 1)


def test_the_halo_is_as_wide_as_the_deepest_layer_needs() -> None:
    assert halo(["conv1_1"]) == GRID
    assert halo(["conv5_1", "conv1_1"]) == 80
    assert halo(["conv5_4"]) == 128


def test_one_tile_where_the_picture_is_no_larger() -> None:
    assert len(cut(100, 200, 200, ["conv5_1"])) == 1
    assert len(cut(100, 200, None, ["conv5_1"])) == 1
    assert len(cut(100, 200, 112, ["conv5_1"])) == 2
