"""Where networks run: the device, the number format that is fast there, and how many threads they may use."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import torch

from desktop.errors import LikenessError


class DeviceMissing(LikenessError):
    """A device that was asked for and is not there."""

    sentence = "This machine has no “{device}” device that torch can use; choose auto or cpu."


@dataclass(frozen=True, slots=True)
class Device:
    """A device as torch calls it (`name`), the dtype that is fast on it, and words for a person."""

    name: str
    fast: torch.dtype
    description: str

    @property
    def torch(self) -> torch.device:
        """The device as torch's own object."""
        return torch.device(self.name)


_threads_lock = threading.Lock()
_threads_set = False


def cores() -> int:
    """Processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def threads() -> int:
    """Threads a network may use: all cores but one, which belongs to the window.

    Two torch threads beside a busy window on two cores run tiny operations seven times slower than one.
    """
    return max(1, cores() - 1)


def set_threads() -> None:
    """Tell torch its number of threads, once in a process; whoever loads a network gets here first."""
    global _threads_set
    with _threads_lock:
        if not _threads_set:
            torch.set_num_threads(threads())
            _threads_set = True


@contextmanager
def using_threads(count: int) -> Iterator[None]:
    """Give torch so many threads within the block: all `cores()` where no window is beside the work."""
    set_threads()  # else a later `choose` would overrule this
    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def choose(wanted: str = "auto") -> Device:
    """The device for `wanted`: auto (the best there is), cpu, cuda or mps.

    Raises DeviceMissing where it is not there. Sets the number of threads.
    """
    set_threads()
    if wanted == "auto":
        wanted = (
            "cuda" if torch.cuda.is_available() else "mps" if torch.backends.mps.is_available() else "cpu"
        )
    if wanted == "cpu":
        fast = torch.bfloat16 if has_bfloat16() else torch.float32
        words = "bfloat16" if fast is torch.bfloat16 else "float32"
        count = torch.get_num_threads()
        return Device("cpu", fast, f"CPU, {count} thread{'' if count == 1 else 's'}, {words}")
    if wanted == "cuda" and torch.cuda.is_available():
        fast = torch.bfloat16 if torch.cuda.is_bf16_supported(including_emulation=False) else torch.float16
        return Device("cuda", fast, torch.cuda.get_device_name())
    if wanted == "mps" and torch.backends.mps.is_available():
        return Device("mps", torch.float16, "Apple GPU")
    raise DeviceMissing(device=wanted)


def available() -> tuple[Device, ...]:
    """Every device of this machine that torch can use, the processor first."""
    wanted = ["cpu"]
    if torch.cuda.is_available():
        wanted.append("cuda")
    if torch.backends.mps.is_available():
        wanted.append("mps")
    return tuple(choose(one) for one in wanted)


def has_bfloat16() -> bool:
    """Whether the processor multiplies bfloat16 itself (AVX512-BF16 or AMX).

    Elsewhere torch converts to float32 and back, which is slower than float32 alone.
    """
    # torch keeps these two questions private; where a version drops them, Linux's own list answers.
    answers = [getattr(torch.cpu, f"_is_{name}_supported", None) for name in ("avx512_bf16", "amx_tile")]
    if all(callable(ask) for ask in answers):
        return any(bool(ask()) for ask in answers if ask is not None)
    try:
        flags = Path("/proc/cpuinfo").read_text("utf-8").split()
    except OSError:
        return False
    return "avx512_bf16" in flags or "amx_bf16" in flags
