"""The one place that imports cv2.

The opencv-python wheel points Qt at its own plugins when it is imported, which would break PySide6; both
variables are cleared here, before any QApplication can read them. OpenCV's own thread pool is kept to one
thread: detection of one frame gains nothing from two and steals the UI's core.
"""

from __future__ import annotations

import os

_kept = {name: os.environ.get(name) for name in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")}

# FFmpeg inside OpenCV writes its complaints to standard error, where only our one sentence belongs.
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2  # noqa: E402 - the environment is saved before and restored after this very import

for _name, _value in _kept.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

cv2.setNumThreads(1)
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)  # likewise

__all__ = ["cv2"]
