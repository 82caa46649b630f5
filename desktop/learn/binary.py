"""Verification as binary classification: logistic regression on how two encodings differ.

    p(same | A, B) = sigmoid(sum_k w_k phi_k(A, B) + b)

with phi_k = |f(A)_k - f(B)_k|, or the chi-square form (f(A)_k - f(B)_k)^2 / (f(A)_k + f(B)_k) of Taigman,
Yang, Ranzato and Wolf, "DeepFace", CVPR 2014, section 4.1, which needs f_k >= 0: an encoder that ends in
ReLU. Both are symmetric in A and B. An encoding depends on one face alone, so those of the enrolled are
computed once.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

EPSILON = 1e-4
"""Keeps the chi-square form finite where a feature is 0 in both faces."""

_BLOCK = 64  # rows compared with all others at once: 64 x 4,000 x 256 numbers are 260 MB

_ENOUGH = 500
_SPREAD = 1.0  # of log odds: at three times it, 2p - 1 still has a tenth of its slope


class Encoder(nn.Module):
    """A linear layer that ends in ReLU: (n, d) to (n, 2d), none below 0.

    Begins with every feature's positive part and its negative part, in which nothing is lost.
    """

    def __init__(self, dimension: int) -> None:
        super().__init__()
        eye = torch.eye(dimension)
        self.weight = nn.Parameter(torch.cat([eye, -eye]))
        self.bias = nn.Parameter(torch.zeros(2 * dimension))

    def forward(self, features: Tensor) -> Tensor:
        """Encodings of features."""
        return nn.functional.linear(features.float(), self.weight, self.bias).relu()


class PairClassifier(nn.Module):
    """Says of two faces how likely they are of one person."""

    def __init__(self, form: str, dimension: int) -> None:
        """`form` is "absolute" or "chi-square"; `dimension` that of the frozen network's unit embeddings."""
        super().__init__()
        if form not in ("absolute", "chi-square"):
            raise ValueError(f"no form is called {form}")
        self.form = form
        self.encoder: nn.Module = Encoder(dimension) if form == "chi-square" else nn.Identity()
        wide = 2 * dimension if form == "chi-square" else dimension
        # Begins as a plain threshold: every difference speaks against one person, all of them alike.
        self.weight = nn.Parameter(torch.full((wide,), -1.0))
        self.bias = nn.Parameter(torch.tensor(0.0))

    def encode(self, features: Tensor) -> Tensor:
        """(n, e) encodings of (n, d) unit embeddings: once for each face."""
        found: Tensor = self.encoder(features)
        return found

    def forward(self, first: Tensor, second: Tensor) -> Tensor:
        """Log odds of one person for encodings (..., e) that broadcast against each other."""
        return difference(first, second, self.form) @ self.weight + self.bias

    @torch.no_grad()
    def centre(self, features: Tensor, codes: Tensor) -> None:
        """Set scale and bias so that the log odds of pairs of one person are about 2, and of two about -2.

        Of at most 500 faces (n, d) of people (n,), for training to begin at a sensible threshold.
        """
        encoded, codes = self.encode(features[:_ENOUGH]), codes[:_ENOUGH]
        total = -self.all_pairs(encoded, encoded) + self.bias
        upper = torch.ones_like(total, dtype=torch.bool).triu(1)
        same = codes[:, None] == codes[None]
        near, far = total[upper & same], total[upper & ~same]
        if near.numel() and far.numel() and float(far.mean()) > float(near.mean()):
            scale = 4 / (far.mean() - near.mean())
            self.weight.mul_(scale)
            self.bias.copy_(scale * (far.mean() + near.mean()) / 2)

    @torch.no_grad()
    def soften(self, features: Tensor) -> None:
        """Divide the log odds of faces (n, d) so that they stay in reach of tanh.

        A classifier that is sure gives impostors p = 1e-9, where 2p - 1 tells none from the other. The order
        of pairs stays; the probability that a user sees comes from the calibration.
        """
        encoded = self.encode(features[:_ENOUGH])
        spread = float(self.all_pairs(encoded, encoded).std())
        if spread > _SPREAD:
            self.weight.mul_(_SPREAD / spread)
            self.bias.mul_(_SPREAD / spread)

    def all_pairs(self, first: Tensor, second: Tensor) -> Tensor:
        """(n, m) log odds of every row of one with every row of the other, in bounded memory."""
        parts = [self(rows[:, None], second[None]) for rows in torch.split(first, _BLOCK)]
        return torch.cat(parts) if parts else first.new_empty(0, len(second))


def difference(first: Tensor, second: Tensor, form: str) -> Tensor:
    """phi(A, B), (..., e): how two encodings differ, feature by feature."""
    gap = first - second
    if form == "absolute":
        return gap.abs()
    return gap.square() / (first + second + EPSILON)


def balanced_loss(logits: Tensor, same: Tensor) -> Tensor:
    """Cross-entropy of (n,) log odds where `same` says which pairs show one person; each kind weighs half.

    A batch has a hundred impostor pairs for every genuine one; unweighted, "never" would be a good answer.
    """
    parts = []
    for kind, sign in ((same, -1.0), (~same, 1.0)):
        if kind.any():
            parts.append(nn.functional.softplus(sign * logits[kind]).mean())
    return torch.stack(parts).mean()
