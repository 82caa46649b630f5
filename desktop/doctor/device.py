"""The device that networks run on, tried with a small product."""

from __future__ import annotations

from desktop.doctor.check import INSTALL_AGAIN, Check


def device(wanted: str) -> Check:
    """Whether the device asked for is there and computes rightly. Imports torch."""
    try:
        from desktop.weights.device import DeviceMissing, choose
    except (ImportError, OSError):  # a library of torch's that can't be loaded is an OSError
        return Check("device", False, "torch, which computes the networks, can't be loaded.", INSTALL_AGAIN)
    try:
        chosen = choose(wanted)
    except DeviceMissing as error:
        return Check(
            "device",
            False,
            "This machine has no “{device}” device that torch can use.",
            "Choose auto or cpu, with --device or in the settings.",
            error.fields,
        )
    fields = {"device": chosen.description}
    try:
        right = _computes(chosen.name)
    except RuntimeError:  # what torch raises of drivers, of memory and of devices that are gone
        right = False
    if not right:
        return Check(
            "device",
            False,
            "{device}: it does not compute.",
            "Bring its driver up to date, or choose the processor with --device cpu.",
            fields,
        )
    return Check("device", True, "{device}.", fields=fields)


def _computes(name: str) -> bool:
    import torch

    numbers = torch.arange(16.0, device=name).reshape(4, 4)
    return bool(torch.equal((numbers @ numbers).cpu(), numbers.cpu() @ numbers.cpu()))
