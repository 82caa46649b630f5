"""How fast is the embedder, beside onnxruntime and OpenCV on the very same numbers?

All get the same batch, four faces and their mirror images, the same number of threads, and constants folded
beforehand. They take turns in one run, so that a busy machine slows all of them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from desktop.bench.outcome import Outcome
from desktop.errors import LikenessError
from desktop.faces.embed import SFaceEmbedder
from desktop.networks.sface import DIMENSION, LAYERS, SIDE, strides
from desktop.opencv import cv2
from desktop.paths import Home
from desktop.progress import Progress
from desktop.settings import Settings
from desktop.weights import store
from desktop.weights.catalogue import entry
from desktop.weights.device import choose, has_bfloat16, threads

ROUNDS = 30
BATCH = 8
"""Four faces and their mirror images: what a lively frame asks for."""

Floats = NDArray[np.float32]
Run = Callable[[], object]


class PeerMissing(LikenessError):
    """The benchmark's peer is not installed; it is no part of the program."""

    sentence = "“bench embed” compares with onnxruntime, which is missing; run “pip install onnxruntime”."


class PeerDiffers(LikenessError):
    """A peer computes something else, so its time says nothing."""

    sentence = "“bench embed” stopped: {peer} gives other embeddings than Likeness; install Likeness again."


def bench_embed(home: Home, settings: Settings) -> Generator[Progress, None, Outcome]:
    """Time SFace, the one in use or the one everybody has, and its peers on the CPU; a job.

    Figures are medians in milliseconds a picture; ratios are medians of the rounds' ratios.
    Raises WeightsMissing, WeightsDamaged, PeerMissing or PeerDiffers.
    """
    yield Progress(0, ROUNDS, "loading")
    name = settings.use_embed if settings.use_embed == "sface-full" else "sface"
    tensors = store.tensors(home, name)
    device = choose("cpu")
    pictures = np.random.default_rng(7).uniform(0, 255, (BATCH, 3, SIDE, SIDE)).astype(np.float32)
    batch = torch.from_numpy(pictures).contiguous(memory_format=torch.channels_last)
    digest = entry(name).sha256
    ours = SFaceEmbedder(tensors, digest, device, name=name, dtype=torch.float32)
    runs: dict[str, Run] = {"float32": lambda: ours.features(batch).numpy()}
    if has_bfloat16():
        fast = SFaceEmbedder(tensors, digest, device, name=name, dtype=torch.bfloat16)
        if fast.dtype is torch.bfloat16:
            runs["bfloat16"] = lambda: fast.features(batch).numpy()
    network = as_onnx(tensors, BATCH)
    peers = {"onnxruntime": _onnxruntime(network, pictures), "opencv": _opencv(network, pictures)}
    reference = np.asarray(runs["float32"]())
    for peer, run in peers.items():
        if not np.allclose(np.asarray(run()), reference, atol=1e-3):
            raise PeerDiffers(peer=peer)
    times = yield from _in_turns({**runs, **peers})
    ratio = {peer: _ratio(times["float32"], times[peer]) for peer in peers}
    if "bfloat16" in times:
        ratio["onnxruntime_bfloat16"] = _ratio(times["bfloat16"], times["onnxruntime"])
    each = {which: round(float(np.median(spent)) * 1000 / BATCH, 3) for which, spent in times.items()}
    return Outcome(
        name="embed",
        device=device.description,
        figures={
            **{f"{which}_ms": each[which] for which in runs},
            "batch": BATCH,
            "threads": threads(),
            "rounds": ROUNDS,
        },
        peers={f"{which}_ms": each[which] for which in peers},
        ratio=ratio,
    )


def _in_turns(runs: Mapping[str, Run]) -> Generator[Progress, None, dict[str, Floats]]:
    """Seconds of every run in every round; each runs once unmeasured before, to have its own data at hand."""
    spent: dict[str, list[float]] = {which: [] for which in runs}
    for done in range(ROUNDS):
        yield Progress(done, ROUNDS, f"round {done + 1} of {ROUNDS}")
        for which, run in runs.items():
            run()
            start = time.perf_counter()
            run()
            spent[which].append(time.perf_counter() - start)
    return {which: np.array(seconds, dtype=np.float32) for which, seconds in spent.items()}


def _ratio(ours: Floats, theirs: Floats) -> float:
    return round(float(np.median(ours / theirs)), 3)


def _onnxruntime(network: bytes, pictures: Floats) -> Run:
    try:
        import onnxruntime
    except ImportError as error:
        raise PeerMissing(details=repr(error)) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads()
    options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    return lambda: session.run(None, {"data": pictures})[0]


def _opencv(network: bytes, pictures: Floats) -> Run:
    net: Any = cv2.dnn.readNetFromONNX(np.frombuffer(network, np.uint8))

    def run() -> object:
        cv2.setNumThreads(threads())
        try:
            net.setInput(pictures)
            return net.forward()
        finally:
            cv2.setNumThreads(1)

    return run


def as_onnx(tensors: Mapping[str, Floats], batch: int) -> bytes:
    """The network as float ONNX with a fixed batch: the original's nodes, its weights as plain initialisers.

    `tensors` are named as desktop.weights.onnx names them.
    """
    from onnx import TensorProto, helper, numpy_helper

    known = {key.removesuffix("_reshaped").removesuffix("_dequantized"): a for key, a in tensors.items()}
    stride = strides()
    constants: dict[str, Floats] = {
        "half": np.array([127.5], np.float32),
        "scale": np.array([1 / 128], np.float32),
    }
    nodes = [
        helper.make_node("Sub", ["data", "half"], ["less"]),
        helper.make_node("Mul", ["less", "scale"], ["x"]),
    ]

    def normalise(source: str, layer: str, epsilon: float) -> str:
        parts = [f"{layer}_{part}" for part in ("gamma", "beta", "moving_mean", "moving_var")]
        constants.update({part: known[part] for part in parts})
        nodes.append(helper.make_node("BatchNormalization", [source, *parts], [layer], epsilon=epsilon))
        return layer

    last = "x"
    for layer in LAYERS:
        weight = known[f"{layer}_conv2d_weight"]
        constants[f"{layer}_conv2d_weight"] = weight
        constants[f"{layer}_relu_gamma"] = known[f"{layer}_relu_gamma"].reshape(-1, 1, 1)
        edge, groups = weight.shape[2] // 2, weight.shape[0] if weight.shape[1] == 1 else 1
        nodes.append(
            helper.make_node(
                "Conv", [last, f"{layer}_conv2d_weight"], [f"{layer}_conv2d"],
                kernel_shape=weight.shape[2:], strides=[stride[layer]] * 2, pads=[edge] * 4, group=groups,
            )
        )  # fmt: skip
        last = normalise(f"{layer}_conv2d", f"{layer}_batchnorm", 1e-3)
        nodes.append(helper.make_node("PRelu", [last, f"{layer}_relu_gamma"], [f"{layer}_relu"]))
        last = f"{layer}_relu"
    nodes.append(helper.make_node("Flatten", [normalise(last, "bn1", 2e-5)], ["flat"]))
    constants.update({key: known[key] for key in ("pre_fc1_weight", "pre_fc1_bias")})
    nodes.append(helper.make_node("Gemm", ["flat", "pre_fc1_weight", "pre_fc1_bias"], ["pre"], transB=1))
    normalise("pre", "fc1", 2e-5)
    graph = helper.make_graph(
        nodes,
        "sface",
        [helper.make_tensor_value_info("data", TensorProto.FLOAT, [batch, 3, SIDE, SIDE])],
        [helper.make_tensor_value_info("fc1", TensorProto.FLOAT, [batch, DIMENSION])],
        [numpy_helper.from_array(np.ascontiguousarray(a), key) for key, a in constants.items()],
    )
    opset = [helper.make_opsetid("", 17)]
    return bytes(helper.make_model(graph, opset_imports=opset, ir_version=9).SerializeToString())
