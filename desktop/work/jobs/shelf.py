"""The shelf's jobs."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from desktop.style.networks import Networks
from desktop.vectors import Picture


class ShelfJobs:
    """Jobs of the shelf."""

    def __init__(self, networks: Networks) -> None:
        self._networks = networks

    def styles(self) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def picture(self, key: str) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def add(self, name: str, picture: Picture) -> Generator[Any, Any, Any]:
        raise NotImplementedError

    def remove(self, key: str) -> Generator[Any, Any, Any]:
        raise NotImplementedError
