"""J as every random filter together would see it, not those few that were drawn: their mean in closed form.

With 512 filters of each width a short sound gave these very filters what they wanted, and no others: seen by
freshly drawn ones up to three times as much of the texture's distance was left as the run believed. The mean
over all filters needs no filter. Let w be one of normal weights with variance 2 / D, D = frequencies x width
(`filters`), and x, y two windows of D values. Then

    k(x, y) = E relu(w.x) relu(w.y) = |x| |y| h(cos) / D,    h(c) = (sqrt(1 - c^2) + c (pi - arccos c)) / pi

(Cho and Saul, "Kernel methods for deep learning", NIPS 2009, section 2: the arc-cosine kernel of degree 1).
The mean of (G_ij - A_ij)^2 over all pairs of filters, with G = F F^T / T of windows x_1 .. x_T and A of
y_1 .. y_U, is a sum over pairs of windows,

    mean k(x_s, x_t)^2 - 2 mean k(x_s, y_u)^2 + mean k(y_u, y_v)^2,

and the content's mean of (F - P)^2 is that of k(x, x) + k(p, p) - 2 k(x, p). Every w.x of every width is a
sum along a diagonal of one matrix of products, so a step at ten seconds takes an eighth of the time of 512
filters.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final

import torch
from torch import Tensor

from desktop.signals.filters import WIDTHS
from desktop.style.objective import Evaluation

LONGEST: Final = 1300
"""Windows of either sound, 30 s: pairs grow with the square, and from there on filters cost less."""

_LEAST: Final = 1e-6


class EveryFilter:
    """J = content weight x C + style weight x S for a canvas (1, C, t); see `objective.SoundObjective`."""

    def __init__(self, content: Tensor, style: Tensor, widths: Sequence[int] = WIDTHS) -> None:
        """`content` and `style` are log magnitude spectrograms (1, C, t) of any two lengths."""
        # A filter that sees more than half of a sound asks for the sound itself, not its texture: a second
        # of rain came back nearly as it was (spectrograms correlated by 0.90, without such filters 0.24).
        least = min(content.shape[2], style.shape[2])
        self._widths = tuple(width for width in widths if 2 * width <= least)
        self._middle = style.mean(2, keepdim=True)
        with torch.no_grad():
            self._style, self._content = self._windows(style), self._windows(content)
            self._own = self._mean_squares(self._style, self._style)
            # What independent features of these two strengths are apart.
            self._unit = [
                ((one.square().mean() + two.square().mean()) / self._size(width)).clamp(min=1e-12)
                for width, one, two in zip(
                    self._widths, self._content.lengths, self._style.lengths, strict=True
                )
            ]
            self._start = self._worth(self._content)
        self.content_weight = self.style_weight = 1.0

    def measure_from(self, canvas: Tensor) -> None:
        """Count the style's cost in shares of this canvas's, where that is not already no distance at all."""
        with torch.no_grad():
            self._start = self._worth(self._windows(canvas))

    def evaluate(self, canvas: Tensor) -> tuple[Evaluation, tuple[Tensor, Tensor]]:
        """The weighted parts of J and its gradient; and content and style without their weights."""
        canvas = canvas.detach().requires_grad_()
        with torch.enable_grad():
            content, style = self._costs(self._windows(canvas))
            weighted = self.content_weight * content, self.style_weight * style
            (gradient,) = torch.autograd.grad(weighted[0] + weighted[1], canvas)
        content, style = content.detach(), style.detach()
        zero = canvas.new_zeros(())
        found = Evaluation(self.content_weight * content, self.style_weight * style, zero, gradient)
        return found, (content, style)

    def distances(self, canvas: Tensor) -> tuple[float, float]:
        """Content and style without their weights."""
        with torch.no_grad():
            content, style = self._costs(self._windows(canvas))
        return float(content), float(style)

    def _costs(self, seen: _Windows) -> tuple[Tensor, Tensor]:
        content = [
            self._apart(number, width, seen) / unit
            for number, (width, unit) in enumerate(zip(self._widths, self._unit, strict=True))
        ]
        style = [cost / start for cost, start in zip(self._style_costs(seen), self._start, strict=True)]
        return torch.stack(content).mean(), torch.stack(style).mean()

    def _apart(self, number: int, width: int, seen: _Windows) -> Tensor:
        """The mean of (F - P)^2 over all places, of one width."""
        along = (seen.rows * self._content.rows).sum(1).unfold(0, width, 1).sum(1)
        one, two = seen.lengths[number], self._content.lengths[number]
        both = one * two
        shares: Tensor = _Angles.apply(along / both)  # type: ignore[no-untyped-call]
        squares = one.square() + two.square() - 2 * both * shares
        return squares.mean() / self._size(width)

    def _style_costs(self, seen: _Windows) -> list[Tensor]:
        alone, across = self._mean_squares(seen, seen), self._mean_squares(seen, self._style)
        return [one - 2 * both + own for one, both, own in zip(alone, across, self._own, strict=True)]

    def _worth(self, seen: _Windows) -> list[Tensor]:
        """The style's cost of some windows; at least a millionth of the style's own Gram matrix."""
        costs = self._style_costs(seen)
        return [torch.maximum(cost, _LEAST * own) for cost, own in zip(costs, self._own, strict=True)]

    def _mean_squares(self, one: _Windows, two: _Windows) -> list[Tensor]:
        """The mean of k^2 over all pairs of windows, for each width."""
        products = _Diagonals.apply(one.rows @ two.rows.T, self._widths)  # type: ignore[no-untyped-call]
        return [
            _MeanSquare.apply(product, rows, columns, self._size(width))  # type: ignore[no-untyped-call]
            for width, product, rows, columns in zip(
                self._widths, products, one.lengths, two.lengths, strict=True
            )
        ]

    def _windows(self, spectrogram: Tensor) -> _Windows:
        return _Windows((spectrogram - self._middle)[0].T, self._widths)

    def _size(self, width: int) -> int:
        """D, the values of a window."""
        return self._middle.shape[1] * width


class _Windows:
    """The windows of a spectrogram, of every width, by their first row."""

    def __init__(self, rows: Tensor, widths: Sequence[int]) -> None:
        """`rows` (t, C)."""
        self.rows = rows
        squares = rows.square().sum(1)
        # Where there is nothing the angle does not matter; a length of 0 would have no gradient.
        self.lengths = [squares.unfold(0, width, 1).sum(1).clamp(min=1e-9).sqrt() for width in widths]


class _Angles(torch.autograd.Function):
    """h(c) for cosines c; h' = (pi - arccos c) / pi, which autograd would not find where c is 1."""

    @staticmethod
    def forward(context: Any, cosines: Tensor) -> Tensor:  # noqa: ANN401
        cosines = cosines.clamp(-1.0, 1.0)
        angles = math.pi - torch.arccos(cosines)
        context.save_for_backward(angles)
        return ((1 - cosines.square()).sqrt() + cosines * angles) / math.pi

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> Tensor:  # noqa: ANN401
        (angles,) = context.saved_tensors
        pull: Tensor = gradients[0] * angles / math.pi
        return pull


class _MeanSquare(torch.autograd.Function):
    """The mean of k^2 over all pairs, from w.x of each pair (r, c) and the lengths (r,) and (c,).

    By hand, since ten matrices of that size are fewer than autograd's forty: with s = sin, a = pi - arccos of
    the cosine, dk/d(w.x) = a / (pi D) and dk/d|x| = |y| s / (pi D).
    """

    @staticmethod
    def forward(context: Any, products: Tensor, rows: Tensor, columns: Tensor, size: int) -> Tensor:  # noqa: ANN401
        both = rows[:, None] * columns
        cosines = (products / both).clamp_(-1.0, 1.0)
        sines = (1 - cosines.square()).sqrt_()
        angles = math.pi - torch.arccos(cosines)
        k = cosines.mul_(angles).add_(sines).mul_(both).div_(math.pi * size)
        context.save_for_backward(k, sines, angles, rows, columns)
        context.size = size
        return k.square().mean()

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> tuple[Tensor, Tensor, Tensor, None]:  # noqa: ANN401
        k, sines, angles, rows, columns = context.saved_tensors
        pull = k * (2 * gradients[0] / (k.numel() * math.pi * context.size))
        turned = pull * sines
        return pull * angles, turned @ columns, rows @ turned, None


class _Diagonals(torch.autograd.Function):
    """Sums of `width` neighbours along the diagonals of (r, c), each (r - width + 1, c - width + 1).

    By doubling: a sum of 27 is one of 16, of 8, of 2 and of 1.
    """

    @staticmethod
    def forward(context: Any, products: Tensor, widths: Sequence[int]) -> tuple[Tensor, ...]:  # noqa: ANN401
        context.shape, context.widths = products.shape, widths
        doubled = {1: products}
        for size in _halves(widths):
            before = doubled[size]
            doubled[2 * size] = before[:-size, :-size] + before[size:, size:]
        found = []
        for width in widths:
            total = products.new_zeros([length - width + 1 for length in products.shape])
            for size, at in _parts(width):
                total += doubled[size][at : at + total.shape[0], at : at + total.shape[1]]
            found.append(total)
        return tuple(found)

    @staticmethod
    def backward(context: Any, *gradients: Tensor) -> tuple[Tensor, None]:  # noqa: ANN401
        sizes = [1, *(2 * size for size in _halves(context.widths))]
        pulls = {
            size: gradients[0].new_zeros([length - size + 1 for length in context.shape]) for size in sizes
        }
        for width, gradient in zip(context.widths, gradients, strict=True):
            for size, at in _parts(width):
                pulls[size][at : at + gradient.shape[0], at : at + gradient.shape[1]] += gradient
        for size in reversed(sizes[:-1]):
            pulls[size][:-size, :-size] += pulls[2 * size]
            pulls[size][size:, size:] += pulls[2 * size]
        return pulls[1], None


def _halves(widths: Sequence[int]) -> list[int]:
    """The powers of two whose doubles are needed: of 27 they are 1, 2, 4 and 8."""
    return [1 << power for power in range(max(widths, default=1).bit_length() - 1)]


def _parts(width: int) -> list[tuple[int, int]]:
    """A sum as sums of powers of two, and where each begins: 27 = 16 at 0, 8 at 16, 2 at 24, 1 at 26."""
    found, at = [], 0
    for size in (1 << power for power in reversed(range(width.bit_length()))):
        if width & size:
            found.append((size, at))
            at += size
    return found
