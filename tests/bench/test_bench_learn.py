"""`bench learn` on a handful of people: that it fills its table; what stands in it says nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop import cli
from desktop.bench import learn
from desktop.faces.detect import Yunet
from desktop.learn.recipe import Recipe
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.weights import store


def test_the_table(
    weights: Home,
    sample: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    picture = read_picture(sample("six-faces"))
    for letter, face in zip("abcdef", Yunet(store.file(weights, "yunet")).detect(picture), strict=True):
        (tmp_path / "data" / letter).mkdir(parents=True)
        x, y, width, height = (int(value) for value in face.box)
        for number, edge in enumerate((0.3, 0.4), start=1):
            room = int(edge * height)
            part = picture[max(0, y - room) : y + height + room, max(0, x - room) : x + width + room]
            Image.fromarray(np.ascontiguousarray(part)).resize((200, 240)).save(
                tmp_path / "data" / letter / f"{letter}_{number:04d}.png"
            )
    (tmp_path / "data" / "pairs.txt").write_text(
        "2\t2\na\t1\t2\nb\t1\t2\nc\t1\td\t1\nc\t1\td\t2\ne\t1\t2\nf\t1\t2\ne\t1\tf\t1\ne\t1\tf\t2\n"
    )
    quick = {"epochs": 1, "views": 2, "reduce": 16}
    monkeypatch.setattr(
        learn,
        "ROWS",
        {
            "linear_hard": Recipe(mining="hard", **quick),
            "top": Recipe(mode="top", **quick),
            "chi_square": Recipe(method="binary", **quick),
        },
    )
    home = tmp_path / "home"
    home.mkdir()
    (home / "weights").symlink_to(weights.weights)
    asked = ["bench", "learn", "--home", str(home), "--json"]
    assert cli.run([*asked, "--data", str(tmp_path / "data")]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["name"] == "learn"
    figures = found["figures"]
    assert (figures["pictures"], figures["trained_on"]) == (4, 8)
    assert (figures["genuine_pairs"], figures["impostor_pairs"]) == (2, 4)
    for row in ("threshold", "linear_hard", "top", "chi_square"):
        for size in ("reduced", "full"):
            assert 0 <= figures[f"{row}_{size}_tar_1e-2"] <= 1
    assert figures["chi_square_active_triplets"] is None
    assert set(found["ratio"]) >= {"top_gain_reduced_tar_1e-2", "top_gain_full_tar_1e-2"}
    assert "table" not in found
    monkeypatch.setattr(learn, "ROWS", {"linear_hard": Recipe(mining="hard", **quick)})
    assert cli.run([*asked[:-1], "--data", str(tmp_path / "data")]) == 0
    said = capsys.readouterr().out
    for words in (
        "plain threshold, untrained",
        "linear head, hard triplets",
        "active triplets",
        "16x16 at 1e-2",
    ):
        assert all(word in said for word in words.split())  # cells fold where the terminal is narrow
    shutil.rmtree(tmp_path / "data" / "f")
    assert cli.run(asked) == 2
    assert "needs --data" in capsys.readouterr().err
