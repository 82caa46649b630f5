"""Live style: camera frames painted as they come, recorded into files that are whole, the lane let go."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.camera.replay import Video
from desktop.camera.source import Frame
from desktop.paths import Home
from desktop.style.errors import NoStyle
from desktop.style.networks import Networks
from desktop.style.recipe import Style
from desktop.vectors import Picture
from desktop.work.camera import CameraThread
from desktop.work.jobs.live_style import LiveStyleJobs
from desktop.work.lanes import Lane
from desktop.work.live_style import LiveStyleSession
from desktop.work.messages import Failure
from desktop.work.studio_messages import LiveStyleFrame
from tests.work.scripted_style import ScriptedEngine, engine, shade

__all__ = ["engine"]

WAVES, RUST = (Style(shade(100), name="Waves"),), (Style(shade(200), name="Rust"),)


class ScriptedPainter:
    """Paints a frame in the shade of its style, darkened by the strength."""

    def __init__(self, styles: object) -> None:
        if isinstance(styles, int):
            self._shade = styles
        else:
            assert isinstance(styles, tuple)
            if not styles:
                raise NoStyle
            self._shade = int(styles[0].picture[0, 0, 0])

    def paint(self, frame: Picture, strength: float) -> Picture:
        return shade(round(self._shade * strength))


class Camera:
    """A camera that gives a frame whenever the test wants one, from the window's thread."""

    def __init__(self) -> None:
        self.thread = CameraThread(lambda _: pytest.fail("no source is opened"))
        self._index = 0

    def shoot(self) -> None:
        self._index += 1
        frame = Frame(shade(self._index), self._index, self._index / 30)
        self.thread.newest = frame
        if self.thread.style_wanted:
            self.thread.style.put(frame)


class Stage:
    def __init__(self, home: Home, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.camera = Camera()
        self.lane = Lane("studio", together=False)
        ticks = count()
        jobs = LiveStyleJobs(Networks(home, "cpu"), clock=lambda: next(ticks) / 10)
        self.session = LiveStyleSession(jobs, self.lane, self.camera.thread)
        self.frames: list[LiveStyleFrame] = []
        self.saved: list[str] = []
        self.failures: list[Failure] = []
        self.playing: list[bool] = []
        self.session.arrived.connect(self.frames.append)
        self.session.saved.connect(self.saved.append)
        self.session.failed.connect(self.failures.append)
        self.session.playing_changed.connect(self.playing.append)

    def until(self, true: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(true)

    def see(self, frames: int = 1) -> LiveStyleFrame:
        """Let so many frames be painted; gives the last."""
        for _ in range(frames):
            before = len(self.frames)
            self.camera.shoot()
            self.until(lambda before=before: len(self.frames) > before)  # type: ignore[misc]
        return self.frames[-1]

    def shade(self) -> int:
        return int(self.see().picture[0, 0, 0])


@pytest.fixture
def stage(
    home: Home, qtbot: QtBot, engine: ScriptedEngine, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Stage]:
    monkeypatch.setattr(engine, "Painter", lambda _networks, styles: ScriptedPainter(styles))
    made = Stage(home, qtbot)
    made.lane.start()
    yield made
    made.lane.stop()


def length(path: str | Path) -> int:
    video = Video(Path(path))
    try:
        return sum(1 for _ in video.frames())
    finally:
        video.close()


def test_frames_are_painted_as_they_come_and_the_rate_is_told(stage: Stage) -> None:
    stage.camera.shoot()
    assert stage.camera.thread.style.take() is None  # nobody wants them yet
    stage.session.start(WAVES, 0.5)
    assert stage.session.playing
    assert stage.shade() == 50
    assert stage.see(4).rate == pytest.approx(10)
    stage.session.stop()
    assert stage.playing == [True, False]
    stage.camera.shoot()
    assert stage.camera.thread.style.take() is None


def test_strength_and_styles_change_with_the_next_frame(stage: Stage) -> None:
    stage.session.start(WAVES)
    assert stage.shade() == 100
    stage.session.change(strength=0.5)
    stage.session.change(styles=RUST)
    stage.until(lambda: stage.shade() == 100 and stage.see().picture[0, 0, 0] == 100)
    stage.session.change(strength=1.0)
    stage.until(lambda: stage.shade() == 200)
    stage.session.start(7)  # a fixed one, while it plays
    stage.until(lambda: stage.shade() == 7)


def test_styles_that_can_not_be_painted_are_said_and_the_old_ones_go_on(stage: Stage) -> None:
    stage.session.start(WAVES)
    stage.see()
    stage.session.change(styles=())
    stage.until(lambda: bool(stage.failures))
    assert "no style to paint in" in stage.failures[0].text
    assert stage.shade() == 100
    stage.session.stop()
    stage.session.start(())
    stage.until(lambda: not stage.session.playing)
    assert len(stage.failures) == 2


def test_a_recording_is_whole_after_it_was_stopped(stage: Stage, tmp_path: Path) -> None:
    stage.session.start(WAVES)
    stage.see()
    stage.session.record(tmp_path / "dance.mp4")
    assert stage.session.recording
    stage.until(lambda: stage.see().recording is not None)
    assert (stage.see(10).recording or 0) >= 0.9
    stage.session.stop_recording()
    stage.until(lambda: stage.saved == [str(tmp_path / "dance.mp4")])
    assert length(stage.saved[0]) >= 30  # a second, at 30 a second, of ten pictures
    stage.until(lambda: stage.see().recording is None)


def test_a_second_recording_ends_the_first_and_stop_ends_the_second(stage: Stage, tmp_path: Path) -> None:
    stage.session.start(WAVES)
    stage.session.record(tmp_path / "one.mp4")
    stage.until(lambda: stage.see().recording is not None)
    stage.session.record(tmp_path / "two.avi")
    stage.until(lambda: len(stage.saved) == 1)
    stage.see(3)
    stage.session.stop()
    stage.until(lambda: stage.saved == [str(tmp_path / "one.mp4"), str(tmp_path / "two.avi")])
    assert all(length(path) for path in stage.saved)
    assert {path.name for path in tmp_path.iterdir()} >= {"one.mp4", "two.avi"}
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_closing_the_program_saves_the_recording(stage: Stage, tmp_path: Path) -> None:
    stage.session.start(WAVES)
    stage.session.record(tmp_path / "dance.mp4")
    stage.until(lambda: (stage.see().recording or 0) > 0.3)
    stage.lane.stop()
    assert length(tmp_path / "dance.mp4") > 9
    stage.until(lambda: not stage.session.playing)


def test_a_place_that_can_not_be_written_is_said_and_the_painting_goes_on(
    stage: Stage, tmp_path: Path
) -> None:
    (tmp_path / "file").write_bytes(b"")
    stage.session.start(WAVES)
    stage.session.record(tmp_path / "file" / "dance.mp4")
    stage.until(lambda: stage.see() is not None and bool(stage.failures))
    assert "can't be written" in stage.failures[0].text
    assert not stage.session.recording
    assert stage.shade() == 100
    assert stage.saved == []


def test_other_work_passes_between_two_frames_and_stop_lets_the_lane_go(stage: Stage, tmp_path: Path) -> None:
    stage.session.start(WAVES)
    stage.see()
    with stage.qtbot.waitSignal(stage.lane.submit(lambda: iter(()), "short").ended):  # type: ignore[arg-type, return-value]
        pass
    stage.session.stop()
    stage.until(lambda: not stage.lane._tasks)


def test_the_newest_frame_is_taken_without_waiting(stage: Stage) -> None:
    assert stage.session.take() is None
    stage.camera.shoot()
    stage.camera.shoot()
    frame = stage.session.take()
    assert frame is not None
    assert frame.index == 2
