"""The Sound page's jobs in the lanes, and playing beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import miniaudio
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.paths import Home
from desktop.signals import audio, sound
from desktop.signals.audio import RATE
from desktop.signals.errors import NoPlayback
from desktop.signals.filters import WideLayer
from desktop.signals.playback import Player
from desktop.signals.recipe import SoundRecipe, SoundResult, SoundStep, SoundWork
from desktop.work.jobs.sound import SoundJobs
from desktop.work.lanes import Lane
from desktop.work.playback import Playback
from desktop.work.sound import SoundSession
from desktop.work.sound_messages import Heard
from tests.signals.made_sounds import bursts, melody

PATIENCE = 60_000  # milliseconds on a busy machine
LONG = np.zeros(60 * RATE, np.float32)


@pytest.fixture
def playback() -> Iterator[Playback]:
    made = Playback(Player([miniaudio.Backend.NULL]))
    yield made
    made.close()


@pytest.fixture
def session(
    home: Home, playback: Playback, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[SoundSession]:
    monkeypatch.setattr(sound, "WideLayer", partial(WideLayer, count=8))
    lane = Lane("studio", together=False)
    lane.start()
    yield SoundSession(SoundJobs(home, "cpu"), lane, playback)
    lane.stop()


def test_two_files_become_a_third(session: SoundSession, tmp_path: Path, qtbot: QtBot) -> None:
    heard: list[Heard] = []
    for name, made in (("melody.wav", melody(1.0)), ("bursts.flac", bursts(1.0))):
        audio.write(tmp_path / name, made.samples)
        with qtbot.waitSignal(session.read(tmp_path / name).done, timeout=PATIENCE) as read:
            pass
        heard.append(read.args[0])
    assert [each.sound.name for each in heard] == ["melody", "bursts"]
    assert heard[0].spectrogram.shape == (1025, 44)
    steps: list[SoundStep] = []
    task = session.run(SoundWork(heard[0].sound, heard[1].sound, SoundRecipe(iterations=6)))
    task.progressed.connect(steps.append)
    with qtbot.waitSignal(task.done, timeout=PATIENCE) as done:
        pass
    result: SoundResult = done.args[0]
    assert result.iterations == 6
    assert steps
    assert all(len(step.curve) == step.iteration for step in steps)
    with qtbot.waitSignal(session.write(tmp_path / "out.wav", result.samples).done, timeout=PATIENCE):
        pass
    assert audio.read(tmp_path / "out.wav").seconds == 1.0


def test_a_run_pauses_goes_on_and_is_found_again(session: SoundSession, home: Home, qtbot: QtBot) -> None:
    work = SoundWork(melody(1.0), bursts(1.0), SoundRecipe(iterations=5_000))
    task = session.run(work)
    with qtbot.waitSignal(task.progressed, timeout=PATIENCE):
        pass
    task.pause()
    assert task.paused
    task.send(SoundRecipe(iterations=5_000, style_weight=1.0))
    task.resume()
    with qtbot.waitSignal(task.progressed, timeout=PATIENCE) as told:
        pass
    reached = told.args[0].iteration
    with qtbot.waitSignal(task.cancelled, timeout=PATIENCE):
        task.cancel()
    assert len(list(home.sounds.iterdir())) == 1
    again = session.run(work)
    with qtbot.waitSignal(again.progressed, timeout=PATIENCE) as told:
        pass
    assert told.args[0].iteration >= reached
    with qtbot.waitSignal(again.cancelled, timeout=PATIENCE):
        again.cancel()


def test_a_file_that_is_no_sound_fails_in_one_sentence(
    session: SoundSession, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "words.wav").write_text("words")
    with qtbot.waitSignal(session.read(tmp_path / "words.wav").failed, timeout=PATIENCE) as failed:
        pass
    assert failed.args[0].kind == "UnreadableSound"
    assert "words.wav" in failed.args[0].text


def test_a_sound_plays_to_its_end_by_itself(playback: Playback, qtbot: QtBot) -> None:
    playback.play("content", LONG[: RATE // 20])
    assert playback.key == "content"

    def over() -> bool:
        playback.look()
        return playback.key == ""

    qtbot.waitUntil(over, timeout=PATIENCE)


def test_what_plays_is_changed_and_stopped(playback: Playback, qtbot: QtBot) -> None:
    changes: list[str] = []
    playback.changed.connect(lambda: changes.append(playback.key))
    playback.swap("result", LONG)  # nothing plays: nothing to change
    playback.loop(True)
    playback.play("content", LONG, 2.0)
    qtbot.waitUntil(lambda: playback.position > 2.0, timeout=PATIENCE)
    playback.swap("result", LONG)
    playback.swap("result", LONG)
    assert playback.position > 2.0
    playback.stop()
    playback.look()
    assert changes == ["content", "result", ""]


def test_without_a_device_it_is_said_and_can_be_tried_again(
    playback: Playback, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Player) -> None:
        raise NoPlayback

    with monkeypatch.context() as patched:
        patched.setattr(Player, "open", refuse)
        with qtbot.waitSignal(playback.failed, timeout=PATIENCE) as failed:
            playback.play("content", LONG)
    assert failed.args[0].kind == "NoPlayback"
    qtbot.waitUntil(lambda: playback.key == "", timeout=PATIENCE)
    playback.play("content", LONG)
    qtbot.waitUntil(lambda: playback.position > 0, timeout=PATIENCE)
