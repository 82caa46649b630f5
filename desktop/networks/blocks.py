"""Four pixels as one place: convolutions on pictures whose 2x2 blocks lie in the channels.

Activations are (n, h, w, channels), contiguous; in blocks the channels are (row, column, channel). All of it
is arrangement: the sums are those of the plain convolution.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional


def packed(weight: Tensor, *, stride: int = 1, grows: int = 1, into: int = 1, out: int = 1) -> Tensor:
    """The weights (out² O, into² I, b, b) of a convolution of stride 1 between places.

    It equals: enlarge by `grows` (nearest), mirror the borders, convolve by `weight` (O, I, k, k) with
    `stride`; where a place of the input is into x into pixels and one of the output out x out. stride x out
    must be grows x into, so that places match one to one. Raises ValueError where they do not.
    """
    if stride * out != grows * into:
        raise ValueError("places of input and output do not match")
    side = weight.shape[-1]
    pixels = [[(stride * row + tap - side // 2) // grows for tap in range(side)] for row in range(out)]
    places = [pixel // into for row in pixels for pixel in row]
    first, last = min(places), max(places)
    chosen = torch.zeros(out, into, last - first + 1, side)  # which tap of which pixel falls on which place
    for row, taps in enumerate(pixels):
        for tap, pixel in enumerate(taps):
            chosen[row, pixel % into, pixel // into - first, tap] = 1
    spread = torch.einsum("oide,apbd,cqfe->acopqibf", weight, chosen, chosen)
    return spread.reshape(out * out * weight.shape[0], into * into * weight.shape[1], *spread.shape[-2:])


def apart(x: Tensor) -> Tensor:
    """(n, 2h, 2w, c) in blocks: (n, h, w, 4c)."""
    blocks = torch.unflatten(torch.unflatten(x, 2, (-1, 2)), 1, (-1, 2)).transpose(2, 3)
    return blocks.reshape(*blocks.shape[:3], -1)


def together(x: Tensor, *, relu: bool = False, frame: int = 0) -> Tensor:
    """(n, h, w, 4c) in pixels: (n, 2h, 2w, c), with every negative value 0 where wanted.

    A `frame` of so many pixels around it repeats the edge.
    """
    count, height, width, channels = x.shape
    result = x.new_empty(count, 2 * (height + frame), 2 * (width + frame), channels // 4)
    inside = result[:, frame : frame + 2 * height, frame : frame + 2 * width]
    target = torch.unflatten(torch.unflatten(inside, 2, (-1, 2)), 1, (-1, 2))
    blocks = torch.unflatten(x, 3, (2, 2, -1)).transpose(2, 3)
    if relu:
        torch.clamp_min(blocks, 0, out=target)
    else:
        target.copy_(blocks)
    if frame:
        result[:, :frame, frame:-frame] = inside[:, :1]
        result[:, -frame:, frame:-frame] = inside[:, -1:]
        result[:, :, :frame] = result[:, :, frame : frame + 1]
        result[:, :, -frame:] = result[:, :, -frame - 1 : -frame]
    return result


def framed(x: Tensor, edge: int) -> Tensor:
    """(n, h, w, c) with `edge` mirrored pixels around, the outermost not twice."""
    return functional.pad(x.permute(0, 3, 1, 2), (edge,) * 4, "reflect").permute(0, 2, 3, 1)


def repeated(x: Tensor, before: int, after: int) -> Tensor:
    """(n, h, w, c) with the outermost places so many times more: above and left, below and right.

    For 3x3 kernels this is what mirrored pixels are to blocks and to what is about to be enlarged.
    """
    edges = (before, after, before, after)
    return functional.pad(x.permute(0, 3, 1, 2), edges, "replicate").permute(0, 2, 3, 1)


def mirrored(x: Tensor, edge: int) -> Tensor:
    """(n, h, w, 4c) in blocks with `edge` blocks around that mirror the pixels, the outermost not twice.

    Mirrored, a block's second pixel comes from one block nearer to the border than its first does.
    """
    count, height, width, channels = x.shape
    result = x.new_empty(count, height + 2 * edge, width + 2 * edge, channels)
    result[:, edge:-edge, edge:-edge] = x
    for axis, length in ((1, height), (2, width)):
        pixels = torch.unflatten(result, 3, (2, 2, -1)).movedim(axis + 2, 0)
        for place in (0, 1):
            line = pixels[place]
            for step in range(1, edge + 1):
                for border, source in (
                    (edge - step, edge + step),
                    (edge + length - 1 + step, edge + length - step),
                ):
                    line.select(axis, border).copy_(line.select(axis, source - place))
    return result
