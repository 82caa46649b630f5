"""What is trained: a module from features of a face to a point on the unit sphere.

Linear and top heads begin as what the frozen network does already, so that the untrained head is the
untrained network; training can only move away from there.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn


class LinearHead(nn.Module):
    """One linear layer over a network's unit embeddings, brought to unit length; begins as the identity."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.eye(dimension))

    def forward(self, features: Tensor) -> Tensor:
        """(n, d) to (n, d), rows of unit length."""
        return nn.functional.normalize(features.float() @ self.weight.T, dim=1)


class TopHead(nn.Module):
    """The last layer of a network, over what it reads; begins as the network's own.

    Features are the mean over a face and its mirror image: as the layer is linear, that gives what summing
    both embeddings would.
    """

    def __init__(self, weight: Tensor, bias: Tensor) -> None:
        """(out, d) and (out,): copied."""
        super().__init__()
        self.weight = nn.Parameter(weight.detach().float().clone())
        self.bias = nn.Parameter(bias.detach().float().clone())

    def forward(self, features: Tensor) -> Tensor:
        """(n, d) to (n, out), rows of unit length."""
        found = nn.functional.linear(features.float(), self.weight, self.bias)
        return nn.functional.normalize(found, dim=1)
