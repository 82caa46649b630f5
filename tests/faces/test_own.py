"""A face model of the user's own, from the file to a verdict."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from desktop import cli
from desktop.faces.align import align
from desktop.faces.bring_in import bring_in
from desktop.faces.detect import Yunet
from desktop.faces.face import View
from desktop.faces.load import UnknownEmbedder, load_embedder
from desktop.paths import Home
from desktop.pictures import read_picture
from desktop.progress import finish
from desktop.settings import Settings
from desktop.weights import own, store
from desktop.weights.errors import UnknownModel
from desktop.weights.own import BadName, NotUsable
from tests.networks.arcface_file import Maker, arcface


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "arcface.onnx"
    made.write_bytes(arcface().file())
    return made


def test_it_embeds_as_onnxruntime_does(
    home: Home, weights: Home, sample: Callable[[str], Path], file: Path
) -> None:
    finish(bring_in(home, "mine", file))
    embedder = load_embedder(home, Settings(), "mine", "cpu")
    assert embedder.model == ("mine", own.listed(home)[0].sha256)
    assert embedder.dimension == 32
    shown = read_picture(sample("six-faces"))
    faces = Yunet(store.file(weights, "yunet")).detect(shown)
    found = embedder.embed([View(shown, face.landmarks) for face in faces])
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    crops = np.stack([align(shown, face.landmarks) for face in faces]).transpose(0, 3, 1, 2)
    session = onnxruntime.InferenceSession(file.read_bytes(), providers=["CPUExecutionProvider"])

    def run(batch: np.ndarray) -> np.ndarray:
        return np.asarray(session.run(None, {"input.1": (batch.astype(np.float32) - 127.5) / 127.5})[0])

    wanted = run(crops) + run(np.ascontiguousarray(crops[:, :, :, ::-1]))
    wanted /= np.linalg.norm(wanted, axis=1, keepdims=True)
    assert (found * wanted).sum(axis=1).min() > 0.999


def test_what_can_not_embed_is_not_taken_in(home: Home, tmp_path: Path) -> None:
    same = Maker()
    same.conv(3, 4, strides=[16, 16])
    same.add("Flatten", same.last)
    same.gemm(196, 8)
    constants = list(same.constants)
    same.constants[constants[1]] *= 0  # what is left is the bias, whatever the picture
    nothing = Maker()
    nothing.conv(3, 4, strides=[16, 16])
    nothing.add("Flatten", nothing.last)
    nothing.gemm(196, 8)
    nothing.constants = {name: array * 0 for name, array in nothing.constants.items()}
    for made, problem in ((same, "the same for every picture"), (nothing, "no numbers that could be")):
        file = tmp_path / "net.onnx"
        file.write_bytes(made.file())
        with pytest.raises(NotUsable, match=problem):
            finish(bring_in(home, "mine", file))
    assert own.listed(home) == ()


def test_only_an_onnx_file_gets_a_new_name(home: Home, tmp_path: Path, file: Path) -> None:
    with pytest.raises(UnknownModel, match="nobody"):
        finish(bring_in(home, "nobody", tmp_path / "a.whl"))
    with pytest.raises(BadName):
        finish(bring_in(home, "No Name", file))
    job = bring_in(home, "mine", file)
    next(job)
    job.close()
    assert own.listed(home) == ()


def test_the_commands(
    weights: Home,
    tmp_path: Path,
    file: Path,
    sample: Callable[[str], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    home = tmp_path / "home"
    (home / "weights").mkdir(parents=True)
    for name in ("yunet", "sface"):
        stored = store.path(weights, name)
        (home / "weights" / stored.name).symlink_to(stored)
    rest = ["--home", str(home), "--json"]
    assert cli.run(["models", "import", "mine", str(file), *rest]) == 0
    [row] = json.loads(capsys.readouterr().out)
    assert (row["name"], row["task"], row["installed"], row["used"]) == ("mine", "embed", True, False)
    astronaut = str(sample("astronaut"))
    assert cli.run(["verify", astronaut, astronaut, "--model", "mine", *rest]) == 2
    said = capsys.readouterr().err
    assert "“mine” has no measured thresholds yet" in said
    assert "Calibrate" in said
    assert len(said.strip().splitlines()) == 1
    assert cli.run(["models", "use", "embed", "mine", *rest]) == 0
    assert cli.run(["verify", astronaut, astronaut, *rest]) == 2
    (home / "weights" / "own" / "mine.json").unlink()
    capsys.readouterr()
    assert cli.run(["verify", astronaut, astronaut, *rest]) == 2
    assert "no face model called “mine”" in capsys.readouterr().err


def test_an_own_model_that_is_gone(home: Home) -> None:
    with pytest.raises(UnknownEmbedder, match="mine"):
        load_embedder(home, Settings(use_embed="mine"))
