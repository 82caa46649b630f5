"""The networks that can be explored, loaded by name."""

from __future__ import annotations

from pathlib import Path

import torch

from desktop.explore.errors import UnknownNetwork
from desktop.explore.explorable import Explorable, layers_of
from desktop.explore.found import NEEDED
from desktop.explore.own import OwnExplorable
from desktop.networks.chain import of_sface, of_vgg
from desktop.networks.sface import SFace
from desktop.networks.vgg19 import VGG19
from desktop.paths import Home
from desktop.settings import Settings
from desktop.signals import net_file, nets
from desktop.weights import store
from desktop.weights.device import Device
from desktop.weights.errors import WeightsDamaged


def load(
    home: Home, network: str, device: Device, *, dtype: torch.dtype = torch.float32, longest: int = 0
) -> Explorable:
    """Load a network. In float32 its values are the network's own; `device.fast` is for a camera.

    Beside those of NEEDED, one that the user trained, by its name or file. Raises UnknownNetwork,
    WeightsMissing or WeightsDamaged, and of the user's own NetDamaged or NetNewer.
    """
    if network not in NEEDED:
        return own(home, network, device)
    store.require(home, NEEDED[network])
    tensors = store.tensors(home, network)
    detector = None
    try:
        if network == "vgg19":
            chain = of_vgg(VGG19(tensors).to(device.torch, dtype))
        else:
            from desktop.faces.load import load_detector

            chain = of_sface(SFace(tensors)).to(device.torch, dtype)
            detector = load_detector(home, Settings())
    except (KeyError, ValueError) as error:
        raise WeightsDamaged(name=network, details=repr(error)) from error
    return Explorable(network, chain, layers_of(chain), device.torch, detector, longest)


def own(home: Home, network: str, device: Device) -> OwnExplorable:
    """A network that the user trained. Raises UnknownNetwork, NetDamaged or NetNewer."""
    file = own_file(home, network)
    if file is None:
        known = ", ".join((*NEEDED, *nets.names(home)))
        raise UnknownNetwork(name=network, known=known)
    return OwnExplorable.of(net_file.read(file), f"{nets.PREFIX}{file.stem}", device.torch)


def own_file(home: Home, network: str) -> Path | None:
    """Where a network of the user's is: a kept one by its name, or a file; None where there is neither."""
    kept = nets.file_of(home, network)
    if kept is None and Path(network).is_file():
        return Path(network)
    return kept
