"""Painting camera frames as they come, and recording what was painted."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.camera.latest import Latest
from desktop.camera.source import Frame
from desktop.errors import LikenessError
from desktop.style.networks import Networks
from desktop.style.recipe import Style
from desktop.vectors import Picture
from desktop.work.messages import Failure
from desktop.work.studio_messages import LiveStyleFrame

if TYPE_CHECKING:
    from desktop.camera.record import Recorder
    from desktop.style.instant import Painter

_WAIT = 0.03  # seconds to wait for a frame: other jobs of the lane are held up no longer than that
_MEASURED = 30  # frames that the rate is taken from

Styles = Sequence[Style] | int
"""Pictures with weights, or the number (0..25) of a fixed style."""


@dataclass(frozen=True, slots=True, eq=False)
class Recording:
    """A wish to record into a file; each wish is its own, even for the same file."""

    path: Path


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """Everything that is wanted, whole: the lane may skip all wishes but the newest."""

    styles: Styles
    strength: float = 1.0
    recording: Recording | None = None
    stop: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What came of a wish: a recording that ended, with its path, or a failure, or both."""

    recording: Recording | None
    path: str = ""
    failure: Failure | None = None


@dataclass(frozen=True, slots=True, eq=False)
class LiveStyleNews:
    """One step. `outcomes` are all so far: none is lost when steps are skipped."""

    frame: LiveStyleFrame | None
    outcomes: tuple[Outcome, ...]


class LiveStyleJobs:
    """The endless job behind live style, for the studio lane."""

    def __init__(self, networks: Networks, clock: Callable[[], float] = time.monotonic) -> None:
        self.networks = networks
        self._clock = clock

    def play(
        self, mailbox: Latest[Frame], wish: Wish
    ) -> Generator[LiveStyleNews | None, Wish | None, tuple[Outcome, ...]]:
        """Paint the newest frame of the mailbox until a wish says stop. Gives every outcome.

        However it ends, a recording is finished. Raises what `Painter` raises for the first wish.
        """
        from desktop.style.instant import Painter

        tape = _Tape()
        times: deque[float] = deque(maxlen=_MEASURED)
        brush = Painter(self.networks, wish.styles)
        tape.turn(wish.recording)
        told = 0
        try:
            while not wish.stop:
                frame = mailbox.take(_WAIT)
                shown = None
                if frame is not None:
                    shown = self._shown(brush, frame, wish.strength, tape, times)
                news = None
                if shown is not None or len(tape.outcomes) > told:
                    told = len(tape.outcomes)
                    news = LiveStyleNews(shown, tape.outcomes)
                changed = yield news
                if changed is None:
                    continue
                if changed.styles is not wish.styles:
                    brush = self._other(changed.styles, tape) or brush
                tape.turn(changed.recording)
                wish = changed
        finally:
            tape.turn(None)
        return tape.outcomes

    def _shown(
        self, brush: Painter, frame: Frame, strength: float, tape: _Tape, times: deque[float]
    ) -> LiveStyleFrame:
        picture = brush.paint(frame.picture, strength)
        now = self._clock()
        times.append(now)
        tape.write(picture, now)
        rate = (len(times) - 1) / (now - times[0]) if now > times[0] else 0.0
        return LiveStyleFrame(picture, rate, tape.seconds)

    def _other(self, styles: Styles, tape: _Tape) -> Painter | None:
        """A painter for other styles; where they can't be painted, that is said and the old one goes on."""
        from desktop.style.instant import Painter

        try:
            return Painter(self.networks, styles)
        except LikenessError as error:
            tape.outcomes = (*tape.outcomes, Outcome(None, failure=Failure.of(error)))
            return None


class _Tape:
    """The recording under way, if any, and what came of those before."""

    def __init__(self) -> None:
        self.outcomes: tuple[Outcome, ...] = ()
        self._recording: Recording | None = None
        self._recorder: Recorder | None = None

    @property
    def seconds(self) -> float | None:
        """How long the recording is; None where there is none."""
        return None if self._recorder is None else self._recorder.seconds

    def turn(self, recording: Recording | None) -> None:
        """Finish what is recorded and begin this one; nothing where it is the same."""
        if recording is self._recording:
            return
        self._finish()
        self._recording = recording
        if recording is not None:
            from desktop.camera.record import Recorder

            self._recorder = Recorder(recording.path)

    def write(self, picture: Picture, now: float) -> None:
        """Record a picture; a failure ends the recording, what was written is kept."""
        if self._recorder is not None:
            try:
                self._recorder.write(picture, now)
            except LikenessError as error:
                self._finish(error)

    def _finish(self, error: LikenessError | None = None) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is None:
            return
        path = None
        try:
            path = recorder.close()
        except LikenessError as closing:
            error = error or closing
        failure = None if error is None else Failure.of(error)
        self.outcomes = (*self.outcomes, Outcome(self._recording, str(path or ""), failure))
