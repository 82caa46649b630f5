"""Picture files and folders as the user drops them: found, read, and named anew."""

from __future__ import annotations

import os
import re
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from desktop.camera.errors import EmptyFolder
from desktop.errors import LikenessError, SeveralPictures
from desktop.pictures import SUFFIXES, holds_several, read_picture
from desktop.progress import Progress
from desktop.style.errors import PictureTooThin
from desktop.style.export import read_recipe
from desktop.style.recipe import THINNEST
from desktop.work.messages import Failure
from desktop.work.studio_messages import ReadPicture, ReadReport

_MEGAPIXELS = 400  # of pictures held at once: 1.2 GB
_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*\x7f]+')
_LONGEST = 90  # bytes of either half of a file's name; file systems take 255


class TooManyPictures(LikenessError):
    """More pictures than fit in memory at once."""

    sentence = "“{picture}” was left out because the pictures before it fill the memory; use the queue."


def found(paths: Sequence[Path]) -> Iterator[Path | None]:
    """Every picture file of these files and folders, folder by folder, by name; None after each folder.

    A file is judged by its content later, so each is given whatever its name; of a folder only what is called
    like a picture, hidden ones left out. Links to folders are not followed: they may lead in circles.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, inner, files in os.walk(path):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            for name in sorted(files):
                if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                    yield Path(folder, name)
            yield None


def listed(paths: Sequence[Path]) -> Generator[Progress, None, tuple[Path, ...]]:
    """Every picture file of these files and folders. Raises EmptyFolder where there is none."""
    files: list[Path] = []
    for file in found(paths):
        if file is None:
            yield Progress(len(files), 0, "Looking for pictures")
        else:
            files.append(file)
    if not files:
        raise EmptyFolder(folder=paths[0].name if paths else "")
    return tuple(files)


def read(paths: Sequence[Path]) -> Generator[Progress, None, ReadReport]:
    """Read them all; one that can't be read, is too thin or too much for the memory, is left out and said."""
    pictures: list[ReadPicture] = []
    skipped: list[tuple[str, Failure]] = []
    remarks: list[Failure] = []
    try:
        files = yield from listed(paths)
    except EmptyFolder as error:
        return ReadReport((), ((paths[0].name if paths else "", Failure.of(error)),))
    held = 0
    for done, file in enumerate(files):
        yield Progress(done, len(files), "Reading")
        try:
            if held > _MEGAPIXELS * 1_000_000:
                raise TooManyPictures(picture=file.name)
            picture = read_picture(file)
            height, width = picture.shape[:2]
            if min(height, width) < THINNEST:
                raise PictureTooThin(picture=file.name, width=width, height=height, limit=THINNEST)
            if holds_several(file):
                remarks.append(Failure.of(SeveralPictures(picture=file.name)))
            pictures.append(ReadPicture(title(file), picture, read_recipe(file), file))
            held += height * width
        except LikenessError as error:
            skipped.append((file.name, Failure.of(error)))
    return ReadReport(tuple(pictures), tuple(skipped), tuple(remarks))


def title(file: Path) -> str:
    """What a picture is called: its file's name without the ending; the samples by what they show."""
    name = file.stem.removeprefix("sample-")
    return name.capitalize() if name != file.stem else name


def free_path(folder: Path, content: str, style: str) -> Path:
    """“<content> in <style>.png” in the folder, with a number where there is one already.

    The names may hold anything; what a file system does not take is left out.
    """
    name = f"{_safe(content) or 'picture'} in {_safe(style) or 'style'}"
    path, number = folder / f"{name}.png", 1
    while path.exists():
        number += 1
        path = folder / f"{name} {number}.png"
    return path


def _safe(name: str) -> str:
    cleaned = " ".join(_FORBIDDEN.sub(" ", name).split())
    cut = cleaned.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore")
    return cut.strip(" .")
