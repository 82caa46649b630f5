"""Sound, as the window sees it: sounds are read, one is worked on, and what came out is played or written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from desktop.signals.audio import Samples
from desktop.signals.recipe import SoundWork
from desktop.work.jobs.sound import SoundJobs
from desktop.work.lanes import RUN, Lane, Task
from desktop.work.playback import Playback


class SoundSession(QObject):
    """Works on the studio lane. A run's Task tells SoundStep, takes a SoundRecipe, gives a SoundResult."""

    def __init__(self, jobs: SoundJobs, lane: Lane, playback: Playback | None = None) -> None:
        super().__init__()
        self._jobs = jobs
        self._lane = lane
        self.playback = playback or Playback()

    def read(self, path: Path) -> Task:
        """Read a sound. Done: Heard."""
        return self._lane.submit(lambda: self._jobs.read(path), "read")

    def run(self, work: SoundWork, *, resume: bool = True) -> Task:
        """Lay the texture of one sound on another. Done: SoundResult."""
        return self._lane.submit(lambda: self._jobs.run(work, resume=resume), "sound", patient=RUN)

    def write(self, path: Path, samples: Samples) -> Task:
        """Write a sound as WAV or FLAC. Done: the path."""
        return self._lane.submit(lambda: self._jobs.write(path, samples), "write")

    def stop(self) -> None:
        """Let go of what plays."""
        self.playback.close()
