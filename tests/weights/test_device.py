"""How many threads networks get, and that the device says so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from desktop.weights import device


@pytest.fixture(autouse=True)
def as_in_a_new_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    before = torch.get_num_threads()
    monkeypatch.setattr(device, "_threads_set", False)
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_device_chosen_while_more_threads_are_in_use_leaves_them_alone(count: int) -> None:
    with device.using_threads(count):
        chosen = device.choose("cpu")
        assert torch.get_num_threads() == count
        assert f"CPU, {count} thread" in chosen.description
    assert torch.get_num_threads() == device.threads()


def test_beside_a_window_one_core_stays_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "cores", lambda: 4)
    assert "CPU, 3 threads" in device.choose("cpu").description
    assert torch.get_num_threads() == 3
