"""The queue: every picture gets its outcome, the user's own work goes first."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.style.export import read_recipe
from desktop.style.networks import Networks
from desktop.style.recipe import Recipe, Style
from desktop.work.jobs.pictures import free_path
from desktop.work.jobs.queue import QueueJobs
from desktop.work.jobs.studio import StudioJobs
from desktop.work.lanes import Lane
from desktop.work.queue import QueueSession
from desktop.work.studio import StudioSession
from desktop.work.studio_messages import QueueItem
from tests.work.scripted_style import ScriptedEngine, engine, shade

__all__ = ["engine"]

WAVES, RUST = Style(shade(99), name="Waves"), Style(shade(50), name="Rust", weight=0.5)
SHORT, LONG = Recipe(size=48, iterations=5), Recipe(size=48, iterations=100_000)


class Stage:
    """A queue on a running lane, a folder of photos, and a place for what comes out."""

    def __init__(self, home: Home, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.lane = Lane("studio", together=False)
        networks = Networks(home, "cpu")
        self.session = QueueSession(QueueJobs(networks), self.lane)
        self.studio = StudioSession(StudioJobs(networks), self.lane)
        self.photos, self.out = folder / "photos", folder / "out"
        for number in range(3):
            write_png(shade(number), self.photos / f"photo {number}.png")

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def phases(self) -> list[str]:
        return [item.phase for item in self.session.items]

    def item(self, place: int) -> QueueItem:
        return self.session.items[place]

    def files(self) -> set[str]:
        return {path.name for path in self.out.iterdir()} if self.out.is_dir() else set()


@pytest.fixture
def stage(home: Home, qtbot: QtBot, engine: ScriptedEngine, tmp_path: Path) -> Iterator[Stage]:
    made = Stage(home, qtbot, tmp_path)
    made.lane.start()
    yield made
    made.lane.stop()


def test_a_folder_in_two_styles_each_is_painted_and_saved_with_its_settings(
    stage: Stage, engine: ScriptedEngine
) -> None:
    stage.session.add([stage.photos], [WAVES, RUST], SHORT, stage.out, each=True)
    stage.until(lambda: stage.phases() == ["done"] * 6)
    assert stage.files() == {
        f"photo {number} in {style}.png" for number in range(3) for style in ("Waves", "Rust")
    }
    saved = Path(stage.item(0).saved_as)
    assert read_recipe(saved) == SHORT
    assert read_picture(saved)[0, 0, 0] == 5
    assert all(len(work.styles) == 1 and work.styles[0].weight == 1 for work in engine.works)
    assert [item.fraction for item in stage.session.items] == [1.0] * 6


def test_styles_together_make_one_picture_and_an_old_one_is_never_replaced(
    stage: Stage, engine: ScriptedEngine
) -> None:
    photo = stage.photos / "photo 0.png"
    for _ in range(2):
        stage.session.add([photo], [WAVES, RUST], SHORT, stage.out)
    stage.until(lambda: stage.phases() == ["done"] * 2)
    assert stage.files() == {"photo 0 in Waves + Rust.png", "photo 0 in Waves + Rust 2.png"}
    assert [style.weight for style in engine.works[0].styles] == [1.0, 0.5]


def test_one_that_fails_does_not_stop_the_others(stage: Stage) -> None:
    (stage.photos / "photo 1.png").write_bytes(b"no picture")
    stage.session.add([stage.photos, stage.photos / "gone.png"], [WAVES], SHORT, stage.out)
    stage.until(lambda: stage.phases() == ["done", "failed", "done", "failed"])
    assert "can't be read as a picture" in stage.item(1).failure.text  # type: ignore[union-attr]
    assert "does not exist" in stage.item(3).failure.text  # type: ignore[union-attr]
    assert len(stage.files()) == 2


def test_an_empty_folder_and_one_that_can_not_be_written_are_said(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    stage.session.add([tmp_path / "none"], [WAVES], SHORT, stage.out)
    stage.until(lambda: stage.phases() == ["failed"])
    assert "holds no pictures" in stage.item(0).failure.text  # type: ignore[union-attr]
    stage.session.clear()
    (tmp_path / "file").write_bytes(b"")
    stage.session.add([stage.photos / "photo 0.png"], [WAVES], LONG, tmp_path / "file" / "out")
    stage.until(lambda: stage.phases() == ["failed"])
    assert "can't be written" in stage.item(0).failure.text  # type: ignore[union-attr]


def test_progress_and_remaining_time_are_told_for_each(stage: Stage, engine: ScriptedEngine) -> None:
    engine.holds_at = 10
    stage.session.add([stage.photos], [WAVES], Recipe(size=48, iterations=1000), stage.out)
    stage.until(lambda: len(stage.session.items) == 3 and (stage.item(0).fraction or 0) > 0)
    first, second, third = stage.session.items
    assert (first.phase, second.phase) == ("running", "waiting")
    assert 0 < (first.fraction or 0) <= 1
    assert first.remaining == pytest.approx(1000 * (1 - (first.fraction or 0)))
    assert second.remaining == pytest.approx(first.remaining + 1000)  # type: ignore[operator]
    assert third.remaining == pytest.approx(first.remaining + 2000)  # type: ignore[operator]


def test_cancel_ends_one_and_clear_forgets_what_is_over(stage: Stage) -> None:
    stage.session.add([stage.photos], [WAVES], LONG, stage.out)
    stage.until(lambda: stage.phases() == ["running", "waiting", "waiting"])
    stage.session.cancel(stage.item(0).key)
    stage.session.cancel(stage.item(2).key)
    stage.until(lambda: stage.phases() == ["cancelled", "running", "cancelled"])
    stage.session.clear()
    assert stage.phases() == ["running"]
    assert stage.files() == set()


def test_pause_holds_all_and_lets_others_pass(stage: Stage, engine: ScriptedEngine) -> None:
    stage.session.add([stage.photos], [WAVES], LONG, stage.out)
    stage.until(lambda: stage.phases() == ["running", "waiting", "waiting"])
    stage.session.pause()
    assert stage.phases() == ["paused", "waiting", "waiting"]
    stage.session.add([stage.photos / "photo 0.png"], [WAVES], SHORT, stage.out)
    stage.until(lambda: len(stage.session.items) == 4)
    done = len(engine.order)
    with stage.qtbot.waitSignal(stage.studio.recent().done):
        pass
    assert len(engine.order) == done
    stage.session.resume()
    stage.until(lambda: len(engine.order) > done)
    assert stage.phases()[0] == "running"
    for item in stage.session.items:
        stage.session.cancel(item.key)
    stage.until(lambda: stage.phases() == ["cancelled"] * 4)


def test_a_run_goes_before_the_queue(stage: Stage, engine: ScriptedEngine) -> None:
    stage.session.add([stage.photos], [WAVES], LONG, stage.out)
    stage.until(lambda: stage.phases()[:1] == ["running"])
    stage.session.block(True)
    assert stage.phases()[0] == "paused"
    with stage.qtbot.waitSignal(stage.studio.finished):
        stage.studio.refine(engine.works[0].__class__(shade(1), (WAVES,), SHORT))
    stage.session.block(False)
    stage.until(lambda: stage.phases()[0] == "running")


def test_closing_leaves_no_half_file(
    home: Home, qtbot: QtBot, engine: ScriptedEngine, tmp_path: Path
) -> None:
    stage = Stage(home, qtbot, tmp_path)
    stage.lane.start()
    stage.session.add([stage.photos], [WAVES], LONG, stage.out)
    stage.until(lambda: stage.phases()[:1] == ["running"])
    stage.lane.stop()
    assert stage.files() == set()
    assert engine.closed == 1


@given(content=st.text(max_size=300), style=st.text(max_size=300))
def test_any_name_makes_a_file_name(content: str, style: str) -> None:
    name = free_path(Path(), content, style).name
    assert len(name.encode()) <= 255
    assert name.endswith(".png")
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t')
    assert not name.startswith(".")
    assert " in " in name


def test_a_sample_is_called_by_what_it_shows(stage: Stage) -> None:
    (stage.photos / "photo 0.png").rename(stage.photos / "sample-chelsea.png")
    stage.session.add([stage.photos / "sample-chelsea.png"], [WAVES], SHORT, stage.out)
    stage.until(lambda: stage.phases() == ["done"])
    assert stage.files() == {"Chelsea in Waves.png"}
