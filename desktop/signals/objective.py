"""J of a spectrogram: how far its content is from one sound's and its texture from another's.

Both costs are those of pictures (style/cost) on features of one axis, time: G = F F^T / T. Here they are
divided by what they are worth, so that neither depends on loudness, length or the filters that were drawn.

The filters see how much louder or quieter than the style's mean each frequency is. Of magnitudes alone, which
are never negative, Gram matrices say little but how loud everything is: bursts of noise laid on a melody lost
their rhythm (2 % of what changed above 4 kHz was at their rate; 22 % with the mean taken away).
"""

from __future__ import annotations

import torch
from torch import Tensor

from desktop.signals.filters import WideLayer
from desktop.style.cost import Moments, content_cost, gram, gram_cost, injected, moments
from desktop.style.objective import Evaluation


class SoundObjective:
    """J = content weight x C + style weight x S for a canvas (1, 1025, t)."""

    def __init__(self, layer: WideLayer, content: Tensor, style: Tensor) -> None:
        """`content` and `style` are log magnitude spectrograms (1, 1025, t) of any two lengths."""
        self._layer = layer
        self._middle = style.mean(2, keepdim=True)
        with torch.no_grad():
            self._content = self._see(content)
            other = self._see(style)
            self._style = [moments(features) for features in other]
            # What independent features of these two strengths are apart.
            self._unit = [
                (one.square().mean() + two.square().mean()).clamp(min=1e-12)
                for one, two in zip(self._content, other, strict=True)
            ]
            self._start = self._worth(self._content)
        self.content_weight = self.style_weight = 1.0

    def measure_from(self, canvas: Tensor) -> None:
        """Count the style's cost in shares of this canvas's, where that is not already no distance at all."""
        with torch.no_grad():
            self._start = self._worth(self._see(canvas))

    def evaluate(self, canvas: Tensor) -> tuple[Evaluation, tuple[Tensor, Tensor]]:
        """The weighted parts of J and its gradient; and content and style without their weights."""
        canvas = canvas.detach().requires_grad_()
        seen = self._see(canvas)
        content = style = canvas.new_zeros(())
        pulls = []
        for features, target, unit, moment, start in zip(
            seen, self._content, self._unit, self._style, self._start, strict=True
        ):
            with torch.no_grad():
                apart = features - target
                share = 1 / len(seen)
                content = content + share * apart.square().mean() / unit
                pull = apart.mul_(2 * self.content_weight * share / (unit * features.numel()))
                cost, second = _style_pull(moments(features), moment)
                style = style + share * cost / start
                pulls.append(injected(features, self.style_weight * share / start * second, onto=pull))
        (gradient,) = torch.autograd.grad(seen, canvas, pulls)
        zero = canvas.new_zeros(())
        found = Evaluation(self.content_weight * content, self.style_weight * style, zero, gradient)
        return found, (content, style)

    def distances(self, canvas: Tensor) -> tuple[float, float]:
        """Content and style without their weights."""
        with torch.no_grad():
            seen = self._see(canvas)
            parts = zip(seen, self._content, self._unit, self._style, self._start, strict=True)
            found = [
                (content_cost(features, target) / unit, gram_cost(moments(features), moment) / start)
                for features, target, unit, moment, start in parts
            ]
        return (
            float(sum(content for content, _ in found)) / len(found),
            float(sum(style for _, style in found)) / len(found),
        )

    def _see(self, spectrogram: Tensor) -> list[Tensor]:
        return list(self._layer(spectrogram - self._middle))

    def _worth(self, seen: list[Tensor]) -> list[Tensor]:
        """The style's cost of some features; at least a millionth of the style's own Gram matrix."""
        found = []
        for features, moment in zip(seen, self._style, strict=True):
            own = gram(moment).square().mean() / len(moment.first) ** 2
            found.append(torch.maximum(gram_cost(moments(features), moment), 1e-6 * own))
        return found


def _style_pull(found: Moments, target: Moments) -> tuple[Tensor, Tensor]:
    """The Gram cost and its derivative with respect to the sums of a a^T (C, C)."""
    with torch.enable_grad():
        second = found.second.detach().requires_grad_()
        cost = gram_cost(Moments(second, found.first, found.count), target)
        (pull,) = torch.autograd.grad(cost, second)
    return cost.detach(), pull
