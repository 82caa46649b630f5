"""How large the program is, and what makes it up."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

LARGEST = 16
"""Parts that are told by name."""


def parts(folder: Path) -> list[tuple[str, int]]:
    """Bytes of each part of a built folder, the largest first: a package with the libraries of its wheel."""
    found: Counter[str] = Counter()
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink():
            found[_part(file.relative_to(folder))] += file.stat().st_size
    return found.most_common()


def _part(place: Path) -> str:
    folders = {"_internal": 1, "Contents": 2}  # an app bundle: Contents/Frameworks, Contents/Resources
    inside = place.parts[folders.get(place.parts[0], 0) :]
    if "weights" in inside[:-1]:
        return "weights"
    if not inside[:-1]:
        if ".so" in place.name or place.suffix in (".dll", ".dylib"):
            return "libraries of the system and Python"
        return f"{place.name} (the program, with Python's modules packed)"
    name = inside[0].removesuffix(".libs").partition("-")[0]
    return "cv2" if name == "opencv_python" else "PIL" if name == "pillow" else name


def table(found: list[tuple[str, int]]) -> str:
    """Lines for a person: the sum, the largest parts, and the rest."""
    total = sum(size for _, size in found)
    lines = [f"{total / 1e6:8.1f} MB  unpacked"]
    lines += [f"{size / 1e6:8.1f} MB    {name}" for name, size in found[:LARGEST]]
    rest = sum(size for _, size in found[LARGEST:])
    return "\n".join([*lines, f"{rest / 1e6:8.1f} MB    {len(found[LARGEST:])} smaller parts"])
