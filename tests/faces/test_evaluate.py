"""Evaluation: figures checked against slow plain ones, the list's format, and the whole command."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop import cli
from desktop.errors import FileMissing, UnreadablePicture
from desktop.faces import evaluate as evaluation
from desktop.faces import roc
from desktop.faces.align import TEMPLATE
from desktop.faces.evaluate import (
    Embedded,
    accuracy_by_fold,
    central,
    evaluate,
    from_far,
    judge,
    reduced,
)
from desktop.faces.face import Face, View
from desktop.faces.pairs import (
    Pair,
    PairsMalformed,
    PictureMissing,
    PicturesMissing,
    Shot,
    read_pairs,
)
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.progress import finish
from desktop.vectors import Picture, Vectors


def write(folder: Path, text: str) -> Path:
    file = folder / "pairs.txt"
    file.write_text(text, "utf-8")
    return file


def test_the_format_is_read(tmp_path: Path) -> None:
    pairs = read_pairs(write(tmp_path, "2\t1\nAnn\t1\t4\nAnn\t2\tBob O\t3\nCem\t1\t2\nÅsa\t1\tBob O\t3\n\n"))
    assert [pair.fold for pair in pairs] == [0, 0, 1, 1]
    assert [pair.same for pair in pairs] == [True, False, True, False]
    assert pairs[1].second == Shot("Bob O", 3)
    assert pairs[3].first.person == "Åsa"


def test_a_list_without_folds_has_one(tmp_path: Path) -> None:
    pairs = read_pairs(write(tmp_path, "1\nAnn 1 2\nAnn 1 Bob 1\n"))
    assert {pair.fold for pair in pairs} == {0}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("Ann\t1\t2\n", 1),
        ("0\t5\n", 1),
        ("1\t1\nAnn\t1\t2\n", 1),
        ("1\t1\nAnn\t1\t2\nAnn\t1\tBob\t1\nAnn\t1\tBob\t2\n", 1),
        ("1\t1\nAnn\t1\nAnn\t1\tBob\t1\n", 2),
        ("1\t1\nAnn\t1\ttwo\nAnn\t1\tBob\t1\n", 2),
        ("1\t1\nAnn\t1\t2\nAnn\t1\tAnn\t3\n", 3),
        ("1\t1\n..\t1\t2\nAnn\t1\tBob\t1\n", 2),
        ("1\t1\nAnn\t1\t2\n../Ann\t1\tBob\t1\n", 3),
        ("1\t1\nAnn\t1\t-2\nAnn\t1\tBob\t1\n", 2),
    ],
)
def test_a_malformed_list_names_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(PairsMalformed, match=rf"“pairs.txt” is no list .* line {line} "):
        read_pairs(write(tmp_path, text))


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "pairs.txt"
    file.write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(PairsMalformed):
        read_pairs(file)
    with pytest.raises(FileMissing):
        read_pairs(tmp_path / "none.txt")


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.getbasetemp() / "any.txt"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with contextlib.suppress(PairsMalformed):
        read_pairs(file)


def made_up(seed: int, people: int = 12, shots: int = 4) -> tuple[list[Pair], Embedded]:
    """Embeddings of made-up people, noisy around one place each, and pairs in three folds."""
    chance = np.random.default_rng(seed)
    all_shots = [Shot(f"p{person:02d}", number) for person in range(people) for number in range(shots)]
    places = chance.normal(size=(people, 16))
    rows = np.repeat(places, shots, axis=0) + chance.normal(size=(people * shots, 16)) * 0.9
    vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    found = chance.random(len(all_shots)) > 0.1
    vectors[~found] = 0
    pairs = []
    for number in range(90):
        one, other = chance.integers(0, people, 2)
        i, j = chance.integers(0, shots, 2)
        if number % 2:
            one = other
            j = (i + 1) % shots
        elif one == other:
            other = (one + 1) % people
        pairs.append(Pair(Shot(f"p{one:02d}", int(i)), Shot(f"p{other:02d}", int(j)), number // 30))
    return pairs, Embedded(tuple(all_shots), vectors, found)


@settings(max_examples=25)
@given(st.integers(0, 10_000))
def test_rates_equal_those_counted_one_by_one(seed: int) -> None:
    pairs, embedded = made_up(seed)
    result = judge(pairs, embedded)
    rows = [row for row in range(len(embedded.shots)) if embedded.found[row]]
    vectors = embedded.vectors.astype(np.float64)
    impostors = np.array(
        [
            2 - 2 * float(vectors[i] @ vectors[j])
            for place, i in enumerate(rows)
            for j in rows[:place]
            if embedded.shots[i].person != embedded.shots[j].person
        ]
    )
    genuine = embedded.distances([pair for pair in pairs if pair.same])
    assert result.impostors == len(impostors)
    assert result.undetected == int((~embedded.found).sum())
    for name, rate in (("1e-2", 1e-2), ("1e-3", 1e-3)):
        limit = result.threshold[name]
        assert limit is not None
        assert np.mean(impostors <= limit) <= rate
        assert result.tar[name] == pytest.approx(np.mean(genuine <= limit))
        assert result.supported[name] == (len(impostors) * rate >= 3)
        passing = int(rate * len(impostors)) + 1
        assert np.sum(impostors <= limit + 1e-5) <= passing
        assert np.sort(impostors)[passing - 1] >= limit
    assert result.eer is not None
    candidates = np.concatenate([genuine[np.isfinite(genuine)], impostors])
    gaps = [abs(np.mean(impostors <= t) - np.mean(genuine > t)) for t in candidates]
    best = candidates[int(np.argmin(gaps))]
    assert result.eer == pytest.approx((np.mean(impostors <= best) + np.mean(genuine > best)) / 2, abs=0.03)


def test_accuracy_takes_the_threshold_from_the_other_folds() -> None:
    distances = np.array([0.2, 0.9, 0.2, 0.9, 0.6, 0.7])
    same = np.array([True, False, True, False, True, False])
    fold = np.array([0, 0, 1, 1, 2, 2])
    # Folds 0 and 1 alone put it at 0.55, which refuses 0.6; with fold 2 it lies between 0.6 and 0.7.
    assert accuracy_by_fold(distances, same, fold) == [1.0, 1.0, 0.5]


def test_a_picture_without_a_face_is_a_wrong_answer() -> None:
    distances = np.array([0.2, np.inf, 0.2, np.inf])
    same = np.array([True, False, True, True])
    assert accuracy_by_fold(distances, same, np.array([0, 0, 1, 1])) == [0.5, 0.5]


def test_blocks_are_all_cross_person_pairs_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roc, "_BLOCK", 7)
    _, embedded = made_up(3)
    people = [shot.person for shot in embedded.shots]
    sizes = [block.size for block in roc.impostor_blocks(embedded.vectors, people)]
    assert sum(sizes) == roc.impostor_pairs(people) == 48 * 47 // 2 - 12 * 6
    assert max(sizes) <= 7 * 48


def test_without_impostors_there_is_no_rate() -> None:
    shots = (Shot("a", 1), Shot("a", 2))
    vectors = np.array([[1, 0], [1, 0]], np.float32)
    result = judge([Pair(shots[0], shots[1], 0)], Embedded(shots, vectors, np.array([True, True])))
    assert result.impostors == 0
    assert result.tar["1e-3"] is None
    assert result.eer is None
    assert result.accuracy == 1.0


def test_the_central_face_is_taken() -> None:
    picture = np.zeros((100, 200, 3), np.uint8)
    points = np.zeros((5, 2), np.float32)
    large, middle = Face((0, 0, 80, 80), points, 0.9), Face((90, 40, 20, 20), points, 0.7)
    assert central([large, middle], picture) is middle
    assert central([], picture) is None


def test_reducing_keeps_size_and_mean() -> None:
    face = np.random.default_rng(0).integers(0, 256, (112, 112, 3), dtype=np.uint8)
    found = reduced(face, 16)
    assert found.shape == face.shape
    assert abs(float(found.mean()) - float(face.mean())) < 1
    assert found.std() < face.std() / 3


class OneFace:
    """A detector that finds the middle of every bright picture."""

    def detect(self, picture: Picture) -> tuple[Face, ...]:
        if picture.mean() < 20:
            return ()
        return (
            Face(
                (0, 0, 112, 112), np.array([[38, 51], [73, 51], [56, 71], [41, 92], [70, 92]], np.float32), 1
            ),
        )


def mean_colours(views: Sequence[View]) -> Vectors:
    means = np.array([view.picture.reshape(-1, 3).mean(axis=0) for view in views], np.float32).reshape(-1, 3)
    return np.asarray(means / np.linalg.norm(means, axis=1, keepdims=True), np.float32)


def colours(folder: Path, **people: Sequence[tuple[int, int, int]]) -> Path:
    for person, shots in people.items():
        (folder / person).mkdir(parents=True)
        for number, colour in enumerate(shots, start=1):
            Image.new("RGB", (112, 112), colour).save(folder / person / f"{person}_{number:04d}.png")
    return folder


def test_the_whole_job(tmp_path: Path) -> None:
    images = colours(
        tmp_path / "images",
        ann=[(250, 10, 10), (240, 20, 10)],
        bob=[(10, 250, 10), (10, 240, 20)],
        cem=[(10, 10, 250), (0, 0, 0)],
    )
    listed = write(tmp_path, "1\t2\nann\t1\t2\ncem\t1\t2\nann\t1\tbob\t2\nbob\t1\tcem\t1\n")
    job = evaluate(images, listed, OneFace(), mean_colours)
    shown = []
    while True:
        try:
            shown.append(next(job))
        except StopIteration as end:
            result = end.value
            break
    assert shown[-1].fraction == 1
    assert result.accuracy == 0.75  # cem's second picture is black: no face, a wrong answer
    assert result.undetected == 1
    assert result.pictures == 6
    assert result.impostors == 8
    assert result.tar["1e-2"] == 0.5


def test_the_embedder_is_given_views(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole picture and its landmarks; from far an aligned face, reduced, with those of the template."""
    images = colours(tmp_path / "images", ann=[(250, 10, 10), (240, 20, 10)], bob=[(10, 250, 10)])
    listed = write(tmp_path, "1\t1\nann\t1\t2\nann\t1\tbob\t1\n")
    given: list[list[View]] = []

    def embed(views: Sequence[View]) -> Vectors:
        given.append(list(views))
        return mean_colours(views)

    whole = finish(evaluate(images, listed, OneFace(), embed))
    assert [len(views) for views in given] == [3]
    assert np.array_equal(given[0][0].landmarks, OneFace().detect(given[0][0].picture)[0].landmarks)
    far = finish(evaluate(images, listed, OneFace(), embed, reduce=4))
    assert np.array_equal(given[1][0].landmarks, TEMPLATE)
    assert np.array_equal(given[1][0].picture, from_far(given[0][0], 4).picture)
    monkeypatch.setattr(evaluation, "_HELD", 50_000)  # large pictures are embedded sooner
    again = finish(evaluate(images, listed, OneFace(), embed))
    assert [len(views) for views in given[2:]] == [2, 1]
    assert (whole.accuracy, far.accuracy, again.accuracy) == (1, 1, 1)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    images = colours(tmp_path / "images", ann=[(9, 9, 9), (9, 9, 9)])
    listed = write(tmp_path, "1\t1\nann\t1\t2\nann\t1\tbob\t2\n")
    with pytest.raises(PictureMissing, match=r"“pairs\.txt” lists bob 2, which is not in"):
        finish(evaluate(images, listed, OneFace(), mean_colours))
    with pytest.raises(PicturesMissing):
        finish(evaluate(tmp_path / "none", listed, OneFace(), mean_colours))
    colours(images, bob=[(9, 9, 9)])
    (images / "bob" / "bob_0002.jpg").write_bytes(b"no picture")
    with pytest.raises(UnreadablePicture, match=r"bob_0002\.jpg"):
        finish(evaluate(images, listed, OneFace(), mean_colours))


def test_the_command(
    weights: Home, sample: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Real faces: the astronaut twice, and one of the six."""
    images = tmp_path / "images"
    astronaut, six = read_picture(sample("astronaut")), read_picture(sample("six-faces"))
    shots = {
        "eileen_1": astronaut,
        "eileen_2": (astronaut[20:, 30:] * 0.7).astype(np.uint8),
        "other_1": six,
    }
    for name, picture in shots.items():
        person, number = name.split("_")
        (images / person).mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.ascontiguousarray(picture)).save(
            images / person / f"{person}_{int(number):04d}.png"
        )
    listed = write(tmp_path, "1\t1\neileen\t1\t2\neileen\t1\tother\t1\n")
    home = tmp_path / "home"
    home.mkdir()
    (home / "weights").symlink_to(weights.weights)
    arguments = ["evaluate", "--images", str(images), "--pairs", str(listed), "--home", str(home), "--json"]
    assert cli.run(arguments) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["accuracy"] == 1
    assert found["undetected"] == 0
    assert found["impostors"] == 2
    assert set(found["tar"]) == set(found["threshold"]) == {"1e-2", "1e-3", "1e-4", "1e-5"}
    assert cli.run([*arguments, "--reduce", "16"]) == 0
    assert json.loads(capsys.readouterr().out)["pairs"] == 2
    assert cli.run([*arguments, "--reduce", "1"]) == 2
    assert cli.run([*arguments, "--model", "nobody"]) == 2
    assert "no face model called “nobody”" in capsys.readouterr().err
