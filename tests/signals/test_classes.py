"""Folders of classes: what is found in them, what is left out and said, what can't be learnt from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop.camera.errors import UnreadableVideo, VideoCutOff
from desktop.errors import FileMissing, LikenessError
from desktop.pictures import write_png
from desktop.progress import finish
from desktop.signals.bands import bands
from desktop.signals.classes import examples, is_for_training, listed
from desktop.signals.errors import (
    ClassOfOne,
    ClipTooShort,
    InNoClass,
    MixedKinds,
    NoneUsable,
    NothingOfAKind,
    OneClass,
    OneFileEach,
    UnreadableSound,
)
from desktop.signals.film_errors import NoPicturesInFilm, UnequalSlices
from desktop.signals.spectrum import HIGHEST
from tests.explore.made import made
from tests.signals import made_classes
from tests.signals.films import write_film, write_sound


def test_a_sound_is_told_in_bands_as_high_as_it_is() -> None:
    at = np.arange(22_050) / 22_050
    found = [bands(np.float32(0.5 * np.sin(2 * np.pi * height * at))) for height in (200, 800, 3200)]
    loudest = [int(each.mean(1).argmax()) for each in found]
    assert found[0].shape == (64, 44)
    assert 0 < loudest[0] < loudest[1] < loudest[2] < 63
    assert all(each.min() >= 0 and each.max() <= HIGHEST for each in found)
    noise = bands(np.random.default_rng(0).uniform(-1, 1, 22_050).astype(np.float32)).mean(1)
    assert noise.min() > 0.7 * noise.max()  # no band is empty


@pytest.mark.parametrize(
    ("what", "kind", "shape"),
    [
        (made_classes.sounds, "sound", (64, 44)),
        (made_classes.series, "series", (1, 400)),
        (made_classes.volumes, "volume", (1, 18, 18, 18)),
        (made_classes.stacks, "volume", (1, 18, 18, 18)),
        (made_classes.clips, "clip", (1, 18, 32, 32)),
    ],
)
def test_folders_are_classes(tmp_path: Path, what: object, kind: str, shape: tuple[int, ...]) -> None:
    assert callable(what)
    folder = what(tmp_path / "Voices")
    assert is_for_training(folder)
    found = finish(examples(folder))
    assert (found.title, found.kind.name) == ("Voices", kind)
    assert found.classes == ("class 0",) * 3 + ("class 1",) * 3
    assert {each.shape for each in found.values} == {shape}
    assert found.problems == ()


def test_what_cannot_be_used_is_left_out_and_said(tmp_path: Path) -> None:
    folder = made_classes.sounds(tmp_path / "Voices")
    (folder / "class 0" / "broken.wav").write_bytes(b"no sound")
    (folder / "class 0" / "notes.txt").write_text("not looked at")
    soundfile.write(folder / "beside.wav", np.zeros(100), 22_050)
    (folder / "alone").mkdir()
    (folder / "class 1" / "0.wav").rename(folder / "alone" / "0.wav")
    found = finish(examples(folder))
    assert found.classes == ("alone",) + ("class 0",) * 3 + ("class 1",) * 2
    assert [type(problem.error) for problem in found.problems] == [InNoClass, UnreadableSound, ClassOfOne]


def test_what_cannot_be_learnt_from_is_one_sentence(tmp_path: Path) -> None:
    def refused(folder: Path) -> LikenessError:
        with pytest.raises(LikenessError) as raised:
            finish(examples(folder))
        assert folder.name in str(raised.value)
        return raised.value

    assert isinstance(refused(tmp_path / "nowhere"), FileMissing)
    (tmp_path / "empty").mkdir()
    assert isinstance(refused(tmp_path / "empty"), NothingOfAKind)
    assert isinstance(refused(made_classes.sounds(tmp_path / "one", classes=1)), OneClass)
    assert isinstance(refused(made_classes.sounds(tmp_path / "few", each=1)), OneFileEach)
    made_classes.series(made_classes.sounds(tmp_path / "mixed"))
    mixed = refused(tmp_path / "mixed")
    assert isinstance(mixed, MixedKinds)
    assert "series and sounds" in str(mixed)
    broken = made_classes.series(tmp_path / "broken")
    for file in broken.rglob("*.csv"):
        file.write_text("nothing")
    assert isinstance(refused(broken), NoneUsable)


def test_folders_of_slices_are_examples_and_photographs_are_not_offered(tmp_path: Path) -> None:
    folder = made_classes.stacks(tmp_path / "Scans")
    write_png(np.zeros((18, 20, 3), np.uint8), folder / "class 0" / "scan 0" / "9 b.png")
    (folder / "class 1" / "empty").mkdir()
    found = finish(examples(folder))
    assert found.classes == ("class 0",) * 2 + ("class 1",) * 3
    assert [type(problem.error) for problem in found.problems] == [UnequalSlices]
    assert found.problems[0].file.name == "scan 0"
    assert is_for_training(folder)
    for scan in folder.rglob("scan *"):
        write_png(made(1), scan / "0.png")
    assert not is_for_training(folder)  # colour: the photographs of two summers look like that
    assert "clips and volumes" in str(mixed(made_classes.clips(folder)))


def mixed(folder: Path) -> LikenessError:
    with pytest.raises(MixedKinds) as raised:
        listed(folder)
    return raised.value


def test_clips_that_cannot_be_used_are_left_out_and_said(tmp_path: Path) -> None:
    folder = made_classes.clips(tmp_path / "Motion")
    here = folder / "class 0"
    write_film(here / "frame.mp4", made_classes.moving(0, 9, count=1), sound="")
    write_sound(here / "sound.mp4")
    (here / "text.mp4").write_text("no film")
    write_film(here / "cut.mkv", made_classes.moving(0, 8, count=90), sound="")
    whole = (here / "cut.mkv").read_bytes()
    (here / "cut.mkv").write_bytes(whole[: len(whole) // 2])
    found = finish(examples(folder))
    told = {problem.file.name: type(problem.error) for problem in found.problems}
    assert told == {
        "cut.mkv": VideoCutOff,  # the frames before that are used
        "frame.mp4": ClipTooShort,
        "sound.mp4": NoPicturesInFilm,
        "text.mp4": UnreadableVideo,
    }
    assert found.classes == ("class 0",) * 4 + ("class 1",) * 3


def test_pictures_are_not_for_training(tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    write_png(made(0), folder / "Ann" / "0.png")
    assert not is_for_training(folder)
    made_classes.sounds(folder)
    assert not is_for_training(folder)  # the pictures are looked at, as before
    pages = tmp_path / "pages"
    made_classes.write_volume(pages / "scan.tif", made_classes.volume(0, 0))
    assert not is_for_training(pages)  # a picture with pages, in no class
    made_classes.write_volume(pages / "a" / "scan.tif", made_classes.volume(0, 0)[:1])
    (pages / "scan.tif").unlink()
    assert not is_for_training(pages)  # a picture
