"""An AppImage, where `appimagetool` is at hand."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

from installer import contents, linux

_RUN: Final = f'#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/{linux.PLACE}/{contents.NAME}" "$@"\n'


def build(folder: Path, icon: Path, out: Path, *, version: str, machine: str) -> Path | None:
    """Pack the folder; gives the file, or None where the tool is not at hand."""
    tool = shutil.which("appimagetool")
    if tool is None:
        return None
    root = out / "Likeness.AppDir"
    shutil.rmtree(root, ignore_errors=True)
    linux.stand(root, folder, icon)
    shutil.copy(icon, root / f"{contents.NAME}.png")
    (root / f"{contents.NAME}.desktop").write_text(linux.ENTRY, "utf-8")
    run = root / "AppRun"
    run.write_text(_RUN, "utf-8")
    run.chmod(0o755)
    file = out / f"Likeness-{version}-{machine}.AppImage"
    subprocess.run(
        [tool, "--no-appstream", str(root), str(file)], check=True, env={**os.environ, "ARCH": machine}
    )
    shutil.rmtree(root)
    return file
