"""The real networks on a moving picture: a stranger is enrolled from the video and named from then on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.camera.source import Frame
from desktop.cli import run
from desktop.faces.face import View
from desktop.faces.load import load_detector, load_embedder
from desktop.faces.match import Gallery
from desktop.faces.recognise import Recogniser, State
from desktop.faces.thresholds import Calibration
from desktop.opencv import cv2
from desktop.paths import Home
from desktop.pictures import read_picture, write_png
from desktop.settings import Settings
from desktop.vectors import Picture
from tests.weights_fixture import Sample

RATE = 25.0
WIDTH, HEIGHT = 384, 288
FACE = (222.0, 115.0)  # where the astronaut's face is in her picture


def _view(picture: Picture, step: int) -> Picture:
    """The camera wanders about the face, comes nearer, tilts and shakes a little."""
    angle = 6 * np.sin(step / 9)
    zoom = 1.15 + 0.35 * np.sin(step / 14)
    turn = cv2.getRotationMatrix2D(FACE, float(angle), float(zoom))
    shake = np.random.default_rng(step).uniform(-2, 2, 2)
    turn[:, 2] += [WIDTH / 2 - FACE[0] + 70 * np.sin(step / 11), HEIGHT / 2 - FACE[1] + 30 * np.cos(step / 7)]
    turn[:, 2] += shake
    moved = cv2.warpAffine(picture, turn, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT)
    light = 0.8 + 0.2 * np.cos(step / 10)
    return np.ascontiguousarray(np.clip(moved * light, 0, 255).astype(np.uint8))


@pytest.fixture(scope="module")
def astronaut(sample: Sample) -> Picture:
    return read_picture(sample("astronaut"))


@pytest.fixture(scope="module")
def video(astronaut: Picture, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 frames of the astronaut, 20 of a corner of her picture without a face, 20 of her again."""
    file = tmp_path_factory.mktemp("video") / "moving.avi"
    out = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), RATE, (WIDTH, HEIGHT))
    corner = np.ascontiguousarray(cv2.resize(astronaut[330:512, 270:512], (WIDTH, HEIGHT)))
    for step in range(100):
        shown = corner if 60 <= step < 80 else _view(astronaut, step)
        out.write(cv2.cvtColor(shown, cv2.COLOR_RGB2BGR))
    out.release()
    return file


@pytest.fixture
def own(weights: Home, tmp_path: Path) -> Path:
    """A home folder of the test's own with the real weights."""
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "weights").symlink_to(weights.weights, target_is_directory=True)
    return folder


def _lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def _recogniser(weights: Home, gallery: Gallery) -> Recogniser:
    detector = load_detector(weights, Settings(), live=True)
    embedder = load_embedder(weights, Settings(), device="cpu")
    return Recogniser(detector, embedder, gallery, Calibration.for_model(embedder.model.name))


def test_enrolled_from_the_live_picture_and_named_from_the_next_frame_on(
    weights: Home, astronaut: Picture
) -> None:
    nobody = Gallery(np.empty((0, 128), np.float32), ())
    recogniser = _recogniser(weights, nobody)
    embedder = load_embedder(weights, Settings(), device="cpu")
    numbers: set[int] = set()
    for step in range(80):
        seen = recogniser.step(Frame(_view(astronaut, step), step + 1, step / RATE))
        (face,) = seen.faces
        numbers.add(face.track)
        if step == 7:
            assert face.state is State.UNKNOWN
            view = recogniser.best_view(face.track)
            assert view is not None
            recogniser.set_gallery(nobody.with_templates(embedder.embed([view]), ["astronaut"]))
        elif step > 7:
            assert face.person == "astronaut"
    assert numbers == {1}


def test_a_face_mirrored_and_replaced_by_another_is_not_named(weights: Home, sample: Sample) -> None:
    six = read_picture(sample("six-faces"))
    detector = load_detector(weights, Settings())
    embedder = load_embedder(weights, Settings(), device="cpu")
    faces = sorted(detector.detect(six), key=lambda face: face.box[0])
    assert len(faces) == 6
    templates = embedder.embed([View(six, face.landmarks) for face in faces])
    recogniser = _recogniser(weights, Gallery(templates[:3], ["a", "b", "c"]))
    for step in range(12):
        shift = (int(6 * np.sin(step)), int(5 * np.cos(step)))
        seen = recogniser.step(Frame(np.roll(six, shift, axis=(1, 0)), step + 1, step / RATE))
    found = sorted(seen.faces, key=lambda face: face.box[0])
    assert [face.person for face in found] == ["a", "b", "c", None, None, None]
    assert [face.state for face in found[3:]] == [State.UNKNOWN] * 3


def test_command_names_the_enrolled_on_every_frame_and_nobody_elsewhere(
    own: Path, sample: Sample, video: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--home", str(own), "enroll", "Eileen", str(sample("astronaut"))]) == 0
    capsys.readouterr()
    assert run(["--home", str(own), "recognize", str(video), "--json"]) == 0
    lines = _lines(capsys)
    assert [line["frame"] for line in lines] == list(range(1, 101))
    told = [[face["name"] for face in line["faces"] if face["name"] is not None] for line in lines]
    named = [frame for frame, one in enumerate(told, start=1) if one == ["Eileen"]]
    assert named == [*range(2, 61), *range(82, 101)]
    assert all(len(one) <= 1 for one in told)
    face = lines[30]["faces"][0]
    assert len(face["box"]) == 4
    assert 0.4 < face["similarity"] <= 1
    assert face["runner_up"] is None
    assert 0 <= face["quality"] <= 1
    assert lines[10]["faces"][0]["track"] != lines[90]["faces"][0]["track"]
    assert lines[25]["seconds"] == pytest.approx(1.0, abs=0.01)

    assert run(["--home", str(own), "recognize", str(video)]) == 0
    assert _lines(capsys) == lines


def test_command_works_where_nobody_is_enrolled(
    own: Path, video: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--home", str(own), "recognize", str(video), "--json"]) == 0
    lines = _lines(capsys)
    assert {face["name"] for line in lines for face in line["faces"]} == {None}
    assert not (own / "people.sqlite").exists()


def test_command_names_people_on_single_pictures(
    own: Path, sample: Sample, astronaut: Picture, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "pictures"
    write_png(_view(astronaut, 3), folder / "1.png")
    write_png(read_picture(sample("six-faces")), folder / "2.png")
    write_png(_view(astronaut, 30), folder / "3.png")
    assert run(["--home", str(own), "enroll", "Eileen", str(sample("astronaut"))]) == 0
    capsys.readouterr()
    assert run(["--home", str(own), "recognize", str(folder), "--json"]) == 0
    told = [[face["name"] for face in line["faces"]] for line in _lines(capsys)]
    assert told == [["Eileen"], [None] * 6, ["Eileen"]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["recognize", "nowhere.mp4"], "nowhere.mp4"),
        (["recognize", "{video}", "--fpir", "0"], "--fpir"),
        (["recognize", "{video}", "--model", "magic"], "magic"),
    ],
)
def test_command_says_in_one_line_what_it_cannot_do(
    own: Path, video: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    filled = [argument.format(video=video) for argument in arguments]
    assert run(["--home", str(own), *filled]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert said in told.err
