"""torchvision loads beside any build of torch, and only through its one door."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import torch

import desktop
from desktop import vision


def test_transforms_work() -> None:
    from desktop.vision import v2

    turned = v2.RandomHorizontalFlip(1.0)(torch.arange(6.0).reshape(1, 2, 3))
    assert turned.tolist() == [[[2, 1, 0], [5, 4, 3]]]


def test_what_is_declared_already_is_left_alone() -> None:
    """As where the compiled operators are there: a second declaration of the same name would raise."""
    declared = (
        "import torch\n"
        "kept = torch.library.Library('torchvision', 'DEF')\n"
        "for name in ('nms', 'qnms'):\n"
        "    kept.define(name + '(Tensor dets, Tensor scores, float iou_threshold) -> Tensor')\n"
    )
    # Beside a torch with CUDA the compiled ones are there themselves: nothing is declared in their place.
    code = ("" if vision._kept is None else declared) + (
        "from desktop import vision\nassert vision._kept is None\nassert vision.v2.Identity is not None\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_nothing_else_imports_torchvision() -> None:
    top = Path(desktop.__file__).parent
    others = [
        file.relative_to(top).as_posix()
        for file in top.rglob("*.py")
        if re.search(r"^\s*(import|from) torchvision", file.read_text("utf-8"), re.MULTILINE)
    ]
    assert others == ["vision.py"]
