"""VGG-19 in three dimensions: a film is seen as one thing, not as pictures.

Source: Carreira and Zisserman, "Quo Vadis, Action Recognition? A New Model and the Kinetics Dataset", CVPR
2017, section 2.4: a kernel of k x k is repeated over time and divided by how often, so that a picture that
stands still gives at every time exactly what the flat network gives of it. Time is padded by repeating its
ends, which keeps that true at the ends too; pooling is in space only, so that no time is lost.

A kernel K repeated over TIMES steps and divided by them, sum_s K/TIMES x(t + s), is K applied to the mean of
these steps. So each layer takes the mean over neighbouring times and then convolves as the flat network
does, with its weights and its way back: a third of the work of a convolution in three dimensions.
"""

from __future__ import annotations

from typing import Final

from torch import Tensor

from desktop.networks.vgg19 import VGG19

TIMES: Final = 3
"""Steps of time that a kernel sees: one before, its own, one after."""


class InflatedVGG19(VGG19):
    """A VGG19 whose pictures (t, 3, h, w) are one film in order; (t, channels, h / jump, w / jump) comes out.

    Everything else is as there, so costs and optimisers take a film where they take a picture.
    """

    def seen(self, x: Tensor) -> Tensor:
        """The mean over each time, the one before and the one after; the ends are repeated."""
        if len(x) == 1:
            return x
        total = x.clone()
        total[1:] += x[:-1]
        total[0] += x[0]
        total[:-1] += x[1:]
        total[-1] += x[-1]
        return total.div_(TIMES)

    def seen_back(self, gradient: Tensor) -> Tensor:
        """The transpose of `seen`, which is symmetric: the ends give to themselves what they repeat."""
        return self.seen(gradient)
