"""What macOS wants to be told of a program."""

from __future__ import annotations

from typing import Final

IDENTIFIER: Final = "org.likeness.Likeness"

_CAMERA: Final = (
    "Likeness shows the camera's picture and recognises people in it. Pictures never leave this computer."
)
_FOLDERS: Final = "Likeness opens the pictures, videos and folders that you choose."


def info() -> dict[str, object]:
    """The entries of Info.plist beside those that PyInstaller writes."""
    return {
        "CFBundleName": "Likeness",
        "CFBundleDisplayName": "Likeness",
        "LSMinimumSystemVersion": "13.0",  # Qt's own
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSCameraUsageDescription": _CAMERA,
        "NSDesktopFolderUsageDescription": _FOLDERS,
        "NSDocumentsFolderUsageDescription": _FOLDERS,
        "NSDownloadsFolderUsageDescription": _FOLDERS,
        "LSApplicationCategoryType": "public.app-category.photography",
    }
