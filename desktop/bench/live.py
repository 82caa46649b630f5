"""`likeness bench live`: does the picture play smoothly and the window stay awake while everything works?

The real window on the offscreen platform plays a 640x360 source at 30 frames a second; recognition is offered
every frame; a picture is styled on the studio lane all the while, at the size that the Studio has by
itself. A 16 ms timer in the window's thread is the heartbeat: how late it comes is what a user would feel.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator
from pathlib import Path

import numpy as np

from desktop.bench.outcome import Outcome
from desktop.camera.open import open_source
from desktop.camera.scene import Scene
from desktop.camera.source import Frame, FrameSource
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.progress import Progress
from desktop.style.networks import NEEDED
from desktop.style.recipe import Recipe, Style, Work
from desktop.tour.stage import throwaway, window
from desktop.weights import store
from desktop.weights.catalogue import needed_for_live
from desktop.weights.fetch import fetch
from desktop.work.sample import PORTRAIT

_SCENE_SECONDS = 8.0  # of the moving sample, made beforehand: making it is not what is measured
_BEAT = 16  # milliseconds


class Loop:
    """A source that plays the same frames again and again, the clock going on."""

    live = False
    total = 0

    def __init__(self, pictures: list[Frame], rate: float) -> None:
        self.name = "Benchmark"
        self.rate = rate
        self._frames = pictures
        self._closed = False

    def frames(self) -> Generator[Frame, None, None]:
        """Frames without end."""
        index = 0
        while not self._closed:
            frame = self._frames[index % len(self._frames)]
            yield Frame(frame.picture, index + 1, index / self.rate)
            index += 1

    def close(self) -> None:
        """End `frames`."""
        self._closed = True


def bench_live(
    home: Home, device: str, video: Path | None, seconds: float
) -> Generator[Progress, None, Outcome]:
    """Figures preview_fps, source_fps, heartbeat_p50_ms, heartbeat_p99_ms, recognised_fps, and memory.

    `video` takes the place of the moving sample. Memory is the process's at the start and the end of the
    measured time, in MB. Raises what fetching and opening raise.
    """
    yield from fetch(home, [*needed_for_live(), *NEEDED, PORTRAIT])
    frames, rate = _frames(home, video)
    with throwaway(home) as stage:
        return (yield from _measure(stage, device, lambda _: Loop(frames, rate), rate, seconds))


def _frames(home: Home, video: Path | None) -> tuple[list[Frame], float]:
    if video is not None:
        source = open_source(str(video))
        try:
            return list(source.frames()), source.rate
        finally:
            source.close()
    scene = Scene(read_picture(store.file(home, PORTRAIT)), "")
    count = int(_SCENE_SECONDS * scene.rate)
    # There and back, so that the loop has no jump.
    times = [index / scene.rate for index in (*range(count), *range(count - 1, -1, -1))]
    return [Frame(scene.at(at), index + 1, at) for index, at in enumerate(times)], scene.rate


def _measure(
    home: Home, device: str, opener: Callable[[str], FrameSource], rate: float, seconds: float
) -> Generator[Progress, None, Outcome]:
    from PySide6.QtCore import QEventLoop, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from desktop.tour.driver import Driver

    beats: list[float] = []
    recognised: list[int] = []
    painted: list[int] = []
    with window(home, device, opener, "dark") as app:
        driver = Driver(app.window, home.root)
        timer = QTimer()
        timer.setInterval(_BEAT)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: beats.append(time.perf_counter()))
        yield Progress(0, seconds, "loading")
        driver.wait(lambda: app.core.models.state.state in ("ready", "failed"), 120)
        app.core.studio.refine(_painting(home))
        app.core.live.recognised.connect(lambda result: recognised.append(result.index))
        app.live.view.painted.connect(painted.append)
        driver.wait(lambda: len(recognised) > 10, 60)
        recognised.clear()
        painted.clear()
        timer.start()
        start, memory = time.perf_counter(), _memory()
        while (elapsed := time.perf_counter() - start) < seconds:
            yield Progress(elapsed, seconds, "measuring")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        memory_after = _memory()
        timer.stop()
        iterations = len(app.core.studio.curve)
        app.core.studio.cancel()
        model = app.core.models.state
    late = np.diff(beats) * 1e3
    figures: dict[str, float | int | str | None] = {
        "source_fps": round(rate, 2),
        "preview_fps": round(len(painted) / elapsed, 2),
        "recognised_fps": round(len(recognised) / elapsed, 2),
        "heartbeat_p50_ms": round(float(np.percentile(late, 50)), 1),
        "heartbeat_p99_ms": round(float(np.percentile(late, 99)), 1),
        "heartbeat_max_ms": round(float(late.max()), 1),
        "seconds": round(elapsed, 1),
        "memory_mb_start": round(memory, 1),
        "memory_mb_end": round(memory_after, 1),
        "beside": "styling a picture",
        "style_iterations": iterations,
    }
    ratio = {"preview_to_source": round(float(figures["preview_fps"] or 0) / rate, 3)}
    return Outcome("live", model.device, figures, {}, ratio)


def _painting(home: Home) -> Work:
    """A picture to be styled for longer than anybody measures."""
    photo = read_picture(store.file(home, PORTRAIT))
    # A turned photo serves as the style: what is painted does not matter here, how long it takes does.
    style = Style(np.ascontiguousarray(np.rot90(photo)))
    return Work(photo, (style,), Recipe(iterations=100_000))


def _memory() -> float:
    """Resident memory of this process in MB; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
