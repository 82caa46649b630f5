"""Folders of classes that are easy to tell apart: tones of another height, waves of another length."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from PIL import Image

RATE = 22_050


def sounds(folder: Path, classes: int = 2, each: int = 3, seconds: float = 1.0) -> Path:
    """Tones that tremble, higher from class to class, each file with its own noise."""
    for number in range(classes):
        for file in range(each):
            chance = np.random.default_rng([number, file])
            at = np.arange(int(seconds * RATE)) / RATE
            height = 220 * 2**number * chance.uniform(0.9, 1.1)
            trembling = 1 + 0.5 * np.sin(2 * np.pi * (3 + number) * at + chance.uniform(0, 6))
            made = trembling * np.sin(2 * np.pi * height * at) + 0.02 * chance.standard_normal(len(at))
            place = folder / f"class {number}"
            place.mkdir(parents=True, exist_ok=True)
            soundfile.write(place / f"{file}.wav", 0.3 * made, RATE)
    return folder


def series(folder: Path, classes: int = 2, each: int = 3, count: int = 400) -> Path:
    """Beats, another shape in each class, as CSV with a clock and a heading."""
    for number in range(classes):
        for file in range(each):
            chance = np.random.default_rng([number, file])
            at = np.arange(count)
            beat = np.exp(-((((at + chance.integers(50)) % 50) - 25) ** 2) / (4 + 40 * number))
            made = beat + 0.05 * chance.standard_normal(count)
            place = folder / f"class {number}"
            place.mkdir(parents=True, exist_ok=True)
            lines = [f"{moment / 250:.4f},{value:.5f}" for moment, value in zip(at, made, strict=True)]
            (place / f"{file}.csv").write_text("\n".join(["time,ecg", *lines]))
    return folder


def volume(number: int, file: int, side: int = 18) -> np.ndarray:
    """Waves through space, (slices, rows, columns) bytes; a class is a wave's length."""
    chance = np.random.default_rng([number, file])
    at = np.stack(np.meshgrid(*[np.arange(float(side))] * 3, indexing="ij"))
    start = chance.uniform(0, 2 * np.pi, (3, 1, 1, 1))
    waves = np.sin(at * (0.6 + 0.8 * number) + start).sum(axis=0)
    return np.clip(128 + 30 * waves + 4 * chance.standard_normal(waves.shape), 0, 255).astype(np.uint8)


def write_volume(path: Path, slices: np.ndarray) -> None:
    """A TIFF with a page a slice."""
    path.parent.mkdir(parents=True, exist_ok=True)
    first, *rest = [Image.fromarray(one) for one in slices]
    first.save(path, save_all=True, append_images=rest)


def volumes(folder: Path, classes: int = 2, each: int = 3) -> Path:
    """A TIFF a file."""
    for number in range(classes):
        for file in range(each):
            write_volume(folder / f"class {number}" / f"{file}.tif", volume(number, file))
    return folder
