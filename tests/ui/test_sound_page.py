"""The Sound page as a user meets it, over a session that the test answers for; and once for real."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import miniaudio
import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.signals import audio, sound
from desktop.signals.audio import RATE, Samples, Sound
from desktop.signals.errors import NoPlayback, SilentSound
from desktop.signals.filters import WideLayer
from desktop.signals.playback import Player
from desktop.signals.recipe import SoundLosses, SoundRecipe, SoundResult, SoundStep, SoundWork
from desktop.ui import theme
from desktop.ui.main_window import MainWindow
from desktop.ui.pages.sound.page import SoundPage
from desktop.ui.pages.sound.view import envelope, levels
from desktop.work.jobs.sound import SoundJobs
from desktop.work.lanes import Lane, Task
from desktop.work.messages import Failure
from desktop.work.playback import Playback
from desktop.work.sound import SoundSession
from desktop.work.sound_messages import Heard
from tests.fakes import fail, finish
from tests.signals.made_sounds import bursts, melody
from tests.ui.accessible import keyboard_problems, unnamed_controls
from tests.ui.drops import drop

CURVE = ((1, 0.0, 1.0), (2, 0.2, 0.4))
SPECTROGRAM = np.random.default_rng(0).random((1025, 40), np.float32)


def step(iteration: int = 2, shade: float = 0.5) -> SoundStep:
    samples = np.full(RATE, shade, np.float32)
    return SoundStep(
        iteration, 40, SoundLosses(0.2, 0.4), SPECTROGRAM, samples, SPECTROGRAM[None], 3.0, 19.0, CURVE
    )


RESULT = SoundResult(np.full(RATE, 0.8, np.float32), 1.0, SPECTROGRAM, 40, 9.0, SoundLosses(0.3, 0.02), CURVE)


class FakePlayback(QObject):
    changed = Signal()
    failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.key, self.position, self.looped = "", 0.0, False
        self.samples: Samples = np.zeros(0, np.float32)

    def play(self, key: str, samples: Samples, seconds: float = 0.0) -> None:
        self.key, self.samples, self.position = key, samples, seconds
        self.changed.emit()

    def swap(self, key: str, samples: Samples) -> None:
        self.key, self.samples = key, samples
        self.changed.emit()

    def loop(self, on: bool) -> None:
        self.looped = on

    def stop(self) -> None:
        self.key = ""
        self.changed.emit()

    def look(self) -> None:
        pass


class FakeTask(Task):
    """A task that runs nowhere and remembers what it was told."""

    def __init__(self) -> None:
        super().__init__(lambda: (_ for _ in ()), "fake")
        self.sent: list[SoundRecipe] = []
        self.cancels = 0

    def send(self, settings: object) -> None:
        assert isinstance(settings, SoundRecipe)
        self.sent.append(settings)

    def cancel(self) -> None:
        self.cancels += 1


class FakeSession:
    def __init__(self) -> None:
        self.playback = FakePlayback()
        self.calls: list[tuple[object, ...]] = []
        self.tasks: list[FakeTask] = []

    def _made(self, *call: object) -> FakeTask:
        self.calls.append(call)
        self.tasks.append(FakeTask())
        return self.tasks[-1]

    def read(self, path: Path) -> FakeTask:
        return self._made("read", path)

    def run(self, work: SoundWork, *, resume: bool = True) -> FakeTask:
        return self._made("run", work, resume)

    def write(self, path: Path, samples: Samples) -> FakeTask:
        return self._made("write", path, samples)


class Opened:
    """The page in a window of its own."""

    def __init__(self, qtbot: QtBot, session: object) -> None:
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.page = SoundPage(SimpleNamespace(sound=session), self.window.notices)  # type: ignore[arg-type]
        self.window.add_page(self.page, "Sound", "sound")
        self.window.resize(1280, 800)
        self.window.show()
        qtbot.waitExposed(self.window)

    def said(self) -> list[str]:
        return [notice.sentence for notice in self.window.notices.shown()]


class WithFakes(Opened):
    def __init__(self, qtbot: QtBot) -> None:
        self.session = FakeSession()
        super().__init__(qtbot, self.session)

    def give(self, key: str, made: Sound | None = None) -> None:
        self.page.read(key, Path(f"{key}.wav"))
        finish(self.session.tasks[-1], Heard(made or melody(1.0), SPECTROGRAM))

    def started(self) -> FakeTask:
        self.give("content")
        self.give("texture", bursts(1.0))
        self.page.transport.start_button.click()
        return self.session.tasks[-1]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[WithFakes]:
    made = WithFakes(qtbot)
    yield made
    made.window.close()


def test_the_empty_page_says_what_to_drop(opened: WithFakes) -> None:
    page = opened.page
    assert page.content.blank.line() == "Drop a sound to change"
    assert page.texture.blank.line() == "Drop a sound with a texture"
    assert not page.transport.start_button.isEnabled()
    assert not page.export_button.isEnabled()
    assert page.transport.words.text() == "Two sounds are needed."
    assert unnamed_controls(opened.window) == []
    assert keyboard_problems(opened.window) == []


def test_dropped_sounds_are_read_and_shown(opened: WithFakes, tmp_path: Path) -> None:
    file = tmp_path / "a.wav"
    file.write_bytes(b"")
    drop(opened.page.content, [file])
    assert opened.session.calls == [("read", file)]
    finish(opened.session.tasks[-1], Heard(melody(1.0), SPECTROGRAM))
    assert opened.page.content.name.text() == "melody · 1.0 s"
    assert opened.page.content.view.drawn() == (40, 224)
    assert not opened.page.transport.start_button.isEnabled()
    opened.give("texture", replace(bursts(1.0), broken=True))
    assert opened.said() == ["“bursts” breaks off; what was there is used."]
    assert opened.page.transport.start_button.isEnabled()
    drop(opened.page.texture, [tmp_path])
    assert opened.said()[-1] == "Drop one sound file here: WAV, FLAC, OGG or MP3."
    for scheme in (theme.Scheme.LIGHT, theme.Scheme.DARK):
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, scheme)
        assert not opened.page.grab().isNull()


def test_the_newest_of_two_files_wins_and_a_bad_one_is_said(opened: WithFakes) -> None:
    opened.page.read("content", Path("one.wav"))
    first = opened.session.tasks[-1]
    opened.give("content", bursts(1.0))
    first.done.emit(Heard(melody(2.0), SPECTROGRAM))
    assert opened.page.content.name.text() == "bursts · 1.0 s"
    opened.page.read("texture", Path("silence.wav"))
    fail(opened.session.tasks[-1], Failure.of(SilentSound(sound="silence.wav")))
    assert "silent" in opened.said()[0]
    assert opened.page.texture.samples is None


def test_a_run_develops_and_both_strengths_reach_it(opened: WithFakes, qtbot: QtBot) -> None:
    task = opened.started()
    page = opened.page
    name, work, resume = opened.session.calls[-1]
    assert (name, resume) == ("run", True)
    assert isinstance(work, SoundWork)
    assert (work.content.name, work.style.name, work.recipe) == ("melody", "bursts", SoundRecipe())
    assert page.transport.start_button.text() == "Pause"
    assert not page.panel.init.isEnabled()
    task.progressed.emit(step())
    assert page.made.view.drawn() == (40, 224)
    assert page.panel.curve.points == CURVE
    assert page.transport.progress.bar.accessibleName() == "Iteration 2 of 40"
    assert page.transport.progress.bar.accessibleDescription() == "about 19 s left"
    page.panel.texture.set_value(20.0)
    page.panel.content.set_value(0.5)
    qtbot.waitUntil(lambda: bool(task.sent) and task.sent[-1].content_weight < 1)
    assert task.sent[-1].style_weight == pytest.approx(20, rel=0.05)
    assert task.sent[-1].content_weight == pytest.approx(0.5, rel=0.05)
    finish(task, RESULT)
    assert page.phase == "done"
    assert page.made.samples is RESULT.samples
    assert page.transport.start_button.text() == "Start again"
    assert page.panel.init.isEnabled()
    page.transport.start_button.click()
    assert opened.session.calls[-1][2] is False  # anew, not where it ended


def test_pause_stop_and_going_on_reach_the_job(opened: WithFakes) -> None:
    task = opened.started()
    page = opened.page
    page.transport.start_button.click()
    assert (page.phase, task.paused) == ("paused", True)
    page.transport.start_button.click()
    assert (page.phase, task.paused) == ("running", False)
    task.progressed.emit(step())
    page.transport.stop_button.click()
    assert task.cancels == 1
    assert page.transport.words.text() == "Stopped; it goes on from here."
    task.progressed.emit(step(30))  # it was on its way
    assert page.step is not None
    assert page.step.iteration == 2
    assert page.export_button.isEnabled()
    page.transport.start_button.click()
    assert opened.session.calls[-1][2] is True
    opened.give("content", bursts(1.0))
    assert opened.session.tasks[-2].cancels == 1
    assert page.made.samples is None


def test_a_run_that_fails_says_why(opened: WithFakes) -> None:
    task = opened.started()
    fail(task, Failure.of(MemoryError()))
    assert opened.page.phase == "failed"
    assert opened.said()
    assert opened.page.transport.start_button.isEnabled()


def test_sounds_play_compare_and_loop(opened: WithFakes, qtbot: QtBot) -> None:
    task = opened.started()
    page, heard = opened.page, opened.session.playback
    page.texture.play_button.click()
    assert heard.key == "texture"
    assert page.texture.play_button.accessibleName() == "Stop: Texture"
    page.texture.play_button.click()
    assert heard.key == ""
    task.progressed.emit(step())
    page.made.play_button.click()
    heard.position = 0.4
    qtbot.waitUntil(lambda: page.made.view.position() == 0.4)
    page._redraw.flush()
    task.progressed.emit(step(3, 0.7))
    page._redraw.flush()
    assert heard.samples[0] == np.float32(0.7)  # it develops while it is heard
    page.transport.heard.segment("content").click()
    assert (heard.key, heard.position) == ("content", 0.4)
    assert page.content.view.position() is None or page.content.view.position() == 0.4
    page.transport.loop_button.click()
    assert heard.looped
    view = page.content.view
    QTest.mouseClick(
        view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(view.width() // 2, 30)
    )
    assert heard.position == pytest.approx(0.5, abs=0.01)
    heard.failed.emit(Failure.of(NoPlayback()))
    assert opened.said() == [str(NoPlayback())]
    page.hide()
    assert heard.key == ""


def test_the_result_is_exported(opened: WithFakes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    task = opened.started()
    finish(task, RESULT)
    chosen = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen), ""))
    opened.page.export_button.click()
    name, file, samples = opened.session.calls[-1]
    assert (name, file) == ("write", tmp_path / "out.wav")
    assert samples is RESULT.samples
    finish(opened.session.tasks[-1], file)
    assert opened.said() == ["The sound was written to “out.wav”."]


def test_a_spectrogram_shows_what_is_there() -> None:
    values = np.zeros((1025, 1000), np.float32)
    values[93, 500:] = 3.0  # 1001 Hz, from the middle on
    drawn = levels(values)
    assert drawn.shape == (224, 800)
    assert drawn[:, :399].max() == 0
    rows = np.flatnonzero(drawn[:, 600])
    # From 11025 Hz on top to 40 Hz below, equal ratios apart.
    assert rows.tolist() == [int(224 * np.log(11025 / 1001) / np.log(11025 / 40))]
    assert levels(np.zeros((1025, 3), np.float32)).max() == 0
    high, low = envelope(np.float32([0, 1, -1, 0.5]))
    assert (high.tolist(), low.tolist()) == ([0, 1, -1, 0.5], [0, 1, -1, 0.5])
    high, low = envelope(np.tile(np.float32([1, -1]), 8000))
    assert (high.min(), low.max(), len(high)) == (1, -1, 800)


def test_for_real_two_files_become_a_third(
    qtbot: QtBot, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "WideLayer", partial(WideLayer, count=16))
    audio.write(tmp_path / "melody.wav", melody(1.0).samples)
    audio.write(tmp_path / "bursts.flac", bursts(1.0).samples)
    lane = Lane("studio", together=False)
    lane.start()
    session = SoundSession(SoundJobs(home, "cpu"), lane, Playback(Player([miniaudio.Backend.NULL])))
    made = Opened(qtbot, session)
    page = made.page
    try:
        drop(page.content, [tmp_path / "melody.wav"])
        drop(page.texture, [tmp_path / "bursts.flac"])
        qtbot.waitUntil(page.transport.start_button.isEnabled, timeout=60_000)
        page.panel.iterations.set_value(20)
        with qtbot.waitSignal(page.finished, timeout=120_000):
            page.transport.start_button.click()
        assert page.result is not None
        assert page.result.losses.style < 0.2
        page.made.play_button.click()
        qtbot.waitUntil(lambda: (page.made.view.position() or 0) > 0, timeout=60_000)
        page.write(tmp_path / "out.flac")
        qtbot.waitUntil(lambda: bool(made.said()), timeout=60_000)
        assert audio.read(tmp_path / "out.flac").seconds == 1.0
    finally:
        made.window.close()
        session.stop()
        lane.stop()
