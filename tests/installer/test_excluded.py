"""Nothing of ours, and nothing it uses of torch, reaches a module that the built program lacks."""

from __future__ import annotations

import os
import subprocess
import sys

from installer import contents

CODE = """
import importlib, pkgutil, sys
from installer.contents import EXCLUDED

class Without:
    def __init__(self, finder):
        self.finder = finder
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(one + ".") for one in EXCLUDED):
            return None
        return self.finder.find_spec(name, path, target)
    def __getattr__(self, name):
        return getattr(self.finder, name)

sys.meta_path[:] = [Without(finder) for finder in sys.meta_path]
import desktop
for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
    if "pastiche" not in module.name:
        importlib.import_module(module.name)

import torch
layer = torch.nn.Linear(3, 3)
for kind in (torch.optim.Adam, torch.optim.SGD, torch.optim.LBFGS):
    def loss():
        kind_of.zero_grad()
        value = layer(torch.ones(1, 3)).square().sum()
        value.backward()
        return value
    kind_of = kind(layer.parameters(), lr=0.1)
    kind_of.step(loss)
import onnx.helper, onnx.numpy_helper, pyqtgraph, torch.utils.checkpoint
from pytorch_metric_learning import losses, miners
print("reached everything")
"""


def test_what_is_left_out_is_never_imported() -> None:
    surroundings = {**os.environ, "PYTHONPATH": str(contents.ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.stdout == "reached everything\n", done.stderr[-2000:]
