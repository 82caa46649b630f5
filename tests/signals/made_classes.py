"""Folders of classes that are easy to tell apart: tones of another height, waves longer or faster."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile
from PIL import Image

from desktop.pictures import write_png
from desktop.vectors import Picture
from tests.signals.films import write_film

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


def moving(number: int, file: int, count: int = 34, side: int = 32) -> list[Picture]:
    """Waves on their way, the same in every class but for how fast: a class can be told by motion alone."""
    chance = np.random.default_rng([number, file])
    down, across = np.meshgrid(np.arange(float(side)), np.arange(float(side)), indexing="ij")
    way, start = chance.uniform(0, 2 * np.pi, 2)
    along = 0.7 * (np.cos(way) * across + np.sin(way) * down)
    made = []
    for moment in range(count):
        grey = 128 + 90 * np.sin(along + start + (0.05 + 0.5 * number) * moment)
        grey = grey + 4 * chance.standard_normal(grey.shape)
        made.append(np.repeat(grey.clip(0, 255).astype(np.uint8)[:, :, None], 3, axis=2))
    return made


def clips(folder: Path, classes: int = 2, each: int = 3, side: int = 32) -> Path:
    """Films without sound."""
    for number in range(classes):
        for file in range(each):
            place = folder / f"class {number}"
            place.mkdir(parents=True, exist_ok=True)
            write_film(place / f"{file}.mp4", moving(number, file, side=side), sound="")
    return folder


def write_slices(folder: Path, slices: np.ndarray) -> None:
    """A folder with a PNG a slice."""
    folder.mkdir(parents=True, exist_ok=True)
    for place, one in enumerate(slices):
        write_png(np.repeat(one[:, :, None], 3, axis=2), folder / f"{place}.png")


def stacks(folder: Path, classes: int = 2, each: int = 3) -> Path:
    """A folder of slices an example."""
    for number in range(classes):
        for file in range(each):
            write_slices(folder / f"class {number}" / f"scan {file}", volume(number, file))
    return folder
