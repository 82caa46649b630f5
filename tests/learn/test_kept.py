"""Heads kept in the home: by their digest, and nothing that a changed settings file names leads elsewhere."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import torch

from desktop.errors import FileMissing
from desktop.faces.face import ModelId
from desktop.learn import kept
from desktop.learn.head_file import Head, HeadDamaged, write
from desktop.paths import Home

BASE = ModelId("sface", "ab" * 32)


def head(title: str = "Mine", base: ModelId = BASE, shift: float = 0.0) -> Head:
    return Head("linear", base, title, {"weight": torch.eye(4) + shift})


def test_a_head_is_kept_read_and_forgotten(home: Home) -> None:
    name = kept.keep(home, head())
    assert name == head().model.digest[:32]
    assert kept.load(home, name).model == head().model
    kept.forget(home, name)
    kept.forget(home, name)
    with pytest.raises(FileMissing):
        kept.load(home, name)


def test_the_latest_over_this_network_is_offered(home: Home) -> None:
    assert kept.latest(home, BASE) is None
    names = [kept.keep(home, head(title, shift=at)) for at, title in enumerate(("One", "Two"))]
    other = kept.keep(home, head("Other", ModelId("sface", "cd" * 32)))
    for age, name in enumerate((other, *names)):
        os.utime(home.heads / f"{name}.safetensors", (1000 + age, 1000 + age))
    (home.heads / f"{'0' * 32}.safetensors").write_bytes(b"\xff" * 64)
    assert kept.latest(home, BASE) == (names[1], "Two")


@pytest.mark.parametrize("name", ["../evil", "", "AB" * 16, "vault/1", "/etc/passwd"])
def test_a_name_leads_nowhere_else(home: Home, tmp_path: Path, name: str) -> None:
    home.root.mkdir(parents=True, exist_ok=True)
    evil = home.root / "evil.safetensors"
    write(head(), evil)
    with pytest.raises(FileMissing):
        kept.load(home, name)
    kept.forget(home, name)
    assert evil.exists()


def test_a_damaged_one_is_a_sentence(home: Home) -> None:
    name = kept.keep(home, head())
    file = home.heads / f"{name}.safetensors"
    file.write_bytes(file.read_bytes()[:-3])
    with pytest.raises(HeadDamaged):
        kept.load(home, name)
