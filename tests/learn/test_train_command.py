"""`train` and `--head` on real faces: the six of one picture and the astronaut, each cut out some times."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop import cli
from desktop.errors import LikenessError
from desktop.faces.detect import Yunet
from desktop.learn import head_file
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.weights import store

Sample = Callable[[str], Path]


@pytest.fixture(scope="module")
def people(weights: Home, sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Seven people with three pictures each, named a to g."""
    folder = tmp_path_factory.mktemp("people")
    detector = Yunet(store.file(weights, "yunet"))
    found = []
    for name in ("six-faces", "astronaut"):
        picture = read_picture(sample(name))
        found += [(picture, face) for face in detector.detect(picture)]
    assert len(found) >= 7
    for letter, (picture, face) in zip("abcdefg", found[-7:], strict=True):
        (folder / letter).mkdir()
        x, y, width, height = (int(value) for value in face.box)
        for number, (edge, light) in enumerate([(0.45, 1.0), (0.35, 0.7), (0.4, 0.85)], start=1):
            room = int(edge * max(width, height))
            part = picture[max(0, y - room) : y + height + room, max(0, x - room) : x + width + room]
            Image.fromarray((part * light).astype(np.uint8)).resize((200, 240)).save(
                folder / letter / f"{letter}_{number:04d}.png"
            )
    return folder


@pytest.fixture
def there(weights: Home, tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    (home / "weights").symlink_to(weights.weights)
    return home


def run(*words: object) -> int:
    return cli.run([str(word) for word in words])


@pytest.mark.parametrize(
    "way",
    [
        ("triplet", "--mode", "head", "--mining", "hard"),
        ("triplet", "--mode", "top", "--reduce", "16"),
        ("triplet", "--mode", "scratch"),
        ("binary", "--form", "absolute"),
    ],
)
def test_a_head_is_trained_and_used(
    people: Path, there: Path, tmp_path: Path, way: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.head"
    asked = ["train", "--images", people, "-o", out, "--epochs", 2, "--views", 2, "--home", there, "--json"]
    assert run(*asked, "--method", *way) == 0
    printed = capsys.readouterr()
    assert not printed.err
    found = json.loads(printed.out)
    assert found["method"] == way[0]
    assert [epoch["epoch"] for epoch in found["history"]] == [1, 2]
    assert {"loss", "active_triplets", "ap", "an"} <= set(found["history"][0])
    assert {"accuracy", "tar", "threshold", "eer"} <= set(found["before"]) & set(found["after"])
    assert found["collapsed"] is False
    assert found["comparison"]["people"] == 2
    assert (found["full_size"] is not None) == ("--reduce" in way)
    assert not list((there / "training").glob("*"))  # no checkpoint is left
    listed = tmp_path / "pairs.txt"
    listed.write_text("1\t1\na\t1\t2\na\t1\tb\t1\n")
    measure = ["evaluate", "--images", people, "--pairs", listed, "--home", there, "--json"]
    assert run(*measure, "--head", out) == 0
    assert json.loads(capsys.readouterr().out)["pairs"] == 2
    pictures = people / "a" / "a_0001.png", people / "a" / "a_0002.png"
    code = run("verify", *pictures, "--head", out, "--home", there, "--json")
    said = capsys.readouterr()
    if "binary" in way or "scratch" in way:
        assert code == 2
        assert "measured on too few people" in said.err
    else:
        assert code == 0
        assert json.loads(said.out)["model"] == "sface+mine"


def test_a_head_with_thresholds_of_its_own(
    people: Path, there: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Verified with a binary head that has them: similarity is 2p - 1, and the verdict follows from it."""
    out = tmp_path / "mine.head"
    assert (
        run("train", "--images", people, "--method", "binary", "-o", out, "--epochs", 2, "--home", there) == 0
    )
    made = head_file.read(out)
    table = {
        "tail": [[1.0, -0.9], [0.01, 0.1], [0.001, 0.2]],
        "beyond": 0.05,
        "floor_fmr": 1e-3,
        "llr": {"slope": 20.0, "intercept": -3.0, "lowest": -4.0, "highest": 9.0},
    }
    known = head_file.Head(made.kind, made.base, made.title, made.tensors, made.words, table)
    head_file.write(known, out)
    capsys.readouterr()
    first, second = people / "a" / "a_0001.png", people / "a" / "a_0002.png"
    assert run("verify", first, second, "--head", out, "--home", there, "--json") == 0
    one = json.loads(capsys.readouterr().out)
    assert run("verify", second, first, "--head", out, "--home", there, "--json") == 0
    other = json.loads(capsys.readouterr().out)
    assert one["similarity"] == pytest.approx(other["similarity"], abs=1e-7)
    assert one["threshold"] == pytest.approx(2 - 2 * 0.2)
    assert one["distance"] == pytest.approx(2 - 2 * one["similarity"])
    assert run("enroll", "A", first, "--home", there) == 0
    assert run("enroll", "B", people / "b" / "b_0001.png", "--home", there) == 0
    capsys.readouterr()
    assert run("recognize", second, "--head", out, "--home", there) == 0
    (face,) = json.loads(capsys.readouterr().out)["faces"]
    assert face["similarity"] == pytest.approx(one["similarity"], abs=1e-3)
    assert run("verify", second, "--person", "A", "--head", out, "--home", there, "--json") == 0
    claimed = json.loads(capsys.readouterr().out)
    assert claimed["similarity"] == pytest.approx(one["similarity"], abs=0.05)


def test_a_list_keeps_its_last_fold_aside(
    people: Path, there: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "pairs.txt"
    listed.write_text("2\t1\na\t1\t2\na\t1\tb\t1\nf\t1\t2\nf\t1\tg\t1\n")
    out = tmp_path / "mine.head"
    asked = ["train", "--images", people, "--method", "triplet", "-o", out, "--epochs", 1, "--home", there]
    assert run(*asked, "--pairs", listed, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["before"]["pairs"] == found["after"]["pairs"] == 2
    assert found["comparison"]["people"] == 2
    out.unlink()
    listed.write_text("1\t1\na\t1\t2\na\t1\tnobody\t1\n")
    assert run(*asked, "--pairs", listed) == 2
    assert "lists nobody 1, which is not in" in capsys.readouterr().err
    assert not out.exists()


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    assert not said.out
    assert said.err.count("\n") == 1
    return said.err


def test_folders_that_cannot_be_trained_on(
    people: Path, there: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "mine.head"

    def asked(folder: Path, *more: Any) -> int:
        return run("train", "--images", folder, "--method", "triplet", "-o", out, "--home", there, *more)

    def put(where: str, *names: str) -> Path:
        for name in names:
            person, number = name.split(":")
            (tmp_path / where / person).mkdir(parents=True, exist_ok=True)
            source = people / person / f"{person}_{int(number):04d}.png"
            (tmp_path / where / person / source.name).write_bytes(source.read_bytes())
        return tmp_path / where

    assert asked(put("one", "a:1", "a:2")) == 2
    assert "only one person" in sentence(capsys)
    assert asked(put("single", "a:1", "b:1", "c:1")) == 2
    assert "second" in sentence(capsys)
    assert asked(put("few", "a:1", "a:2", "b:1", "b:2")) == 2
    said = capsys.readouterr()
    assert "at least four people with two pictures each" in said.err
    assert asked(tmp_path / "none") == 2
    assert "does not exist" in sentence(capsys)
    assert asked(people, "--margin", 0) == 2
    assert "--margin lies between" in sentence(capsys)
    assert asked(people, "--mode", "top", "--model", "dlib-resnet") == 2
    assert "can't be trained; choose the model sface" in sentence(capsys)
    assert run("train", "--images", people, "--method", "triplet", "-o", tmp_path, "--home", there) == 2
    assert "is a folder" in sentence(capsys)
    assert not out.exists()
    assert not (there / "training").exists()


def test_a_place_that_cannot_be_written_is_said_before_training(
    people: Path, there: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_bytes(b"")
    out = tmp_path / "file" / "mine.head"  # a folder that is none; permissions would not stop root
    assert run("train", "--images", people / "none", "--method", "triplet", "-o", out, "--home", there) == 2
    assert "mine.head” can't be written" in sentence(capsys)


def test_broken_files_are_left_out_and_said(
    people: Path, there: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "images"
    for file in people.rglob("*.png"):
        (folder / file.parent.name).mkdir(parents=True, exist_ok=True)
        (folder / file.parent.name / file.name).write_bytes(file.read_bytes())
    (folder / "a" / "broken.jpg").write_bytes(b"no picture")
    (folder / "b" / "again.png").write_bytes((people / "c" / "c_0001.png").read_bytes())
    out = tmp_path / "mine.head"
    assert (
        run("train", "--images", folder, "--method", "triplet", "-o", out, "--epochs", 1, "--home", there)
        == 0
    )
    said = capsys.readouterr().out
    assert "a/broken.jpg" in said
    assert "under two names" in said
    assert out.exists()
    again = ["train", "--images", folder, "--method", "binary", "-o", out, "--epochs", 1, "--home", there]
    assert run(*again, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert ["broken.jpg" in one or "under two names" in one for one in found["problems"]] == [True, True]


def test_a_collapse_leaves_no_file_and_says_why(
    people: Path,
    there: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from desktop.learn import collapse

    monkeypatch.setattr(collapse, "NEAR", 5.0)
    monkeypatch.setattr(collapse, "STUCK", 1e9)
    monkeypatch.setattr(collapse, "PATIENCE", 1)
    out = tmp_path / "mine.head"
    asked = ["train", "--images", people, "--method", "triplet", "-o", out, "--home", there, "--json"]
    assert run(*asked, "--mining", "hard") == 2
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert said.err.splitlines() == [found["reason"]]
    assert found["collapsed"] is True
    assert found["after"] is None
    assert "Training collapsed in epoch 1" in found["reason"]
    assert not out.exists()


def test_a_head_for_another_network(
    people: Path, there: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import torch

    from desktop.faces.face import ModelId

    other = head_file.Head("linear", ModelId("dlib-resnet", "0" * 64), "x", {"weight": torch.eye(128)})
    head_file.write(other, tmp_path / "x.head")
    first, second = people / "a" / "a_0001.png", people / "a" / "a_0002.png"
    assert run("verify", first, second, "--head", tmp_path / "x.head", "--home", there) == 2
    assert "was trained over “dlib-resnet”, not over “sface”" in sentence(capsys)
    (tmp_path / "y.head").write_bytes(b"none")
    for words in (
        ("verify", first, second),
        ("recognize", first),
        ("evaluate", "--images", people, "--pairs", tmp_path / "y.head"),
    ):
        assert run(*words, "--head", tmp_path / "y.head", "--home", there) == 2
        assert "is no trained head" in sentence(capsys)


def test_the_sentences_are_whole() -> None:
    from desktop.learn import batches, below, recipe

    for module in (batches, below, recipe, head_file):
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, LikenessError) and one.__module__ == module.__name__:
                assert one.sentence.endswith((".", "}"))
