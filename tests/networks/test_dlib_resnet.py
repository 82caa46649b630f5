"""dlib's ResNet in torch equals dlib itself, on the same chips."""

from __future__ import annotations

import dlib
import numpy as np
import pytest
import torch

from desktop.networks.dlib_resnet import DIMENSION, SIDE, DlibResNet
from desktop.weights.dlib import tensors
from tests.weights.dlib_file import made_arrays
from tests.weights_fixture import original


def chips(count: int) -> np.ndarray:
    """Smooth and noisy made-up chips, (n, 150, 150, 3) uint8."""
    chance = np.random.default_rng(count)
    coarse = torch.from_numpy(chance.uniform(0, 255, (count, 3, 11, 11)).astype(np.float32))
    smooth = torch.nn.functional.interpolate(coarse, (SIDE, SIDE), mode="bicubic").numpy()
    noisy = np.clip(smooth + chance.normal(0, 10, smooth.shape), 0, 255).round().astype(np.uint8)
    return np.ascontiguousarray(noisy.transpose(0, 2, 3, 1))


def run(network: DlibResNet, pictures: np.ndarray) -> np.ndarray:
    with torch.inference_mode():
        return network(torch.from_numpy(pictures).permute(0, 3, 1, 2)).float().numpy()


@pytest.fixture(scope="module")
def network() -> DlibResNet:
    return DlibResNet(tensors(original("dlib-resnet").read_bytes()))


def test_it_equals_dlib(network: DlibResNet) -> None:
    theirs = dlib.face_recognition_model_v1(str(original("dlib-resnet")))
    some = chips(3)
    wanted = np.array([theirs.compute_face_descriptor(chip) for chip in some])
    found = run(network, some)
    assert found.shape == (3, DIMENSION)
    assert np.abs(found - wanted).max() < 1e-5
    assert np.linalg.norm(wanted, axis=1).min() > 0.5  # not equal for being zero


def test_bfloat16_points_the_same_way(network: DlibResNet) -> None:
    some = chips(4)
    wanted = run(network, some)
    found = run(DlibResNet(tensors(original("dlib-resnet").read_bytes())).to(torch.bfloat16), some)
    cosine = (wanted * found).sum(1) / np.linalg.norm(wanted, axis=1) / np.linalg.norm(found, axis=1)
    assert cosine.min() > 0.999


def test_the_pictures_become_as_small_as_in_dlib(network: DlibResNet) -> None:
    sizes = []
    handles = [
        block.register_forward_hook(lambda _module, _given, found: sizes.append(tuple(found.shape[1:])))
        for block in network.blocks
    ]
    run(network, chips(1))
    for handle in handles:
        handle.remove()
    # 3x3 with stride 2 makes 3 of 8 and averaging 4: the sum has 4, and zeros where one of both has none.
    wanted = [(32, 35, 35)] * 3 + [(64, 17, 17)] * 4 + [(128, 8, 8)] * 3 + [(256, 4, 4)] * 3 + [(256, 2, 2)]
    assert sizes == wanted


def test_weights_of_another_network() -> None:
    arrays = made_arrays(2)
    with pytest.raises(KeyError):
        DlibResNet({key: array for key, array in arrays.items() if key != "affine_9.beta"})
    for key in ("mean", "conv_4.weight", "conv_4.bias", "affine_7.gamma", "head.weight"):
        with pytest.raises(ValueError, match=r"where|has no|broadcast"):
            DlibResNet({**arrays, key: arrays[key][1:]})
