"""Takes out of libraries what only debuggers and linkers read."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

STRIPPED: Final = ("_internal/torch/lib/*.so*", "_internal/libpython*.so*", "_internal/torchvision/*.so")
"""Where there is something to gain. What a wheel's maker has patched (*.libs) may break, so it stays."""


def strip(folder: Path) -> int:
    """Strip in place; gives the bytes that were saved, 0 where the tool is not at hand."""
    tool = shutil.which("strip")
    if tool is None:
        return 0
    saved = 0
    for pattern in STRIPPED:
        for file in sorted(folder.glob(pattern)):
            if file.is_symlink():
                continue
            before = file.stat().st_size
            if subprocess.run([tool, "--strip-unneeded", str(file)], check=False).returncode == 0:
                saved += before - file.stat().st_size
    return saved
