"""Whether a window can be shown at all: Qt itself ends the process where it can't."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import socket
import sys
from pathlib import Path

from desktop.errors import LikenessError


class DisplayGone(LikenessError):
    """The display went away while the window was on it."""

    sentence = (
        "The display is gone, so Likeness ended; start it again once it is back, and what lay on the pages "
        "can come back too."
    )


class NoDisplay(LikenessError):
    """No screen to show a window on."""

    sentence = (
        "There is no display to open a window on; start Likeness in a desktop session, "
        "or use its commands (likeness --help), which need none."
    )


class LibraryMissing(LikenessError):
    """A system library that Qt's window plugin needs is not installed."""

    sentence = (
        "A system library for windows is missing ({library}); install the packages that README lists, "
        "then start Likeness again."
    )


def check() -> None:
    """Raise NoDisplay or LibraryMissing where QApplication would abort. Only Linux can lack a display."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if not sys.platform.startswith("linux") or (chosen and not chosen.startswith(("xcb", "wayland"))):
        return
    x_display, wayland = os.environ.get("DISPLAY", ""), os.environ.get("WAYLAND_DISPLAY", "")
    if not wayland:
        if not _answers(x_display):
            raise NoDisplay(details=f"DISPLAY={x_display!r}")
        _load_plugin("libqxcb.so")


def _answers(display: str) -> bool:
    """Whether an X server of this machine listens; one that is reached over the network is taken on trust."""
    if not display:
        return False
    host, _, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"
    for address in (path, "\0" + path):
        try:
            with socket.socket(socket.AF_UNIX) as client:
                client.connect(address)
                return True
        except OSError:
            continue
    return False


def _load_plugin(name: str) -> None:
    package = importlib.util.find_spec("PySide6")
    places = package.submodule_search_locations if package is not None else None
    if not places:
        return
    plugin = Path(places[0]) / "Qt" / "plugins" / "platforms" / name
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        library = (error.args[0] if error.args else name).partition(":")[0]
        raise LibraryMissing(library=library, details=repr(error)) from error
