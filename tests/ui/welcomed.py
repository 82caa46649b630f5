"""Homes of people who have been here before: nobody asks them, and the camera opens by itself."""

from __future__ import annotations

from desktop.paths import Home
from desktop.settings import Settings, save


def welcomed(home: Home) -> Home:
    """The home, made, its first start behind it and the camera allowed."""
    home.make()
    save(Settings(welcomed=True, camera=True), home.settings)
    return home
