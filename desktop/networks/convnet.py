"""A small network of valid convolutions, the same in one, two and three dimensions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import torch
from torch import Tensor, nn

_CONVOLUTIONS: Final = {1: nn.Conv1d, 2: nn.Conv2d, 3: nn.Conv3d}


class ConvNet(nn.Module):
    """Convolutions without padding, each followed by ReLU; layers are called conv1, conv2, ...

    14 values with (1, 16, 32) channels and kernels of 5 become 16 x 10, then 32 x 6; 14 x 14 x 14 become
    16 x 10 x 10 x 10, then 32 x 6 x 6 x 6. The same code, whatever the number of axes.
    """

    def __init__(
        self,
        dims: int,
        channels: Sequence[int] = (1, 16, 32),
        kernel: int = 5,
        *,
        stride: int = 1,
        seed: int = 0,
    ) -> None:
        """`channels` are those that come in, then those of each layer; kernel and stride are of every axis.

        Weights are drawn from the seed (He et al. 2015), without touching torch's own chance. Raises
        ValueError for other than 1 to 3 axes, or no layer.
        """
        super().__init__()
        if dims not in _CONVOLUTIONS or len(channels) < 2:
            raise ValueError(f"no network of {dims} axes and {len(channels) - 1} layers")
        self.dims = dims
        self.channels = tuple(channels)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            for number, (before, after) in enumerate(pairwise(channels), 1):
                made = _CONVOLUTIONS[dims](before, after, kernel, stride=stride)
                nn.init.kaiming_normal_(made.weight, nonlinearity="relu")
                assert made.bias is not None
                nn.init.zeros_(made.bias)
                self.add_module(f"conv{number}", made)

    @property
    def layers(self) -> tuple[str, ...]:
        """Their names, in order."""
        return tuple(f"conv{number}" for number in range(1, len(self.channels)))

    def features(self, values: Tensor) -> dict[str, Tensor]:
        """(n, channels, *axes) to the values of every layer after its ReLU."""
        found = {}
        for name in self.layers:
            values = torch.relu(self.get_submodule(name)(values))
            found[name] = values
        return found

    def forward(self, values: Tensor) -> Tensor:
        """(n, channels, *axes) to the values of the last layer."""
        return self.features(values)[self.layers[-1]]


class Embedding(nn.Module):
    """A ConvNet, the mean over all places, and a point on the unit sphere: a branch of a Siamese network."""

    def __init__(self, body: ConvNet, shape: Sequence[int], dimension: int = 32, *, seed: int = 0) -> None:
        """`shape` is (channels, *axes) of one example; `forward` takes them flattened."""
        super().__init__()
        self.shape = tuple(shape)
        self.body = body
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            self.head = nn.Linear(2 * body.channels[-1], dimension)

    def forward(self, examples: Tensor) -> Tensor:
        """(n, numbers of one example) to (n, dimension), rows of unit length.

        The strongest place counts beside the mean: what is heard once tells as much as what goes on.
        """
        places = self.body(examples.reshape(-1, *self.shape)).flatten(2)
        both = torch.cat((places.mean(2), places.amax(2)), dim=1)
        return nn.functional.normalize(self.head(both), dim=1)
