"""The quickest form of a network whose embeddings are still those of the plain one."""

from __future__ import annotations

import copy
import logging
from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import nn

_log = logging.getLogger(__name__)

ENOUGH = 0.999
"""Cosine to float32 that a faster number format must keep on the trial faces."""

EXACT = 0.999999
"""The same for another form in float32, where nothing but the order of additions may differ."""

Build = Callable[[torch.dtype], nn.Module]
"""Makes a form of the network in a number format; may raise where this torch lacks what it takes."""


def fastest(
    plain: nn.Module, device: torch.device, wanted: torch.dtype, side: int, packed: Build | None = None
) -> tuple[nn.Module, torch.dtype]:
    """`plain` (float32, on the CPU) in its quickest form for `device`, and the number format of that.

    Tried in turn: `packed` in the `wanted` format (on the CPU alone), the network as it is in that format,
    and both in float32. The network takes (n, 3, side, side) RGB 0..255.
    """

    def moved(dtype: torch.dtype) -> nn.Module:
        return copy.deepcopy(plain).to(device, dtype)

    forms: Sequence[Build] = (packed, moved) if packed is not None and device.type == "cpu" else (moved,)
    for dtype in dict.fromkeys((wanted, torch.float32)):
        for build in forms:
            try:
                network = build(dtype)
                enough = EXACT if dtype is torch.float32 else ENOUGH
                if _agreement(network, plain, device, side) > enough:
                    return network, dtype
                _log.warning("%s in %s is too far from float32", type(plain).__name__, dtype)
            except (AttributeError, RuntimeError, TypeError, NotImplementedError) as error:
                _log.warning("%s in %s: %s", type(plain).__name__, dtype, type(error).__name__)
    return moved(torch.float32), torch.float32


def _agreement(network: nn.Module, plain: nn.Module, device: torch.device, side: int) -> float:
    """The lowest cosine between what both make of four made-up pictures, smooth and noisy."""
    chance = np.random.default_rng(112)
    coarse = chance.uniform(0, 255, (4, 3, 14, 14)).astype(np.float32)
    made_up = nn.functional.interpolate(torch.from_numpy(coarse), (side, side), mode="bilinear")
    made_up += torch.from_numpy(chance.normal(0, 8, made_up.shape).astype(np.float32))
    made_up = made_up.clamp(0, 255).contiguous(memory_format=torch.channels_last)
    with torch.inference_mode():
        found = network(made_up.to(device)).float().cpu()
        return float(nn.functional.cosine_similarity(found, plain(made_up)).min())
