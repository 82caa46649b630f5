"""A .deb in plain Python: an `ar` archive of two tar archives (deb(5)), so no tool of Debian's is needed."""

from __future__ import annotations

import hashlib
import io
import lzma
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

DEPENDS: Final = (
    "libc6", "libegl1", "libgl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libxcb-cursor0",
    "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0",
)  # fmt: skip
"""System libraries that the program takes from the system, as README lists them."""

RECOMMENDS: Final = ("gnome-keyring | kwalletmanager", "fonts-noto-cjk")

_PRESET: Final = 1  # of xz: 6 saves a fifth of the size and takes five times as long
_BLOCK: Final = 1 << 20


def build(root: Path, out: Path, *, name: str, version: str, architecture: str) -> Path:
    """Pack what lies below `root` as it is to lie below /; gives the package's file."""
    file = out / f"{name}_{version}_{architecture}.deb"
    data = out / "data.tar.xz"
    try:
        sums = _pack(root, data)
        size = sum(path.stat().st_size for path in _files(root))
        words = _control(name, version, architecture, size)
        control = _tar({"./control": words.encode(), "./md5sums": sums.encode()})
        with file.open("wb") as package:
            package.write(b"!<arch>\n")
            _member(package, "debian-binary", io.BytesIO(b"2.0\n"), 4)
            _member(package, "control.tar.xz", io.BytesIO(control), len(control))
            with data.open("rb") as packed:
                _member(package, "data.tar.xz", packed, data.stat().st_size)
    finally:
        data.unlink(missing_ok=True)
    return file


def _control(name: str, version: str, architecture: str, size: int) -> str:
    return (
        f"Package: {name}\nVersion: {version}\nArchitecture: {architecture}\n"
        f"Maintainer: Likeness <likeness@localhost>\nInstalled-Size: {-(-size // 1024)}\n"
        f"Depends: {', '.join(DEPENDS)}\nRecommends: {', '.join(RECOMMENDS)}\n"
        "Section: graphics\nPriority: optional\n"
        "Description: recognise people live from one picture\n"
        " Likeness shows your camera, finds every face and names those you enrolled, all on\n"
        " your own machine. The Studio paints pictures in the style of others. Everything it\n"
        " needs is inside; it never opens the network by itself.\n"
    )


def _files(root: Path) -> Iterator[Path]:
    return (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())


def _pack(root: Path, target: Path) -> str:
    """Write the tree, owned by root, at a fixed time; gives the lines of md5sums, which dpkg -V reads."""
    with (
        lzma.open(target, "wb", preset=_PRESET) as packed,
        tarfile.open(fileobj=packed, mode="w|") as archive,
    ):
        for path in sorted(root.rglob("*")):
            archive.add(path, f"./{path.relative_to(root).as_posix()}", recursive=False, filter=_plain)
    return "".join(f"{_md5(path)}  {path.relative_to(root).as_posix()}\n" for path in _files(root))


def _plain(about: tarfile.TarInfo) -> tarfile.TarInfo:
    about.uid = about.gid = 0
    about.uname = about.gname = "root"
    about.mtime = 0
    about.mode = 0o755 if about.isdir() or about.mode & 0o100 else 0o644
    return about


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()


def _tar(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz") as archive:
        for name, data in files.items():
            about = tarfile.TarInfo(name)
            about.size = len(data)
            archive.addfile(_plain(about), io.BytesIO(data))
    return out.getvalue()


def _member(package: BinaryIO, name: str, data: BinaryIO, size: int) -> None:
    """One member of an ar archive: a head of 60 characters, the bytes, padded to an even place."""
    package.write(f"{name:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{size:<10}`\n".encode("ascii"))
    while block := data.read(_BLOCK):
        package.write(block)
    if size % 2:
        package.write(b"\n")
