"""Whose work is inside: the licences of the program, of the weights, and of every package."""

from __future__ import annotations

import re
import shutil
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from desktop.weights.catalogue import Entry
from installer import contents

_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)


def write(folder: Path, weights: Iterable[Entry]) -> None:
    """Fill a folder, which is made anew: LICENSE, weights.txt, and packages/ with a folder for each.

    libraries.txt names what packages carry under the GPL or the LGPL, whose texts lie beside it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(contents.ROOT / "LICENSE", folder)
    here = Path(__file__).parent
    for file in (here / "libraries.txt", *sorted((here / "texts").glob("*.txt"))):
        shutil.copy(file, folder)
    (folder / "weights.txt").write_text(_of_weights(weights), "utf-8")
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if python.exists():
        place = folder / "packages" / "Python"
        place.mkdir(parents=True)
        shutil.copy(python, place)
    for one in packages(contents.NAME):
        _write_package(folder / "packages" / f"{one.name}-{one.version}", one)


def _of_weights(weights: Iterable[Entry]) -> str:
    notices = (Path(__file__).parent / "weights.txt").read_text("utf-8")
    lines = [f"{one.file}: {one.title}\n  {one.licence}; {one.member} of {one.source}\n" for one in weights]
    return notices + "Files\n" + "".join(lines)


def packages(name: str) -> list[Distribution]:
    """What a package needs, and what those need, as it is installed here; by name, itself left out."""
    found: dict[str, Distribution] = {}
    waiting = [(name, frozenset[str]())]
    while waiting:
        wanted, extras = waiting.pop()
        key = wanted.lower().replace("_", "-")
        if key in found:
            continue
        try:
            found[key] = distribution(wanted)
        except PackageNotFoundError:  # needed on other platforms only, by a marker that is no marker
            continue
        for line in found[key].requires or ():
            need = Requirement(line)
            asked = ("", *extras)
            if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in asked):
                waiting.append((need.name, frozenset(need.extras)))
    found.pop(name, None)
    return [found[key] for key in sorted(found)]


def _write_package(place: Path, one: Distribution) -> None:
    place.mkdir(parents=True)
    about = one.metadata.json
    said = about.get("license_expression") or about.get("license") or "see its own files"
    home = next(iter(about.get("project_url") or ()), about.get("home_page", ""))
    (place / "about.txt").write_text(f"{one.name} {one.version}\n{said}\n{home}\n", "utf-8")
    for file in one.files or ():
        inside_metadata = any(part.endswith(".dist-info") for part in file.parts)
        if _TEXT.match(file.name) and (inside_metadata or len(file.parts) <= 2):
            source = Path(str(one.locate_file(file)))
            if source.is_file() and source.suffix not in (".py", ".pyc"):
                shutil.copy(source, place / "-".join(file.parts[1:]))
