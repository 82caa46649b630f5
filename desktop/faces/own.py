"""Bringing in a face model of the user's own, and computing with it."""

from __future__ import annotations

from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import numpy as np
import torch

from desktop.errors import Phrase
from desktop.faces.align import SIDE, align
from desktop.faces.embed import NetworkEmbedder
from desktop.faces.face import ModelId
from desktop.faces.fastest import fastest
from desktop.networks.onnx_chain import OnnxChain
from desktop.paths import Home
from desktop.progress import Progress
from desktop.weights import own
from desktop.weights.device import Device
from desktop.weights.graph import Graph
from desktop.weights.own import NotUsable, Own

_STEP = 0.1  # seconds between two reports


class OwnEmbedder(NetworkEmbedder):
    """Embeds aligned faces with an imported model, as SFace does."""

    def __init__(self, one: Own, graph: Graph, device: Device) -> None:
        """Checks nothing but what the number format costs; `own.load` gives a graph that fits."""
        network, dtype = fastest(OnnxChain(graph), device.torch, device.fast, SIDE)
        super().__init__(ModelId(one.name, one.sha256), network, dtype, device, graph.dimension, align)


def import_own(home: Home, name: str, file: Path) -> Generator[Progress, None, Own]:
    """Take in an ONNX file under a name, once it has shown that it embeds; a job.

    Raises BadName, FileMissing, NotUsable, DiskFull or NotWritable; nothing changes then.
    """
    own.check_name(name)
    progress = Progress(0, 1, f"Installing {name}")
    yield progress
    with ThreadPoolExecutor(1, thread_name_prefix="own") as pool:
        future = pool.submit(_tried, file)
        while not wait([future], _STEP).done:
            yield progress
        data, dimension = future.result()
    one = own.put(home, name, file, data, dimension)
    yield Progress(1, 1, "Done")
    return one


def _tried(file: Path) -> tuple[bytes, int]:
    """The bytes of a file whose model gives finite numbers that differ from picture to picture."""
    data, graph = own.read_file(file)
    drawn = np.random.default_rng(112).uniform(0, 255, (2, 3, SIDE, SIDE)).astype(np.float32)
    try:
        with torch.inference_mode():
            found = OnnxChain(graph)(torch.from_numpy(drawn)).numpy()
    except (RuntimeError, ValueError, MemoryError) as error:
        raise NotUsable(
            file=file.name, problem=Phrase("it can't be computed here"), details=repr(error)
        ) from error
    norms = np.linalg.norm(found, axis=1)
    if found.shape != (2, graph.dimension) or not np.isfinite(norms).all() or norms.min() < 1e-6:
        raise NotUsable(file=file.name, problem=Phrase("it gives no numbers that could be compared"))
    if found[0] @ found[1] > norms[0] * norms[1] * (1 - 1e-6):
        raise NotUsable(file=file.name, problem=Phrase("it gives the same for every picture"))
    return data, graph.dimension
