"""The Studio's sessions with the real networks, at a size of a few pixels: everything fits together."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.camera.replay import Video
from desktop.camera.source import Frame
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.settings import Settings
from desktop.style.export import read_recipe
from desktop.style.networks import NEEDED
from desktop.style.recipe import Preview, Recipe, Style, StyleResult, StyleStep, Work
from desktop.vectors import Picture
from desktop.work.core import Core
from desktop.work.jobs.shelf import landscape
from desktop.work.studio_messages import LiveStyleFrame
from tests.weights_fixture import with_weights

RECIPE = Recipe(size=64, iterations=8)
WAIT = 60_000


def waves() -> Picture:
    y, x = np.mgrid[0:80, 0:80]
    wave = np.sin(x / 3 + 3 * np.sin(y / 9))
    return np.stack([127 + 100 * wave, 90 + 40 * wave, 160 - 90 * wave], axis=2).astype(np.uint8)


class Photos:
    """A camera that shows one photo at 100 pictures a second until it is closed."""

    name, rate, live, total = "photos", 100.0, True, 0

    def __init__(self) -> None:
        self._closed = threading.Event()

    def frames(self) -> Iterator[Frame]:
        picture, index = landscape(96), 0
        while not self._closed.wait(0.01):
            index += 1
            yield Frame(picture, index, index / 100)

    def close(self) -> None:
        self._closed.set()


@pytest.fixture
def core(tmp_path: Path, weights: Home) -> Iterator[Core]:
    with_weights(weights, NEEDED)
    home = Home(tmp_path / "home", weights_from=weights.weights.parent)
    home.make()
    made = Core(home, Settings(device="cpu"), lambda _: Photos())
    made.studio_lane.start()
    yield made
    made.stop()


def wait(qtbot: QtBot, true: Callable[[], bool]) -> None:
    qtbot.waitUntil(true, timeout=WAIT)


def a_work(**choices: object) -> Work:
    return Work(landscape(96), (Style(waves(), name="Waves"),), replace(RECIPE, **choices))  # type: ignore[arg-type]


def test_a_picture_develops_is_broken_off_and_taken_up_by_the_next_start(qtbot: QtBot, core: Core) -> None:
    studio = core.studio
    previews: list[Preview] = []
    steps: list[tuple[StyleStep, bytes]] = []
    results: list[StyleResult] = []
    studio.previewed.connect(previews.append)
    studio.stepped.connect(lambda step: steps.append((step, step.picture.tobytes())))
    studio.finished.connect(results.append)
    studio.load()
    wait(qtbot, lambda: studio.state.phase == "empty")
    studio.preview(a_work())
    wait(qtbot, lambda: studio.state.phase == "done")
    assert previews[-1].whole
    assert previews[-1].picture.shape == (64, 64, 3)
    studio.preview(a_work(), fixed=3)
    wait(qtbot, lambda: studio.state.phase == "previewing")
    wait(qtbot, lambda: studio.state.phase == "done")
    assert not np.array_equal(previews[-1].picture, previews[0].picture)

    studio.refine(a_work(iterations=10_000), "Landscape")
    wait(qtbot, lambda: len(studio.curve) > 3)
    studio.change(a_work(iterations=10_000, style_weight=1.0))
    before = studio.curve[-1][0]
    wait(qtbot, lambda: studio.curve[-1][0] > before + 2)
    assert studio.curve[-1][2] < 0.1 * studio.curve[2][2]  # the style counts a thousandth of what it did
    studio.cancel()
    wait(qtbot, lambda: studio.state.phase == "cancelled")
    reached = studio.states[-1].iteration
    assert reached == studio.curve[-1][0]
    # What a step showed stays as it was, however the canvas moved on.
    assert all(step.picture.tobytes() == shown for step, shown in steps)

    again = Core(core.home, Settings(device="cpu"), lambda _: Photos())
    again.studio_lane.start()
    try:
        with qtbot.waitSignal(again.studio.recent().done, timeout=WAIT) as found:
            pass
        (card,) = found.args[0]
        assert (card.title, card.finished, card.iterations) == ("Landscape", False, reached)
        with qtbot.waitSignal(again.studio.restore(card.run).done, timeout=WAIT) as found:
            pass
        restored = found.args[0]
        assert restored.work.recipe.style_weight == 1.0
        again.studio.finished.connect(results.append)
        work = replace(restored.work, recipe=replace(restored.work.recipe, iterations=reached + 4))
        again.studio.go_on(restored, work)
        wait(qtbot, lambda: again.studio.state.phase in ("done", "failed"))
        assert again.studio.state.phase == "done", again.studio.state
        assert results[-1].picture.shape == (64, 64, 3)
        assert again.studio.states[-1].iteration == reached + 4
        assert again.studio.curve[-1][0] == reached + 4
    finally:
        again.stop()


def test_live_style_goes_before_a_run_and_the_run_before_the_queue(
    qtbot: QtBot, core: Core, tmp_path: Path
) -> None:
    frames: list[LiveStyleFrame] = []
    saved: list[str] = []
    core.live_style.arrived.connect(frames.append)
    core.live_style.saved.connect(saved.append)
    photo = tmp_path / "harbour.png"
    write_png(landscape(96), photo)
    core.queue.add([photo], [Style(waves(), name="Waves")], RECIPE, tmp_path / "out")
    core.studio.refine(a_work(iterations=10_000))
    wait(qtbot, lambda: len(core.studio.curve) > 1)
    (item,) = core.queue.items
    assert (item.phase, item.fraction) == ("waiting", None)

    core.live._camera.play("")
    core.live_style.start((Style(waves(), name="Waves"),), 0.8)
    assert core.studio.state.phase == "paused"
    core.live_style.record(tmp_path / "dance.mp4")
    wait(qtbot, lambda: bool(frames) and (frames[-1].recording or 0) > 0.2)
    stood = len(core.studio.curve)
    before = len(frames)
    wait(qtbot, lambda: len(frames) > before + 3)
    assert len(core.studio.curve) == stood
    assert frames[-1].rate > 1
    assert frames[-1].picture.shape == (96, 96, 3)
    taken = core.live_style.take()
    assert taken is not None
    np.testing.assert_array_equal(taken.picture, landscape(96))
    core.live_style.stop()
    assert core.studio.state.phase == "running"
    wait(qtbot, lambda: len(core.studio.curve) > stood)
    assert saved == [str(tmp_path / "dance.mp4")]
    video = Video(Path(saved[0]))
    assert sum(1 for _ in video.frames()) >= 6
    video.close()

    core.studio.cancel()
    wait(qtbot, lambda: core.queue.items[0].phase in ("done", "failed"))
    (item,) = core.queue.items
    assert item.phase == "done", item
    painted = Path(item.saved_as)
    assert painted.name == "harbour in Waves.png"
    assert read_picture(painted).shape == (64, 64, 3)
    assert read_recipe(painted) == RECIPE
