"""A peer in an environment of its own: the running one's packages, and the peer's wheel on top.

So torch or onnxruntime is not fetched again, and the peer is no part of the program. It is kept among the
user's caches.
"""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Generator
from pathlib import Path

import platformdirs

from desktop.errors import LikenessError
from desktop.progress import Progress
from desktop.weights.registry import download


class EnvironmentFailed(LikenessError):
    """No virtual environment could be made."""

    sentence = "The environment for “{source}” could not be made; the details say why."


def environment(source: str, folder: Path | None = None) -> Generator[Progress, None, Path]:
    """The Python of an environment that has `source` (project==version), a pure Python wheel; a job.

    It is made where it is missing, in `folder` or the cache. Raises what `download` raises and
    EnvironmentFailed.
    """
    place = folder or Path(platformdirs.user_cache_dir("likeness", appauthor=False)) / "peers"
    place = place / f"{source.replace('==', '-')}-{sys.implementation.cache_tag}"
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    complete = place / "complete"
    if complete.exists() and python.exists():
        return python
    shutil.rmtree(place, ignore_errors=True)
    yield Progress(0, 0, f"making an environment for {source}")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", place], capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise EnvironmentFailed(source=source, details=made.stderr)
    fetching = download(source, place / "fetching")
    try:
        while True:
            yield Progress(next(fetching), 0, f"fetching {source}")
    except StopIteration as end:
        wheel: Path = end.value
    finally:
        fetching.close()
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(place), "platbase": str(place)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)  # pure Python: unpacking is all that installing it means
    ours = [*site.getsitepackages(), sysconfig.get_path("platlib")]
    (packages / "likeness.pth").write_text("\n".join(dict.fromkeys(ours)) + "\n", "utf-8")
    shutil.rmtree(place / "fetching", ignore_errors=True)
    complete.touch()
    return python
