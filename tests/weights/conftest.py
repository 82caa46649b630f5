"""The fixtures of this folder."""

from __future__ import annotations

from tests.weights.tiny_registry import shelf

__all__ = ["shelf"]
