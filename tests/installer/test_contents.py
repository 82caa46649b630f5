"""What goes in and what stays out; how large it is; whose it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from desktop.weights.catalogue import catalogue
from desktop.weights.fetch import wanted
from installer import contents, licences, macos, sizes
from installer.slim import Entry, slim


@pytest.mark.parametrize(
    ("place", "goes_in"),
    [
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/nn/functional.py", True),
        ("torch/test/op_registration_test", False),
        ("torch/bin/protoc", False),
        ("torch/bin/test_api", False),
        ("torch/bin/torch_shm_manager", True),
        (r"torch\include\ATen\ATen.h", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        (r"PySide6\plugins\platforms\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("desktop/resources/translations/likeness_zh_CN.qm", True),
        ("desktop/resources/translations/likeness_zh_CN.ts", False),
        ("desktop/resources/translations/README.md", False),
        ("desktop/resources/icons/live.svg", True),
        ("desktop/resources/weights/sface.safetensors", True),
        ("cv2/cv2.abi3.so", True),
        ("cv2/qt/fonts/DejaVuSans.ttf", False),
    ],
)
def test_a_file_goes_in_where_something_reads_it(place: str, goes_in: bool) -> None:
    assert contents.wanted(place) is goes_in


def test_every_file_that_an_installed_program_reads_goes_in() -> None:
    import tomllib

    project = tomllib.loads((contents.ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    built = {f"resources/{Path(source).name}" for source, _ in contents.resources()}
    assert {"/".join(Path(source).parts[:2]) for source in included} == built


def test_a_library_stays_where_something_needs_it() -> None:
    entries: list[Entry] = [
        ("PySide6/QtGui.abi3.so", "gui", "EXTENSION"),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "libgui", "BINARY"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "libnetwork", "BINARY"),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "tls", "BINARY"),
        ("libgtk-3.so.0", "/lib/libgtk-3.so.0", "BINARY"),
        ("libX11.so.6", "/lib/libX11.so.6", "BINARY"),
        ("libQt6Network.so.6", "PySide6/Qt/lib/libQt6Network.so.6", "SYMLINK"),
        ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
        ("libpython3.11.so.1.0", "python", "BINARY"),
        ("_cffi_backend.cpython-311-x86_64-linux-gnu.so", "cffi", "EXTENSION"),
        ("notes.so.txt", "notes", "DATA"),
    ]
    needs = {
        "gui": ["libQt6Gui.so.6", "libX11.so.6"],
        "tls": ["libQt6Network.so.6"],
        "python": [],
        "cffi": [],
    }
    kept = [place for place, _, _ in slim(entries, lambda file: needs[file])]
    if not sys.platform.startswith("linux"):
        assert len(kept) == 10  # the plugin alone goes
        return
    assert kept == [
        "PySide6/QtGui.abi3.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "libX11.so.6",
        "libQt6Gui.so.6",
        "libpython3.11.so.1.0",
        "_cffi_backend.cpython-311-x86_64-linux-gnu.so",
        "notes.so.txt",
    ]


def test_the_sizes_name_the_largest_parts_and_forget_nothing(tmp_path: Path) -> None:
    for place, size in {
        "likeness": 10,
        "_internal/torch/lib/libtorch.so": 500,
        "_internal/opencv_python.libs/libavcodec.so": 30,
        "_internal/cv2/cv2.so": 40,
        "_internal/desktop/resources/weights/sface.safetensors": 60,
        "_internal/libX11.so.6": 5,
    }.items():
        file = tmp_path / place
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as opened:
            opened.truncate(size * 1_000_000)  # a hole: nothing is written
    found = dict(sizes.parts(tmp_path))
    assert next(iter(found)) == "torch"
    assert found["cv2"] == 70_000_000
    assert found["weights"] == 60_000_000
    assert sum(found.values()) == 645_000_000
    assert sizes.table(list(found.items())).splitlines()[0].split() == ["645.0", "MB", "unpacked"]


def test_the_parts_of_an_app_bundle_have_names_too(tmp_path: Path) -> None:
    file = tmp_path / "Contents" / "Frameworks" / "torch" / "lib" / "libtorch.dylib"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x" * 7)
    assert sizes.parts(tmp_path) == [("torch", 7)]


def test_whose_work_is_inside_is_written(tmp_path: Path) -> None:
    entries = wanted(all=True)
    licences.write(tmp_path / "licences", entries)
    text = (tmp_path / "licences" / "weights.txt").read_text("utf-8")
    for entry in entries:
        assert f"{entry.file}: {entry.title}\n  {entry.licence};" in text
    # A notice is there for every kind of licence that asks for one.
    for owner in ("Shiqi Yu", "Zhong", "Davis E. King", "Visual Geometry Group", "Magenta"):
        assert owner in text
    assert "Apache License" in (tmp_path / "licences" / "LICENSE").read_text("utf-8")
    libraries = (tmp_path / "licences" / "libraries.txt").read_text("utf-8")
    for name in ("x264", "x265", "FFmpeg", "Qt", "LAME", "libsndfile", "libsoxr"):
        assert name in libraries
    for name in ("GPL-3.0.txt", "LGPL-3.0.txt"):  # which libraries.txt points to
        assert "Version 3, 29 June 2007" in (tmp_path / "licences" / name).read_text("utf-8")
    packages = {file.name.partition("-")[0] for file in (tmp_path / "licences" / "packages").iterdir()}
    assert {"torch", "PySide6_Essentials", "numpy", "Python"} <= packages
    assert "pytest" not in packages
    torch = next((tmp_path / "licences" / "packages").glob("torch-*"))
    assert any("LICENSE" in file.name for file in torch.iterdir())


def test_a_crash_report_finds_the_versions_that_it_tells() -> None:
    from desktop.ui import crash

    assert set(contents.TOLD) == {contents.NAME, *crash._PACKAGES}


def test_pictures_for_tests_never_ship() -> None:
    assert {one.name for one in catalogue()} - {one.name for one in wanted(all=True)} == {"sample-six-faces"}


def test_macos_is_told_why_the_camera_is_wanted() -> None:
    import plistlib

    entitlements = plistlib.loads((contents.ROOT / "installer" / "entitlements.plist").read_bytes())
    assert entitlements["com.apple.security.device.camera"] is True
    assert "camera" in str(macos.info()["NSCameraUsageDescription"])
