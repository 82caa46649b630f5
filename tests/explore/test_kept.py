"""A folder that grew is looked at only where it did; one that changed is looked at anew."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from desktop.errors import DiskFull
from desktop.explore import kept as kept_file
from desktop.explore.explorable import Explorable
from desktop.explore.found import Found
from desktop.explore.kept import Kept, stamped
from desktop.explore.search import begin, search, sources
from desktop.paths import Home
from desktop.pictures import write_png
from desktop.progress import finish
from tests.explore.made import made

LAYERS = ["conv1_1", "conv2_1"]


class Shelf:
    """A folder of pictures and what was found in it, asked for as the window does."""

    def __init__(self, home: Home, folder: Path, network: Explorable) -> None:
        self.folder, self.network = folder, network
        self.kept = Kept(home, folder, network.name, "digest", 0)

    def draw(self, name: str, seed: int) -> None:
        write_png(made(seed), self.folder / name)

    def ask(self) -> tuple[Found, list[str]]:
        """What is found now, and which pictures were looked at for it."""
        files = stamped(self.folder, sorted(self.folder.glob("*.png")))
        given = sources([file.path for file in files], [file.name for file in files])
        layers = [self.network.layer(name) for name in LAYERS]
        begun = self.kept.read(files, begin(self.network.name, "folder", "", "", given), layers)
        new = [source for source in given if source.name not in begun.pictures]
        found = finish(search(self.network, new, begun, layers=LAYERS))
        self.kept.write(found, files)
        return found, [source.name for source in new]


@pytest.fixture
def shelf(home: Home, tmp_path: Path, vgg: Explorable) -> Shelf:
    folder = tmp_path / "pictures"
    folder.mkdir()
    made_up = Shelf(home, folder, vgg)
    made_up.draw("b.png", 1)
    made_up.draw("c.png", 2)
    return made_up


def test_a_folder_that_grew_is_looked_at_where_it_did(shelf: Shelf) -> None:
    first, seen = shelf.ask()
    assert seen == ["b.png", "c.png"]
    shelf.draw("a.png", 3)
    both, seen = shelf.ask()
    assert seen == ["a.png"]
    assert both.pictures == ("b.png", "c.png", "a.png")
    shelf.kept.forget()
    again, seen = shelf.ask()
    assert seen == ["a.png", "b.png", "c.png"]
    for layer in LAYERS:
        np.testing.assert_array_equal(
            both.strongest(layer, whole=False).values, again.strongest(layer, whole=False).values
        )
    assert both.read(2).shape == made(3).shape
    assert first.pictures == ("b.png", "c.png")


def test_a_picture_that_changed_or_went_starts_the_search_anew(shelf: Shelf) -> None:
    shelf.ask()
    shelf.draw("b.png", 9)
    os.utime(shelf.folder / "b.png", ns=(1, 1))
    found, seen = shelf.ask()
    assert seen == ["b.png", "c.png"]
    (shelf.folder / "c.png").unlink()
    found, seen = shelf.ask()
    assert seen == ["b.png"]
    assert found.pictures == ("b.png",)
    assert 1 not in found.strongest("conv1_1", whole=False).pictures


@pytest.mark.parametrize("damage", [b"", b"not tensors", None])
def test_what_cannot_be_read_is_looked_at_again(shelf: Shelf, home: Home, damage: bytes | None) -> None:
    shelf.ask()
    (file,) = home.explore.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    found, seen = shelf.ask()
    assert seen == ["b.png", "c.png"]
    assert shelf.ask()[1] == []
    assert len(found.pictures) == 2


def test_a_full_disk_leaves_what_was_kept(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.ask()
    shelf.draw("d.png", 4)

    def full(path: Path) -> None:
        raise DiskFull(path=path)

    with monkeypatch.context() as broken:
        broken.setattr(kept_file, "replaced", full)
        with pytest.raises(DiskFull):
            shelf.ask()
    assert shelf.ask()[1] == ["d.png"]


def test_other_weights_find_other_patches(shelf: Shelf, home: Home) -> None:
    shelf.ask()
    shelf.kept = Kept(home, shelf.folder, "vgg19", "other digest", 0)
    assert shelf.ask()[1] == ["b.png", "c.png"]
