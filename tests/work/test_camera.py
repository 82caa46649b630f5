"""The camera's thread: plays at the source's rate, reports, and recovers when a camera comes back."""

import threading
from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.camera.errors import CameraLost, NoCamera, UnreadableVideo
from desktop.camera.source import Frame, FrameSource
from desktop.work import camera as camera_module
from desktop.work.camera import CameraThread
from desktop.work.messages import SourceState

PICTURE = np.zeros((4, 4, 3), np.uint8)


class Scripted:
    """A source of `count` frames that then ends, or breaks with `error`."""

    def __init__(self, count: int, *, live: bool = True, error: Exception | None = None) -> None:
        self.name, self.rate, self.live, self.total = "scripted", 1000.0, live, 0
        self._count, self._error = count, error
        self.closed = threading.Event()

    def frames(self) -> Iterator[Frame]:
        for index in range(1, self._count + 1):
            if self.closed.is_set():
                return
            yield Frame(PICTURE, index, (index - 1) / self.rate)
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        self.closed.set()


def play(qtbot: QtBot, opened: list[FrameSource | Exception]) -> tuple[CameraThread, list[SourceState]]:
    def opener(_named: str) -> FrameSource:
        source = opened.pop(0) if len(opened) > 1 else opened[0]
        if isinstance(source, Exception):
            raise source
        return source

    thread = CameraThread(opener)
    states: list[SourceState] = []
    thread.state_changed.connect(states.append)
    thread.play("")
    return thread, states


def names(states: list[SourceState]) -> list[str]:
    return [state.state for state in states]


def test_every_frame_is_offered_and_the_end_is_said(qtbot: QtBot) -> None:
    source = Scripted(5, live=False)
    thread, states = play(qtbot, [source])
    qtbot.waitUntil(lambda: "ended" in names(states))
    thread.stop()
    qtbot.waitUntil(lambda: names(states) == ["opening", "playing", "ended", "stopped"])
    assert source.closed.is_set()
    newest = thread.recognition.take()
    assert newest is not None
    assert newest.index == 5
    assert thread.recognition.dropped == 4


def test_the_third_mailbox_is_filled_only_while_somebody_wants_it(qtbot: QtBot) -> None:
    thread, states = play(qtbot, [Scripted(5, live=False), Scripted(5, live=False)])
    qtbot.waitUntil(lambda: "ended" in names(states))
    assert thread.style.take() is None
    assert thread.newest is not None
    assert thread.newest.index == 5  # what is taken for a single picture needs nobody's wish
    thread.style_wanted = True
    thread.play("")
    qtbot.waitUntil(lambda: names(states).count("ended") == 2)
    thread.stop()
    frame = thread.style.take()
    assert frame is not None
    assert frame.index == 5


def test_an_unplugged_camera_is_found_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(camera_module, "_TRY_AGAIN", 0.01)
    lost = Scripted(2, error=CameraLost(camera="Desk"))
    thread, states = play(qtbot, [lost, NoCamera(), NoCamera(), Scripted(3)])
    qtbot.waitUntil(lambda: "ended" in names(states))
    thread.stop()
    waiting = [state for state in states if state.state == "waiting"]
    assert "Desk" in waiting[0].failure.text  # type: ignore[union-attr]
    assert names(states).count("playing") == 2
    # One state for each reason, not one for each try.
    assert len(waiting) == 2


def test_a_broken_file_is_said_once_and_not_tried_again(qtbot: QtBot) -> None:
    thread, states = play(qtbot, [UnreadableVideo(video="a.mp4")])
    qtbot.waitUntil(lambda: "ended" in names(states))
    thread.stop()
    assert "a.mp4" in next(state.failure.text for state in states if state.failure)


def test_another_source_takes_over_at_once(qtbot: QtBot) -> None:
    endless = Scripted(10**9)
    second = Scripted(1)
    thread, states = play(qtbot, [endless, second])
    qtbot.waitUntil(lambda: "playing" in names(states))
    thread.play("other")
    qtbot.waitUntil(lambda: "ended" in names(states))
    thread.stop()
    assert endless.closed.is_set()
