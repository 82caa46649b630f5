"""The cameras, each opened until it gives one picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.doctor.check import Check
from desktop.weights.catalogue import words

if TYPE_CHECKING:
    from desktop.camera.webcam import Camera

_NONE = "Plug one in, or allow its use in the system's privacy settings; videos and pictures work without."
_SILENT = (
    "Close other programs that use it, allow its use in the system's privacy settings, or plug it in again."
)


def camera(showing: str = "") -> Check:
    """Whether any camera gives a picture. Imports cv2; takes a second or two for each camera.

    The one that the window is `showing` does; it is not opened, since most open but once.
    """
    from desktop.camera.webcam import cameras

    found = cameras()
    if not found:
        return Check("camera", False, "No camera was found.", _NONE)
    working = [one.name for one in found if one.name == showing or _gives_picture(one)]
    if not working:
        names = words(one.name for one in found)
        return Check("camera", False, "No picture comes from {names}.", _SILENT, {"names": names})
    return Check("camera", True, "A picture comes from {names}.", fields={"names": words(working)})


def _gives_picture(one: Camera) -> bool:
    from desktop.camera.errors import CameraLost, CameraUnavailable
    from desktop.camera.webcam import Webcam

    try:
        opened = Webcam(one)
    except CameraUnavailable:
        return False
    try:
        return next(opened.frames(), None) is not None
    except CameraLost:
        return False
    finally:
        opened.close()
