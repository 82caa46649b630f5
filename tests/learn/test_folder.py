from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.errors import FileMissing, NoFace, UnreadablePicture
from desktop.faces.align import TEMPLATE
from desktop.faces.face import View
from desktop.faces.load import load_detector
from desktop.learn.errors import (
    NoFaces,
    NoneReadable,
    NoPeople,
    OnePerson,
    OnePicture,
    SameTwice,
    SameUnderTwoNames,
    SeveralPeople,
)
from desktop.learn.folder import Shots, find_faces, read_folder
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.progress import finish
from desktop.settings import Settings
from tests.learn.made import Scripted, made_folder, made_picture, save
from tests.weights_fixture import Sample


def shots_of(folder: Path) -> Shots:
    return finish(find_faces(finish(read_folder(folder)), Scripted()))


def test_people_are_the_folders_by_name(tmp_path: Path) -> None:
    folder = finish(read_folder(made_folder(tmp_path, {"Bo_Li": 2, "Ann": 1})))
    assert [(person.name, len(person.pictures)) for person in folder.people] == [("Ann", 1), ("Bo Li", 2)]
    assert folder.pictures == 3


def test_each_picture_gives_one_aligned_face(tmp_path: Path) -> None:
    shots = shots_of(made_folder(tmp_path, {"Ann": 2, "Bo": 3}))
    assert shots.people == ("Ann", "Ann", "Bo", "Bo", "Bo")
    assert {crop.shape for crop in shots.crops} == {(112, 112, 3)}
    assert len(shots.files) == len(shots.quality) == 5
    assert ((shots.quality >= 0) & (shots.quality <= 1)).all()
    assert not shots.problems


@pytest.mark.parametrize(
    ("people", "error"),
    [({}, NoPeople), ({"Ann": 5}, OnePerson), ({"Ann": 1, "Bo": 1, "Cy": 1}, OnePicture)],
)
def test_a_folder_that_can_tell_nothing_is_refused(
    tmp_path: Path, people: dict[str, int], error: type[Exception]
) -> None:
    with pytest.raises(error, match=tmp_path.name):
        finish(read_folder(made_folder(tmp_path, people)))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        finish(read_folder(tmp_path / "none"))


def test_a_broken_file_is_left_out_and_said(tmp_path: Path) -> None:
    made_folder(tmp_path, {"Ann": 2, "Bo": 2})
    (tmp_path / "Ann" / "9.jpg").write_bytes(b"\xff\xd8 cut off")
    shots = shots_of(tmp_path)
    assert len(shots.crops) == 4
    [problem] = shots.problems
    assert isinstance(problem.error, UnreadablePicture)
    assert "Ann/9.jpg" in problem.sentence  # every folder may have a 9.jpg


def test_a_picture_without_a_face_is_left_out_and_said(tmp_path: Path) -> None:
    made_folder(tmp_path, {"Ann": 2, "Bo": 2})
    save(made_picture(99, faces=0), tmp_path / "Bo" / "9.png")
    [problem] = shots_of(tmp_path).problems
    assert isinstance(problem.error, NoFace)
    assert "Bo/9.png" in problem.sentence


def test_of_several_faces_the_middle_one_is_taken_and_said(tmp_path: Path) -> None:
    made_folder(tmp_path, {"Ann": 1, "Bo": 2})
    picture = made_picture(99, faces=3)
    save(picture, tmp_path / "Ann" / "9.png")
    shots = shots_of(tmp_path)
    [problem] = shots.problems
    assert isinstance(problem.error, SeveralPeople)
    assert "3 faces" in problem.sentence
    assert (shots.crops[1][1:] == picture[25:136, 24:136]).all()


def test_one_picture_under_two_names_is_found_whatever_the_file_is_called(tmp_path: Path) -> None:
    made_folder(tmp_path, {"Ann": 3, "Bo": 3})
    same = read_picture(tmp_path / "Ann" / "0.png")
    Image.fromarray(same).save(tmp_path / "Bo" / "holiday.bmp")
    shots = shots_of(tmp_path)
    assert [file.name for file in shots.files] == ["1.png", "2.png", "0.png", "1.png", "2.png"]
    [problem] = shots.problems
    assert isinstance(problem.error, SameUnderTwoNames)
    assert "Ann/0.png" in problem.sentence
    assert "Bo/holiday.bmp" in problem.sentence


def test_one_picture_twice_under_one_name_counts_once(tmp_path: Path) -> None:
    made_folder(tmp_path, {"Ann": 2, "Bo": 2})
    save(read_picture(tmp_path / "Ann" / "0.png"), tmp_path / "Ann" / "copy.png")
    shots = shots_of(tmp_path)
    assert len(shots.crops) == 4
    assert [type(problem.error) for problem in shots.problems] == [SameTwice]


def test_what_is_left_must_still_tell_something(tmp_path: Path) -> None:
    made_folder(tmp_path, {"Ann": 2})
    save(made_picture(50, faces=0), tmp_path / "Bo" / "0.png")
    with pytest.raises(OnePerson):
        shots_of(tmp_path)
    for file in (tmp_path / "Ann").iterdir():
        save(made_picture(60, faces=0), file)
    with pytest.raises(NoFaces, match="3 pictures"):
        shots_of(tmp_path)


def test_files_that_are_no_pictures_are_not_called_pictures_without_a_face(tmp_path: Path) -> None:
    for name in ("Ann/0.jpg", "Ann/1.jpg", "Bo/0.jpg"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"no picture")
    with pytest.raises(NoneReadable, match="None of the 3 files"):
        shots_of(tmp_path)
    save(made_picture(50, faces=0), tmp_path / "Bo" / "1.png")
    with pytest.raises(NoFaces):
        shots_of(tmp_path)


def test_the_same_pictures_under_two_names_and_no_others(tmp_path: Path) -> None:
    made_folder(tmp_path, {"Ann": 2})
    for number in range(2):
        save(read_picture(tmp_path / "Ann" / f"{number}.png"), tmp_path / "Bo" / f"{number}.png")
    with pytest.raises(SameUnderTwoNames, match=r"Ann/0\.png"):
        shots_of(tmp_path)


def test_it_tells_picture_by_picture_and_stops_when_closed(tmp_path: Path) -> None:
    job = find_faces(finish(read_folder(made_folder(tmp_path, {"Ann": 2, "Bo": 2}))), Scripted())
    told = [next(job) for _ in range(3)]
    assert [(one.done, one.total) for one in told] == [(0, 4), (1, 4), (2, 4)]
    job.close()


def test_real_faces_are_found_and_cut(tmp_path: Path, weights: Home, sample: Sample) -> None:
    from desktop.faces.load import load_embedder

    astronaut = read_picture(sample("astronaut"))
    save(astronaut, tmp_path / "Eileen" / "1.png")
    save(np.ascontiguousarray(astronaut[:, ::-1]), tmp_path / "Eileen" / "2.png")
    save(read_picture(sample("six-faces")), tmp_path / "Others" / "1.png")
    shots = finish(find_faces(finish(read_folder(tmp_path)), load_detector(weights, Settings())))
    assert shots.people == ("Eileen", "Eileen", "Others")
    assert [type(problem.error) for problem in shots.problems] == [SeveralPeople]
    vectors = load_embedder(weights, Settings()).embed([View(crop, TEMPLATE) for crop in shots.crops])
    assert vectors[0] @ vectors[1] > 0.8
    assert vectors[0] @ vectors[2] < 0.35
