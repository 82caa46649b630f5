"""The shelf's jobs: pictures, and the thumbnails of the fixed styles, which are painted once and kept."""

from __future__ import annotations

import logging
import re
from collections.abc import Generator
from pathlib import Path

import numpy as np

from desktop.errors import LikenessError
from desktop.pictures import read_picture, write_png
from desktop.style.networks import Networks
from desktop.style.shelf import Shelf, StyleGone, square
from desktop.vectors import Picture
from desktop.weights import store
from desktop.work.jobs.pictures import title
from desktop.work.studio_messages import ReadPicture, ShelfStyle

_log = logging.getLogger(__name__)

FIXED = 26
"""How many fixed styles there are."""

_WEIGHTS = "multistyle26"
_CONTENT = "sample-chelsea"  # what the fixed styles are shown on, where it was fetched: a cat
_PAINTED = 256  # pixels that a fixed style is painted at before it is made small: strokes can be told apart
_KEY = re.compile(r"fixed-(\d{1,2})")

Styles = tuple[ShelfStyle, ...]


class ShelfJobs:
    """Jobs of the shelf, for the studio lane."""

    def __init__(self, networks: Networks) -> None:
        self.networks = networks
        self._shelf = Shelf(networks.home)
        self._thumbnails: dict[str, Picture] = {}

    def styles(self) -> Generator[Styles | None, None, Styles]:
        """Everything on the shelf; yields what there is so far. A style that can't be read is left out."""
        yield None
        found: list[ShelfStyle] = []
        for style in self._shelf.styles():
            try:
                if style.key not in self._thumbnails:
                    self._thumbnails[style.key] = self._shelf.thumbnail(style.key)
                    yield None
            except LikenessError as error:
                _log.warning("a style was left out: %s", type(error).__name__)
                continue
            found.append(ShelfStyle(style.key, style.name, style.kind, self._thumbnails[style.key]))
        if not store.installed(self.networks.home, _WEIGHTS):
            return tuple(found)
        yield tuple(found)
        for index in range(FIXED):
            try:
                thumbnail, made = self._fixed(index)
            except LikenessError as error:
                _log.warning("the fixed styles were left out: %s", type(error).__name__)
                break
            found.append(ShelfStyle(f"fixed-{index}", f"Fixed style {index + 1}", "fixed", thumbnail))
            yield tuple(found) if made else None
        return tuple(found)

    def picture(self, key: str) -> Generator[None, None, ReadPicture]:
        """A style's picture, of a fixed one its thumbnail. Raises StyleGone or what reading raises."""
        yield None
        if fixed := _KEY.fullmatch(key):
            index = int(fixed[1])
            return ReadPicture(f"Fixed style {index + 1}", self._fixed(index)[0])
        names = {style.key: style.name for style in self._shelf.styles()}
        if key not in names:
            raise StyleGone
        return ReadPicture(names[key], self._shelf.picture(key))

    def read(self, path: Path) -> Generator[None, None, ReadPicture]:
        """A picture file, under its own name. Raises what reading raises."""
        yield None
        return ReadPicture(title(path), read_picture(path))

    def add(self, name: str, picture: Picture) -> Generator[None, None, str]:
        """Put an own style on the shelf; gives its key. Raises DiskFull or NotWritable."""
        yield None
        return self._shelf.add(name, picture)

    def remove(self, key: str) -> Generator[None, None, None]:
        """Take an own style away. Raises NotYours, DiskFull or NotWritable."""
        yield None
        self._shelf.remove(key)
        self._thumbnails.pop(key, None)

    def _fixed(self, index: int) -> tuple[Picture, bool]:
        """A fixed style's thumbnail, and whether it was painted now: the next start finds it on the disk."""
        key = f"fixed-{index}"
        if key in self._thumbnails:
            return self._thumbnails[key], False
        kept = self.networks.home.studio / "fixed" / f"{index}.png"
        try:
            self._thumbnails[key] = square(read_picture(kept))
            return self._thumbnails[key], False
        except LikenessError:
            pass  # not painted yet, or damaged: painted now
        from desktop.style.instant import fixed_picture

        painted = fixed_picture(self.networks, square(self._content(), _PAINTED), index)
        self._thumbnails[key] = square(painted)
        try:
            write_png(self._thumbnails[key], kept)
        except LikenessError as error:
            _log.warning("a thumbnail was not kept: %s", type(error).__name__)
        return self._thumbnails[key], True

    def _content(self) -> Picture:
        if store.installed(self.networks.home, _CONTENT):
            return read_picture(store.file(self.networks.home, _CONTENT))
        return landscape()


def landscape(side: int = _PAINTED) -> Picture:
    """A sun above hills and water, for when there is no photo: large shapes, edges and plain places."""
    y, x = np.mgrid[0:side, 0:side] / side
    sky = np.stack([250 - 120 * y, 190 - 40 * y, 130 + 110 * y], axis=2)
    sky[np.hypot(x - 0.68, y - 0.3) < 0.13] = (255, 236, 160)
    sky[y > 0.55 + 0.09 * np.sin(7 * x + 1)] = (74, 110, 92)
    sky[y > 0.66 + 0.06 * np.sin(11 * x)] = (36, 66, 62)
    ripples = 18 * np.sin(90 * y + 6 * np.sin(9 * x))
    water = np.stack([70 + ripples, 112 + ripples, 150 + ripples], axis=2)
    picture = np.where((y > 0.8)[:, :, None], water, sky)
    return np.ascontiguousarray(picture.clip(0, 255).astype(np.uint8))
