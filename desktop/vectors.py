"""Names for the arrays that travel between the parts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
"""(height, width, 3), RGB, 0..255, upright, C-contiguous. Never written to once it has been handed on."""

Vectors = NDArray[np.float32]
"""(n, d) float32; embeddings are rows of unit length."""

Points = NDArray[np.float32]
"""(n, 2) float32, x then y, in pixels; pixel centres are whole numbers."""
