"""Reading, working on and writing sounds: generators over the core. torch is imported here, in the lane."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from desktop.paths import Home
from desktop.signals import audio
from desktop.signals.audio import Samples
from desktop.signals.kept import kept_sound
from desktop.signals.recipe import SoundRecipe, SoundResult, SoundStep, SoundWork
from desktop.work.sound_messages import Heard


class SoundJobs:
    """Jobs of the Sound page, all of them for the studio lane."""

    def __init__(self, home: Home, device: str) -> None:
        """`device` is what the user chose."""
        self._home = home
        self.device = device

    def read(self, path: Path) -> Generator[None, None, Heard]:
        """A sound and its spectrogram. Raises what `audio.read` raises."""
        import torch

        from desktop.signals.spectrum import log_magnitude, transform

        sound = audio.read(path)
        yield None
        return Heard(sound, log_magnitude(transform(torch.from_numpy(sound.samples))).numpy())

    def run(
        self, work: SoundWork, *, resume: bool
    ) -> Generator[SoundStep | None, SoundRecipe | None, SoundResult]:
        """Lay the texture on; goes on where the same sounds were cut short, where that is asked for."""
        from desktop.weights.device import choose

        yield None
        device = choose(self.device).name
        return (yield from kept_sound(self._home, work, resume=resume, device=device))

    def write(self, path: Path, samples: Samples) -> Generator[None, None, Path]:
        """Write a sound. Raises BadSoundName, DiskFull or NotWritable."""
        yield None
        audio.write(path, samples)
        return path
