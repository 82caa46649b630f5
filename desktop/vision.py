"""The one door to torchvision.

Its Linux wheel is compiled against torch with CUDA. Beside a torch for the processor alone its compiled
operators can't be loaded, and `import torchvision` then raises “operator torchvision::nms does not exist”,
since it describes two of them to torch. Nothing here calls them: it is enough that their schemas are known.
They are declared only where the compiled ones are absent, which would be declared twice otherwise. Every
import of torchvision goes through this module.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import torch

_ops: Any = torch.ops
_library: Any = torch.library  # both without types of their own

_SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)


def _compiled() -> bool:
    """Whether torchvision's compiled operators can be loaded into this torch."""
    found = importlib.util.find_spec("torchvision")
    if found is None or found.origin is None:
        return False
    folder = Path(found.origin).parent
    for file in (*folder.glob("_C*.so"), *folder.glob("_C*.pyd"), *folder.glob("_C*.dylib")):
        try:
            _ops.load_library(str(file))
        except OSError:  # built for another torch
            continue
        return True
    return False


def _declared(name: str) -> bool:
    try:
        getattr(_ops.torchvision, name)
    except (AttributeError, RuntimeError):
        return False
    return True


_kept: Any = None
"""Declarations live as long as this object does."""

if not _compiled() and not _declared("nms"):
    _kept = _library.Library("torchvision", "DEF")
    for _schema in _SCHEMAS:
        _kept.define(_schema)

from torchvision.transforms import v2  # noqa: E402  (the declarations above come first)

__all__ = ["v2"]
