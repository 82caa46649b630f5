"""`python3 -m installer.build`: the program for the platform this runs on, with everything inside.

1. the weights that the catalogue lists are fetched into build/ (kept there), licences and icon are written;
2. PyInstaller makes the folder from likeness.spec, without what nothing needs (`contents`, `slim`);
3. libraries are stripped of what only debuggers read (`strip`);
4. the folder is packed: .deb and AppImage, an installer by Inno Setup, or the app bundle;
5. the sizes are printed.

It is run in an environment with `pip install '.[installer]'`; whatever torch is there goes in.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop import __version__
from desktop.errors import LikenessError
from desktop.paths import Home
from desktop.progress import finish
from desktop.weights import store
from desktop.weights.catalogue import Entry
from desktop.weights.fetch import fetch, wanted
from installer import appimage, contents, deb, icon, licences, linux, sizes, strip


class WrongTorch(LikenessError):
    """A torch that is not the one to be built with."""

    sentence = "The torch here is {found}; {remedy}."


def main(arguments: Sequence[str] | None = None) -> int:
    """Build; gives the exit code."""
    options = _options().parse_args(arguments)
    try:
        _check_torch(gpu=options.gpu)
        made = options.build.resolve()
        weights = prepare(made, options.weights)
        folder = freeze(made, options.out.resolve(), sys.platform)
        packed = [] if options.folder_only else pack(folder, made, options.out.resolve())
    except LikenessError as error:
        _say(str(error))
        return 2
    _say(f"\n{len(weights)} weights and pictures are inside.")
    _say(sizes.table(sizes.parts(folder)))
    for file in packed:
        _say(f"{file.stat().st_size / 1e6:8.1f} MB  {file}")
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 -m installer.build", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--out", type=Path, default=Path("dist"), help="where the program goes")
    parser.add_argument("--build", type=Path, default=Path("build"), help="where what can be made anew goes")
    parser.add_argument("--weights", type=Path, help="a home whose weights are taken instead of fetched ones")
    parser.add_argument(
        "--gpu", action="store_true", help="with the CUDA build of torch that is installed here"
    )
    parser.add_argument("--folder-only", action="store_true", help="the folder, and no packages of it")
    return parser


def _check_torch(*, gpu: bool) -> None:
    """The processor's torch by default: CUDA's is several GB. On macOS there is one torch, with the GPU."""
    import torch

    cuda = torch.version.cuda is not None or torch.version.hip is not None
    if gpu and not cuda and sys.platform != "darwin":
        raise WrongTorch(found="for the processor alone", remedy="install one with CUDA, or leave out --gpu")
    if cuda and not gpu:
        where = "https://download.pytorch.org/whl/cpu"
        raise WrongTorch(
            found="the one with CUDA, which takes several GB",
            remedy=f"install torch and torchvision from {where}, or build with --gpu",
        )


def prepare(made: Path, home: Path | None = None) -> tuple[Entry, ...]:
    """Weights (all but those for tests), licences and the icon in `made`. Raises what fetching raises."""
    source = Home(home.resolve() if home else made / "home")
    entries = wanted(all=True)
    _say("Fetching weights")
    finish(fetch(source, [one.name for one in entries]))
    place = made / "weights"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for one in entries:
        copied = shutil.copy(store.path(source, one.name), place)
        Path(copied).chmod(0o644)  # the home's are their owner's alone; these are everybody's
    licences.write(made / "licences", entries)
    icon.draw(made / "icon.png")
    return entries


def freeze(made: Path, out: Path, system: str) -> Path:
    """Run PyInstaller; gives the folder, or on macOS the app bundle."""
    _say("Building; this takes some minutes")
    spec = contents.ROOT / "installer" / "likeness.spec"
    places = ["--distpath", str(out), "--workpath", str(made / "work"), "--noconfirm", "--log-level", "WARN"]
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", *places, str(spec)],
        check=True,
        cwd=contents.ROOT,
        env={**os.environ, "LIKENESS_BUILD": str(made)},
    )
    folder = out / contents.NAME
    if system == "darwin":
        return out / "Likeness.app"  # signed by PyInstaller: nothing in it may change
    if system.startswith("linux"):
        _say(f"Stripped {strip.strip(folder) / 1e6:.0f} MB")
    return folder


def pack(folder: Path, made: Path, out: Path) -> list[Path]:
    """The packages that can be made here."""
    _say("Packing")
    if sys.platform == "win32":
        return _inno(folder, out)
    if not sys.platform.startswith("linux"):
        return []
    machine = platform.machine()
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine)
    with tempfile.TemporaryDirectory(dir=made) as scratch:
        root = Path(scratch)
        linux.stand(root, folder, made / "icon.png")
        files = [deb.build(root, out, name=contents.NAME, version=__version__, architecture=architecture)]
    image = appimage.build(folder, made / "icon.png", out, version=__version__, machine=machine)
    if image is None:
        _say("appimagetool is not at hand, so no AppImage was made.")
        return files
    return [*files, image]


def _inno(folder: Path, out: Path) -> list[Path]:
    tool = shutil.which("ISCC")
    if tool is None:
        _say("Inno Setup (ISCC) is not at hand, so no installer was made.")
        return []
    script = contents.ROOT / "installer" / "likeness.iss"
    given = [f"/DVersion={__version__}", f"/DFolder={folder}", f"/DOut={out}"]
    subprocess.run([tool, "/Q", *given, str(script)], check=True)
    return [out / f"likeness-{__version__}-setup.exe"]


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
