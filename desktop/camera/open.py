"""From what the user named to a source of frames."""

from __future__ import annotations

from pathlib import Path

from desktop.camera.errors import NoCamera, UnknownSource
from desktop.camera.replay import Folder, Video
from desktop.camera.source import FrameSource
from desktop.camera.webcam import Webcam, cameras
from desktop.pictures import SUFFIXES


def open_source(named: str) -> FrameSource:
    """The folder, picture, video or camera called `named`; the first camera where it is empty.

    A camera may be called by its name, whatever the case, or by its index. May take seconds. Raises NoCamera,
    UnknownSource, CameraUnavailable, UnreadableVideo or EmptyFolder.
    """
    path = Path(named).expanduser()
    if named and path.is_dir():
        return Folder(path)
    if named and path.is_file():
        return Folder(path) if path.suffix.lower() in SUFFIXES else Video(path)
    found = cameras()
    for camera in found:
        if not named or named.casefold() == camera.name.casefold() or named == str(camera.index):
            return Webcam(camera)
    if not named:
        raise NoCamera
    raise UnknownSource(source=named, cameras=", ".join(camera.name for camera in found) or "none")
