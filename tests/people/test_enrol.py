"""From picture files to enrolled people, with a detector that is told what to find."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.errors import (
    FileMissing,
    LikenessError,
    NoFace,
    PictureTooLarge,
    SeveralFaces,
    UnreadablePicture,
)
from desktop.faces.face import Face, View
from desktop.people.enrol import Candidate, Enrolment, embedded, enrol_folder, enrol_pictures
from desktop.people.errors import NameEmpty, NothingToEnrol
from desktop.people.store import People
from desktop.pictures import people_in, write_png
from desktop.progress import Progress, finish
from desktop.vectors import Picture, Points, Vectors
from tests.people.made import MODEL

LANDMARKS: Points = np.array([[110, 90], [150, 90], [130, 112], [114, 134], [146, 134]], np.float32)


class Eyes:
    """Finds as many faces as the red value of the first pixel says, largest first."""

    def detect(self, picture: Picture) -> tuple[Face, ...]:
        count = int(picture[0, 0, 0])
        return tuple(Face((90, 60, 80 - 10 * i, 100 - 10 * i), LANDMARKS, 0.9) for i in range(count))


class Mind:
    """Embeds a picture as its mean colour."""

    model = MODEL
    dimension = 3

    def __init__(self) -> None:
        self.batches: list[int] = []

    def embed(self, views: Sequence[View]) -> Vectors:
        self.batches.append(len(views))
        rows = np.stack([view.picture.mean(axis=(0, 1)) for view in views]).astype(np.float32)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def photo(path: Path, faces: int = 1, seed: int = 0) -> Path:
    """A picture file with that many faces."""
    picture = np.random.default_rng(seed).integers(0, 256, (240, 320, 3), np.uint8)
    picture[0, 0, 0] = faces
    write_png(picture, path)
    return path


def enrol(
    people: People, name: str, pictures: Sequence[Path | Picture], rule: str = "only", **more: Any
) -> Enrolment:
    return finish(enrol_pictures(people, Eyes(), Mind(), name, pictures, rule, **more))


def test_a_person_is_enrolled_from_pictures(people: People, tmp_path: Path) -> None:
    files = [photo(tmp_path / f"{number}.png", seed=number) for number in range(3)]
    done = enrol(people, "Lin", files, consent_by="her mother")
    (change,) = done.changes
    assert (change.person.name, change.person.templates, change.person.consent.by) == ("Lin", 3, "her mother")
    assert [one.picture for one in done.taken] == [str(file) for file in files]
    assert all(0 <= one.quality.score <= 1 for one in done.taken)
    crop = people.crop(change.templates[0])
    assert crop.picture.shape[0] >= 200  # the face with once its size around it, as far as the picture goes
    eyes = crop.landmarks[1] - crop.landmarks[0]
    assert np.allclose(eyes, [40, 0])


def test_progress_is_told_for_every_picture(people: People, tmp_path: Path) -> None:
    files = [photo(tmp_path / f"{number}.png", seed=number) for number in range(20)]
    mind = Mind()
    steps = list(enrol_pictures(people, Eyes(), mind, "Lin", files))
    assert [step.done for step in steps][:20] == list(range(20))
    assert steps[-1] == Progress(20, 20, "Lin")
    assert max(mind.batches) <= 8  # a step is short: the live picture shares the lane


@pytest.mark.parametrize(("faces", "kind"), [(0, NoFace), (2, SeveralFaces)])
def test_a_picture_that_does_not_fit_stops_everything(
    people: People, tmp_path: Path, faces: int, kind: type[LikenessError]
) -> None:
    files = [photo(tmp_path / "good.png"), photo(tmp_path / "bad.png", faces)]
    with pytest.raises(kind, match=r"“bad\.png”"):
        enrol(people, "Lin", files)
    assert people.list() == ()


def test_the_largest_face_is_taken_when_asked_for(people: People, tmp_path: Path) -> None:
    assert enrol(people, "Lin", [photo(tmp_path / "two.png", 2)], "largest").changes[0].person.templates == 1


def test_files_that_are_no_pictures_stop_everything(people: People, tmp_path: Path) -> None:
    good = photo(tmp_path / "good.png")
    empty, cut, text = tmp_path / "empty.jpg", tmp_path / "cut.png", tmp_path / "text.jpg"
    empty.touch()
    cut.write_bytes(good.read_bytes()[:5000])
    text.write_text("Dear diary")
    for bad in (empty, cut, text, tmp_path):
        with pytest.raises(UnreadablePicture):
            enrol(people, "Lin", [good, bad])
    huge = tmp_path / "huge.pgm"
    huge.write_bytes(b"P5 60000 60000 255\n")
    with pytest.raises(PictureTooLarge):
        enrol(people, "Lin", [good, huge])
    with pytest.raises(FileMissing):
        enrol(people, "Lin", [good, tmp_path / "missing.jpg"])
    with pytest.raises(NameEmpty):
        enrol(people, "  ", [good])
    with pytest.raises(NothingToEnrol):
        enrol(people, "Lin", [])
    assert people.list() == ()


def test_the_window_leaves_broken_pictures_out_and_says_so(people: People, tmp_path: Path) -> None:
    text = tmp_path / "text.jpg"
    text.write_text("Dear diary")
    shown = np.full((240, 320, 3), 1, np.uint8)
    done = enrol(people, "Lin", [text, shown, photo(tmp_path / "none.png", 0)], skip=True)
    assert done.changes[0].person.templates == 1
    assert [one.picture for one in done.taken] == ["Lin 2"]
    assert [type(one.error) for one in done.left_out] == [UnreadablePicture, NoFace]
    with pytest.raises(UnreadablePicture):
        enrol(people, "Alex", [text], skip=True)
    assert [person.name for person in people.list()] == ["Lin"]


def test_a_cancelled_enrolment_enrols_nobody(people: People, tmp_path: Path) -> None:
    job = enrol_pictures(people, Eyes(), Mind(), "Lin", [photo(tmp_path / f"{n}.png") for n in range(3)])
    for _ in range(3):
        next(job)
    job.close()
    assert people.list() == ()


def test_a_folder_of_people_is_enrolled_by_its_folders_names(people: People, tmp_path: Path) -> None:
    folder = tmp_path / "people"
    photo(folder / "Lin_Chen" / "a.png", seed=1)
    photo(folder / "Lin_Chen" / "older" / "b.png", seed=2)
    photo(folder / "Alex 2.png", seed=3)
    photo(folder / "Alex_0001.png", seed=4)
    photo(folder / "Nobody" / "none.png", 0)
    photo(folder / ".hidden" / "x.png")
    (folder / "notes.txt").write_text("no picture")
    done = finish(enrol_folder(people, Eyes(), Mind(), folder, consent_by="the works council"))
    assert {(one.name, one.templates, one.consent.by) for one in people.list()} == {
        ("Alex", 2, "the works council"),
        ("Lin Chen", 2, "the works council"),
    }
    assert len(done.changes) == 2
    assert [Path(one.picture).name for one in done.left_out] == ["none.png"]


def test_pictures_with_numbers_for_names_are_of_the_folders_person(tmp_path: Path) -> None:
    folder = tmp_path / "Lin"
    files = [photo(folder / f"{number}.png") for number in range(2)]
    assert people_in(folder) == {"Lin": files}


def test_a_folder_without_pictures_is_said_so(people: People, tmp_path: Path) -> None:
    with pytest.raises(NothingToEnrol):
        finish(enrol_folder(people, Eyes(), Mind(), tmp_path))
    with pytest.raises(FileMissing):
        finish(enrol_folder(people, Eyes(), Mind(), tmp_path / "missing"))


def test_a_face_clicked_in_live_becomes_a_template(people: People) -> None:
    view = View(np.random.default_rng(1).integers(0, 256, (900, 700, 3), np.uint8), LANDMARKS * 3)
    candidate = Candidate.of_view(view)
    change = people.add("Lin", embedded([candidate], Mind()))
    kept = people.crop(change.templates[0])
    assert max(kept.picture.shape) == 512
    assert np.allclose(kept.landmarks[1] - kept.landmarks[0], [120 * 512 / 900, 0], atol=0.2)
