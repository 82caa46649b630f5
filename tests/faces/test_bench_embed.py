"""`bench embed`: the ratios of contracts.md from one run; how fast they are is the benchmark's business."""

from __future__ import annotations

import sys

import pytest

from desktop.bench import embed
from desktop.bench.embed import PeerMissing, bench_embed
from desktop.paths import Home
from desktop.progress import finish
from desktop.settings import Settings
from desktop.weights.device import has_bfloat16


def test_it_compares_with_both_peers(weights: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embed, "ROUNDS", 2)
    found = finish(bench_embed(weights, Settings()))
    assert found.name == "embed"
    wanted = {"onnxruntime", "opencv"} | ({"onnxruntime_bfloat16"} if has_bfloat16() else set())
    assert set(found.ratio) == wanted
    assert all(isinstance(value, float) and 0 < value < 20 for value in found.ratio.values())
    assert set(found.peers) == {"onnxruntime_ms", "opencv_ms"}


def test_without_the_peer_it_says_what_to_install(weights: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(PeerMissing, match="pip install onnxruntime"):
        finish(bench_embed(weights, Settings()))
