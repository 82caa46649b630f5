"""26 styles that were learned beforehand, and every mixture of them.

Source: Dumoulin, Shlens and Kudlur, "A Learned Representation for Artistic Style", ICLR 2017; weights from
Magenta.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from desktop.networks.conditional import Norms, Painter

Array = NDArray[Any]

STYLES = 26
"""How many styles the network knows."""


class MultiStyle(Painter):
    """Paints a picture in a mixture of the learned styles."""

    def __init__(self, tensors: Mapping[str, Array]) -> None:
        """`tensors` as desktop.weights.onnx names them. Raises KeyError where they are others."""

        def read(name: str) -> Tensor:
            return torch.from_numpy(np.asarray(tensors[name], dtype=np.float32))

        contract = [f"contract.{i}" for i in range(3)]
        residual = [f"res.{i}.{j}" for i in range(6) for j in range(2)]
        expand = [f"expand.{i}" for i in range(3)]
        super().__init__(
            [(read(f"{one}.w"), None) for one in contract],
            [read(f"{one}.w") for one in residual],
            [read(f"{one}.w") for one in expand],
        )
        norms = [f"{one}.norm" for one in (*contract, *residual, *expand)]
        tables = [read(f"{norm}.{kind}") for norm in norms for kind in ("gamma", "beta")]
        self.sizes = [table.shape[1] for table in tables]
        self.table: Tensor
        self.register_buffer("table", torch.cat(tables, dim=1))

    def norms(self, weights: Tensor) -> Norms:
        """gamma and beta of every norm for weights (26,) of the styles, which sum to 1; in float32."""
        parts = torch.split(weights.float() @ self.table, self.sizes)
        return list(zip(parts[::2], parts[1::2], strict=True))

    def forward(self, pictures: Tensor, weights: Tensor) -> Tensor:
        """(1, h, w, 3) RGB 0..255 and (26,) to the painted picture, as in `Painter.paint`."""
        return self.paint(pictures, self.norms(weights))[0]
