"""1:1 on real faces, by the functions and by the command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop import cli
from desktop.errors import NoFace, SeveralFaces
from desktop.faces.face import Face
from desktop.faces.thresholds import Calibration
from desktop.faces.verify import against, decide, pick_face
from desktop.paths import Home
from desktop.pictures import read_picture

sface = Calibration.for_model("sface")


def faces(count: int) -> list[Face]:
    return [Face((0, 0, 10.0 - n, 10), np.zeros((5, 2), np.float32), 1) for n in range(count)]


def test_the_face_that_is_meant() -> None:
    assert pick_face(faces(1), "only", "a.png").box[2] == 10
    assert pick_face(faces(3), "largest", "a.png").box[2] == 10
    with pytest.raises(SeveralFaces, match=r"“a\.png” shows 3 faces"):
        pick_face(faces(3), "only", "a.png")
    with pytest.raises(NoFace, match=r"No face was found in “a\.png”"):
        pick_face([], "largest", "a.png")


@given(st.floats(-1, 1), st.floats(1e-6, 0.5))
def test_the_answer_never_contradicts_itself(similarity: float, fmr: float) -> None:
    found = decide(similarity, sface, fmr)
    assert found.same == (found.distance <= found.threshold) == (found.probability >= 0.5)
    assert found.distance == 2 - 2 * found.similarity
    assert found.fmr == fmr


def test_the_nearest_template_decides() -> None:
    query = np.array([1, 0], np.float32)
    templates = np.array([[0, 1], [0.8, 0.6]], np.float32)
    assert against(query, templates, sface, 1e-3).similarity == pytest.approx(0.8, abs=1e-6)


@pytest.fixture
def there(weights: Home, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    (home / "weights").symlink_to(weights.weights)
    return home


@pytest.fixture
def darker(sample: Callable[[str], Path], tmp_path: Path) -> Path:
    """The astronaut once more, otherwise lit and cut."""
    file = tmp_path / "darker.jpg"
    picture = read_picture(sample("astronaut"))[10:400, 40:460]
    Image.fromarray(np.ascontiguousarray((picture * 0.6).astype(np.uint8))).save(file, quality=70)
    return file


def test_the_command_says_yes(
    there: Path, sample: Callable[[str], Path], darker: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["verify", str(sample("astronaut")), str(darker), "--home", str(there), "--json"]) == 0
    out = capsys.readouterr()
    found = json.loads(out.out)
    assert found["same"] is True
    assert found["similarity"] > 0.8
    assert found["distance"] <= found["threshold"]
    assert found["threshold"] == pytest.approx(2 - 2 * sface.threshold(1e-3))
    assert found["fmr"] == 1e-3
    assert found["llr"] > 5
    assert found["probability"] > 0.99
    assert found["model"] == "sface"
    assert out.err == ""


def test_the_command_says_no(
    there: Path, sample: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    pictures = [str(sample("astronaut")), str(sample("six-faces"))]
    arguments = ["verify", *pictures, "--face", "largest", "--home", str(there)]
    assert cli.run([*arguments, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["same"] is False
    assert found["probability"] < 0.5
    assert cli.run(arguments) == 1
    assert "Not the same person" in capsys.readouterr().out


def test_a_claimed_name(
    there: Path, sample: Callable[[str], Path], darker: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ["--home", str(there)]
    assert cli.run(["enroll", "Eileen", str(sample("astronaut")), *home]) == 0
    capsys.readouterr()
    assert cli.run(["verify", str(darker), "--person", "eileen", "--json", *home]) == 0
    assert json.loads(capsys.readouterr().out)["same"] is True
    other = ["verify", str(sample("six-faces")), "--person", "Eileen", "--face", "largest"]
    assert cli.run([*other, *home]) == 1
    assert cli.run(["verify", str(darker), "--person", "Nobody", *home]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (["a.png"], "two pictures"),
        (["a.png", "b.png", "--person", "x"], "two pictures"),
        (["a.png", "b.png", "--face", "left"], "--face is only or largest"),
        (["a.png", "b.png", "--fmr", "0"], "--fmr lies between"),
        (["a.png", "b.png", "--fmr", "nan"], "--fmr lies between"),
        (["a.png", "b.png"], "does not exist"),
    ],
)
def test_what_can_t_be_served(
    there: Path, extra: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["verify", *extra, "--home", str(there)]) == 2
    out = capsys.readouterr()
    assert sentence in out.err
    assert len(out.err.splitlines()) == 1
    assert out.out == ""


def test_a_picture_without_a_face_and_one_with_six(
    there: Path, sample: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blank = tmp_path / "blank.png"
    Image.new("RGB", (300, 300), (90, 120, 200)).save(blank)
    assert cli.run(["verify", str(sample("astronaut")), str(blank), "--home", str(there)]) == 2
    assert "No face was found in “blank.png”" in capsys.readouterr().err
    assert cli.run(["verify", str(sample("astronaut")), str(sample("six-faces")), "--home", str(there)]) == 2
    assert "shows 6 faces" in capsys.readouterr().err
