"""How much memory a run needs, how much is free, and so whether a picture is computed whole or in tiles."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import torch

from desktop.networks.tiles import cut
from desktop.networks.vgg19 import CHANNELS, begins_block, deepest, path, receptive_field
from desktop.style.errors import TooLittleMemory
from desktop.style.recipe import Recipe
from desktop.weights.device import Device

MB: Final = 1 << 20

ROOM: Final = 0.7
"""What may be taken of what is free; the rest is for the camera and for what other programs come to want."""

OWN: Final = 4
"""Pictures in float32 that an evaluation holds beside the optimiser's."""

_FIXED = 288 * MB  # weights as they were and as laid out, both ways; oneDNN's and malloc's scratch
_REMAINS = 0.05, 8  # of a tile's memory: what malloc cannot give back of each earlier one, up to so many
_INDEX = 8  # bytes by which max pooling remembers where its largest was
_WAVES = 1.5  # gradients of the widest layer that are alive together, and scratch
_SIDES = (2048, 1536, 1024, 768, 512, 384, 256)  # larger ones save little: 8 % of the work at 4096


def estimate(
    width: int, height: int, recipe: Recipe, dtype: torch.dtype, tile: int | None = None, vectors: int = 0
) -> int:
    """Bytes that a run at this size needs beside the program itself; tiles of side `tile` (None: whole).

    `vectors` counts the pictures in float32 that the optimiser keeps. Held against the growth of resident
    memory on two cores: 1 to 1.25 times what was measured, whole from 512 x 384 to 2048 x 1536 and in tiles
    of 256 to 1024 up to 3072 x 2304, in bfloat16 and float32; 1.5 times for four small tiles.
    """
    layers = _layers(recipe)
    tiles = cut(height, width, tile, layers)
    each, most = _REMAINS
    shown = max(one.pixels for one in tiles) * (1 + each * min(most, len(tiles) if len(tiles) > 1 else 0))
    content = receptive_field(recipe.content_layer)
    kept = (
        CHANNELS[recipe.content_layer] * dtype.itemsize * (width // content.jump) * (height // content.jump)
    )
    pictures = 3 * 4 * (OWN + vectors) * width * height
    return _FIXED + pictures + kept + round(shown * _bytes_a_pixel(layers, dtype.itemsize))


def _layers(recipe: Recipe) -> list[str]:
    return [recipe.content_layer, *(layer for layer, weight in recipe.style_layers if weight > 0)]


def _bytes_a_pixel(layers: list[str], item: int) -> float:
    """What the way through the network keeps for the way back."""
    total, area, channels = 0.0, 1.0, 3
    for name in path(deepest(layers)):
        if begins_block(name):
            area /= 4
            total += area * channels * (item + _INDEX)
        channels = CHANNELS[name]
        total += area * channels * item
    return total + _WAVES * CHANNELS["conv1_1"] * item


def plan_tile(
    width: int, height: int, recipe: Recipe, device: Device, vectors: int = 0, largest: int | None = None
) -> int | None:
    """The side of the tiles for a picture on this device; None where it fits as a whole.

    `largest` bounds the side, after memory ran out with larger ones. Raises TooLittleMemory where not even
    the smallest tiles fit.
    """
    room = free(device.name)
    sides = [None, *_SIDES] if largest is None else [side for side in _SIDES if side <= largest]
    needed = 0
    for side in sides:
        if side is None or side < max(width, height):
            needed = estimate(width, height, recipe, device.fast, side, vectors)
            if needed <= ROOM * room:
                return side
    needed = needed or estimate(width, height, recipe, device.fast, None, vectors)
    raise TooLittleMemory(width=width, height=height, needed=in_words(needed / ROOM), free=in_words(room))


def in_words(size: float) -> str:
    """Bytes for a person: 800 MB, 3.2 GB."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(1, round(size / 1e6))} MB"


def free(device: str = "cpu") -> int:
    """Bytes that can be taken: of the GPU where one computes, else of the machine and the process's group."""
    if device == "cuda":
        available, _ = torch.cuda.mem_get_info()
        unused = torch.cuda.memory_reserved() - torch.cuda.memory_allocated()
        return int(available + unused)
    return min([_machine(), *_group_limits()])


def peak_mb(device: str = "cpu") -> float:
    """The most that this process has held so far, in MB; 0 where the system does not tell."""
    if device == "cuda":
        return torch.cuda.max_memory_allocated() / MB
    if sys.platform == "win32":
        return _windows_peak() / MB
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / MB if sys.platform == "darwin" else most / 1024  # bytes there, KB here


def _machine() -> int:
    try:
        for line in Path("/proc/meminfo").read_text("ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    if sys.platform == "win32":
        return _windows_free()
    try:
        # macOS tells what is installed, not what is free: about half of it can be had.
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (OSError, ValueError):
        return 4 << 30


def _group_limits(
    proc: Path = Path("/proc/self/cgroup"), root: Path = Path("/sys/fs/cgroup")
) -> Iterator[int]:
    """What is left of every limit on this process's group and the groups around it, as containers have."""
    try:
        groups = [line.split(":", 2) for line in proc.read_text("utf-8").splitlines()]
    except OSError:
        return
    for _, kinds, place in groups:
        if kinds and "memory" not in kinds.split(","):
            continue
        top = root if not kinds else root / "memory"
        limit, used = "memory.max", "memory.current"
        if kinds:
            limit, used = "memory.limit_in_bytes", "memory.usage_in_bytes"
        here = top / place.strip("/")
        for folder in (here, *here.parents):
            if not folder.is_relative_to(top):
                break
            try:
                taken = int((folder / used).read_text("ascii")) - _cached(folder)
                yield max(0, int((folder / limit).read_text("ascii")) - taken)
            except (OSError, ValueError):  # no such file, or the word "max"
                continue


def _cached(folder: Path) -> int:
    """Bytes of files in memory that the system gives up when somebody needs room."""
    for line in (folder / "memory.stat").read_text("ascii").splitlines():
        name, _, value = line.partition(" ")
        if name in ("inactive_file", "total_inactive_file"):
            return int(value)
    return 0


class _MemoryStatus(ctypes.Structure):
    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("total", "available", "pages", "pages_available")),
        *((name, ctypes.c_uint64) for name in ("virtual", "virtual_available", "extended")),
    )


class _ProcessMemory(ctypes.Structure):
    _fields_ = (
        ("length", ctypes.c_uint32),
        ("faults", ctypes.c_uint32),
        ("peak", ctypes.c_size_t),
        *((f"other{number}", ctypes.c_size_t) for number in range(7)),
    )


def _windows_free() -> int:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    _windows("kernel32").GlobalMemoryStatusEx(ctypes.byref(status))
    return int(status.available)


def _windows_peak() -> int:
    kernel = _windows("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    found = _ProcessMemory(length=ctypes.sizeof(_ProcessMemory))
    kernel.K32GetProcessMemoryInfo(process, ctypes.byref(found), ctypes.sizeof(found))
    return int(found.peak)


def _windows(library: str) -> Any:  # noqa: ANN401 - ctypes has no types for it
    return getattr(ctypes, "windll")[library]  # noqa: B009 - mypy knows it on Windows only
