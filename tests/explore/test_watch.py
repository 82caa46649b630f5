"""A layer watched live: maps of every unit, the nine so far, a size that keeps up, and frames let go of."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from desktop.errors import NoFace
from desktop.explore.explorable import Explorable
from desktop.explore.watch import Seen, Watch
from desktop.progress import finish
from desktop.vectors import Picture
from tests.explore.made import made


class Clock:
    """A look takes `took` seconds."""

    def __init__(self, took: float) -> None:
        self.took, self.now = took, 0.0

    def __call__(self) -> float:
        self.now += self.took / 2
        return self.now


def frames(count: int) -> Iterator[Picture]:
    for seed in range(count):
        yield made(seed, 90, 160)


def look(watch: Watch, picture: Picture, layer: str = "conv2_1") -> Seen:
    return finish(watch.see(picture, layer, 1 / 30))


def test_maps_and_nine_follow_the_frames(vgg: Explorable) -> None:
    watch = Watch(vgg, Clock(1 / 60))
    seen = [look(watch, frame) for frame in frames(4)]
    last = seen[-1]
    assert last.shown.shape == made(3, 90, 160).shape
    height, width = last.cell
    assert (height, width) == (45, 80)
    rows, columns = last.maps.shape
    assert columns == last.across * (width + 1)
    assert rows * columns >= 128 * (height + 1) * (width + 1)
    unit = int(np.argmax(last.values))
    row, column = divmod(unit, last.across)
    cell = last.maps[row * (height + 1) :, column * (width + 1) :][:height, :width]
    strongest = last.found.strongest("conv2_1", whole=False).values[unit, 0]
    assert cell.max() == int(255 * last.values[unit] / strongest)
    assert len(set(last.found.strongest("conv2_1", whole=False).pictures[unit, :4].tolist())) == 4
    assert last.found.read(0).shape == (90, 160, 3)
    assert last.rate > 0


def test_each_layer_has_its_own_nine(vgg: Explorable) -> None:
    watch = Watch(vgg, Clock(1 / 60))
    look(watch, made(0, 90, 160))
    other = look(watch, made(1, 90, 160), "conv3_1")
    assert set(other.found.anywhere) == {"conv3_1"}
    back = look(watch, made(2, 90, 160))
    assert len(back.found.pictures) == 2


@pytest.mark.parametrize(("took", "smaller"), [(0.2, True), (0.001, False)])
def test_the_size_keeps_up_with_the_camera(vgg: Explorable, took: float, smaller: bool) -> None:
    watch = Watch(vgg, Clock(took))
    sizes = [max(look(watch, made(0, 180, 320), "conv1_1").shown.shape) for _ in range(12)]
    assert (sizes[-1] < sizes[0]) == smaller
    assert 96 <= sizes[-1] <= 320


def test_frames_that_matter_to_nobody_are_let_go(vgg: Explorable) -> None:
    watch = Watch(vgg, Clock(1 / 60))
    for _ in range(15):
        seen = look(watch, made(0, 90, 160), "conv1_1")  # the same again and again: ties never come in
    assert len(seen.found.pictures) == 9
    dark = look(watch, np.zeros((90, 160, 3), np.uint8), "conv1_1")
    assert len(dark.found.pictures) <= 10
    for name in dark.found.pictures[:9]:
        assert dark.found.reader is not None
        assert dark.found.reader(name).shape == (90, 160, 3)


def test_a_network_for_faces_waits_for_a_face(sface: Explorable) -> None:
    with pytest.raises(NoFace):
        look(Watch(sface), made(0, 90, 160), "conv_1")
