"""`likeness train --recordings` and `likeness explore --network` with what it made."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli import run
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.signals import net_file, nets
from desktop.signals.kinds import KINDS, SOUND
from desktop.signals.net_file import Net, embedding_of
from tests.signals import made_classes

MADE: dict[str, Callable[[Path], Path]] = {
    "sound": made_classes.sounds,
    "series": made_classes.series,
    "volume": made_classes.volumes,
    "clip": made_classes.clips,
}


@pytest.mark.parametrize("kind", list(MADE))
def test_a_network_is_trained_and_explored(
    kind: str, tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = MADE[kind](tmp_path / "Voices")
    net, out = tmp_path / "net", tmp_path / "out.png"
    common = ["--home", str(home.root), "--json"]
    learn = ["train", "--recordings", str(folder), "-o", str(net), "--epochs", "3", "--views", "4"]
    assert run([*common, *learn]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["kind"], told["classes"], told["files"], told["collapsed"]) == (kind, 2, 4, False)
    assert [epoch["epoch"] for epoch in told["history"]] == [1, 2, 3]
    assert {"loss", "active_triplets", "ap", "an"} <= set(told["history"][0])
    for part in ("before", "after"):
        assert told[part]["of_files"] == 2
        assert told[part]["accuracy"] == told[part]["files"] / 2
    look = ["explore", str(folder), "--network", str(net), "--layer", "conv2", "--units", "0-2"]
    assert run([*common, *look, "-o", str(out)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["network"], told["layer"]) == ("own:net", "conv2")
    shape = KINDS[kind]
    sides = {"sound": (44,), "series": (400,), "volume": (18, 18, 18), "clip": (18, 32, 32)}[kind]
    for unit in told["units"]:
        assert len({patch["picture"] for patch in unit["patches"]}) == 6
        for patch in unit["patches"]:
            assert set(patch) == {"picture", "place", "value", "span"}
            assert len(patch["place"]) == len(patch["span"]) == shape.dims
            for (first, end), at, side in zip(patch["span"], patch["place"], sides, strict=True):
                assert first == at * told["field"]["jump"]
                assert end - first == told["field"]["size"]
                assert 0 <= first < end <= side
    assert min(read_picture(out).shape[:2]) > 300


def test_a_kept_network_is_found_by_its_name(
    tmp_path: Path, home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made_classes.sounds(tmp_path / "Voices", each=2)
    net = Net("Voices", SOUND, dict(embedding_of(SOUND).state_dict()), 1.0, 2.0)
    net_file.write(net, home.nets / "Voices.safetensors")
    assert nets.names(home) == ("Voices",)
    look = ["explore", str(folder / "class 0" / "0.wav"), "--network", "Voices", "--layer", "conv3"]
    assert run(["--home", str(home.root), *look, "-o", str(tmp_path / "out.png")]) == 0
    assert "9 units of conv3 in 1 files" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["train", "-o", "net"], "either --images or --recordings"),
        (["train", "--images", ".", "--recordings", ".", "-o", "net"], "either --images or --recordings"),
        (["train", "--images", ".", "-o", "net"], "Name a method"),
        (["train", "--recordings", ".", "--reduce", "16", "-o", "net"], "go with --images only"),
        (["train", "--recordings", ".", "-o", "net"], "no recordings, clips or volumes"),
        (["train", "--recordings", "nowhere", "-o", "net"], "does not exist"),
        (["train", "--recordings", ".", "-o", "."], "is a folder"),
        (["train", "--recordings", ".", "--epochs", "0", "-o", "net"], "--epochs lies between"),
        (["explore", ".", "--network", "Nobody", "--layer", "conv1", "-o", "x.png"], "no network “Nobody”"),
        (["explore", ".", "--network", "text", "--layer", "conv1", "-o", "x.png"], "“text” is no network"),
        (["explore", ".", "--network", "Voices", "--layer", "conv1", "-o", "x.png"], "that “Voices” looks"),
        (["explore", "no", "--network", "Voices", "--layer", "conv1", "-o", "x.png"], "does not exist"),
        (["explore", "text", "--network", "Voices", "--layer", "conv9", "-o", "x.png"], "no layer “conv9”"),
        (["explore", "text", "--network", "Voices", "--layer", "conv1", "-o", "x.png"], "None of the 1"),
    ],
)
def test_what_cannot_be_served_is_one_sentence(
    words: list[str],
    said: str,
    tmp_path: Path,
    home: Home,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    place = tmp_path / "there"
    place.mkdir()
    monkeypatch.chdir(place)
    (place / "text").write_text("no network")
    net = Net("Voices", SOUND, dict(embedding_of(SOUND).state_dict()), 1.0, 2.0)
    net_file.write(net, home.nets / "Voices.safetensors")
    assert run(["--home", str(home.root), *words]) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
    assert sorted(each.name for each in place.iterdir()) == ["text"]
