"""A .deb is read back as dpkg reads it."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from installer import deb, linux


def members(file: Path) -> dict[str, bytes]:
    """An ar archive, by its own rules."""
    data = file.read_bytes()
    assert data[:8] == b"!<arch>\n"
    place, found = 8, {}
    while place < len(data):
        head = data[place : place + 60]
        assert head[58:] == b"`\n"
        size = int(head[48:58])
        found[head[:16].decode().strip()] = data[place + 60 : place + 60 + size]
        place += 60 + size + size % 2
    return found


def unpacked(data: bytes) -> tarfile.TarFile:
    return tarfile.open(fileobj=io.BytesIO(data), mode="r:xz")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A program of one file and a library, laid out as on a desktop."""
    folder = tmp_path / "likeness"
    (folder / "_internal").mkdir(parents=True)
    (folder / "likeness").write_text("#!/bin/sh\n")
    (folder / "likeness").chmod(0o700)
    (folder / "_internal" / "one.so").write_bytes(b"x" * 3001)
    (folder / "_internal" / "one.so").chmod(0o600)
    (folder / "_internal" / "also.so").symlink_to("one.so")
    icon = tmp_path / "icon.png"
    icon.write_bytes(b"PNG")
    linux.stand(tmp_path / "root", folder, icon)
    return tmp_path / "root"


def build(tree: Path, out: Path) -> Path:
    return deb.build(tree, out, name="likeness", version="1.2", architecture="amd64")


def test_it_holds_every_file_where_it_belongs_and_for_everybody(tree: Path, tmp_path: Path) -> None:
    found = members(build(tree, tmp_path))
    assert list(found) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    assert found["debian-binary"] == b"2.0\n"
    with unpacked(found["data.tar.xz"]) as archive:
        about = {one.name: one for one in archive}
        assert archive.extractfile("./opt/likeness/_internal/one.so").read() == b"x" * 3001  # type: ignore[union-attr]
    assert all(one.uid == one.gid == 0 and one.uname == "root" for one in about.values())
    assert about["./opt/likeness/likeness"].mode == 0o755
    assert about["./opt/likeness/_internal/one.so"].mode == 0o644
    assert about["./opt/likeness/_internal/also.so"].linkname == "one.so"
    assert about["./usr/bin/likeness"].linkname == "/opt/likeness/likeness"
    assert "./usr/share/applications/likeness.desktop" in about


def test_it_says_what_it_needs_and_how_to_verify_it(tree: Path, tmp_path: Path) -> None:
    with unpacked(members(build(tree, tmp_path))["control.tar.xz"]) as archive:
        control = archive.extractfile("./control").read().decode()  # type: ignore[union-attr]
        sums = archive.extractfile("./md5sums").read().decode()  # type: ignore[union-attr]
    lines = dict(line.split(": ", 1) for line in control.splitlines() if not line.startswith(" "))
    assert lines["Package"] == "likeness"
    assert lines["Version"] == "1.2"
    assert int(lines["Installed-Size"]) >= 3
    assert {"libegl1", "libxcb-cursor0"} <= set(lines["Depends"].split(", "))
    assert f"{hashlib.md5(b'x' * 3001).hexdigest()}  opt/likeness/_internal/one.so" in sums.splitlines()


def test_debians_own_tool_agrees(tree: Path, tmp_path: Path) -> None:
    file = build(tree, tmp_path)
    tool = shutil.which("dpkg-deb")
    if tool is None:
        return  # no Debian; the other tests read the package by the format's rules
    out = tmp_path / "out"
    subprocess.run([tool, "--extract", file, out], check=True)
    assert (out / "opt/likeness/_internal/also.so").read_bytes() == b"x" * 3001
    told = subprocess.run([tool, "--field", file, "Package"], check=True, capture_output=True, text=True)
    assert told.stdout.strip() == "likeness"


def test_a_tree_gives_the_same_package_every_time(tree: Path, tmp_path: Path) -> None:
    first = build(tree, tmp_path).read_bytes()
    (tree / "opt/likeness/likeness").touch()
    assert build(tree, tmp_path).read_bytes() == first


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    files=st.dictionaries(
        st.text("abcdefgh-_. é漢", min_size=1, max_size=120).filter(lambda name: name.strip(".")),
        st.binary(max_size=200),
        max_size=4,
    )
)
def test_any_files_come_back(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("tree")
    root = folder / "root"
    root.mkdir()
    for name, data in files.items():
        (root / name[:80]).write_bytes(data)
    wanted = {path.name: path.read_bytes() for path in root.iterdir()}
    found = members(deb.build(root, folder, name="a", version="1", architecture="all"))
    with unpacked(found["data.tar.xz"]) as archive:
        got = {one.name.removeprefix("./"): archive.extractfile(one).read() for one in archive}  # type: ignore[union-attr]
    assert got == wanted
