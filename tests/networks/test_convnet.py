"""One network in one, two and three dimensions: shapes by hand, fields measured, the same sums."""

from __future__ import annotations

import pytest
import torch

from desktop.networks.chain import of_convnet
from desktop.networks.convnet import ConvNet, Embedding
from desktop.networks.field import Field, span


@pytest.mark.parametrize("dims", [1, 2, 3])
def test_14_with_sixteen_filters_of_5_gives_10_and_with_thirty_two_more_6(dims: int) -> None:
    net = ConvNet(dims)
    values = torch.rand(2, 1, *(14,) * dims)
    found = net.features(values)
    assert torch.equal(net(values), found["conv2"])
    assert {name: tuple(values.shape) for name, values in found.items()} == {
        "conv1": (2, 16, *(10,) * dims),
        "conv2": (2, 32, *(6,) * dims),
    }
    assert all(float(values.detach().min()) >= 0 for values in found.values())
    parameters = sum(values.numel() for values in net.parameters())
    assert parameters == 16 * 5**dims + 16 + 32 * 16 * 5**dims + 32
    chain = of_convnet(net, lambda values: values)
    for axis in range(dims):
        assert chain.field("conv1", axis) == Field(5, 1, 2.0)
        assert chain.field("conv2", axis) == Field(9, 1, 4.0)


@pytest.mark.parametrize("dims", [1, 2, 3])
def test_a_unit_sees_its_field_and_nothing_else(dims: int) -> None:
    net = ConvNet(dims, (1, 3, 4), 3, stride=2, seed=1)
    for weights in net.parameters():
        weights.data.abs_()  # so that no ReLU shuts
    values = torch.rand(1, 1, *(15,) * dims, requires_grad=True)
    middle = (0, slice(None), *(1,) * dims)
    net.features(values)["conv2"][middle].sum().backward()
    assert values.grad is not None
    seen = values.grad[0, 0].nonzero()
    first, end = span(of_convnet(net, lambda values: values).field("conv2"), 1)
    assert (seen.min(), seen.max() + 1) == (first, end)


def test_a_picture_that_is_the_same_in_time_gives_the_same_as_its_series() -> None:
    # A 2-D network whose kernels are a 1-D network's, repeated over the other axis and divided by its length.
    line, plane = ConvNet(1, seed=2), ConvNet(2, seed=3)
    with torch.no_grad():
        for name in line.layers:
            flat, wide = line.get_submodule(name), plane.get_submodule(name)
            wide.weight.copy_(flat.weight[:, :, None].expand_as(wide.weight) / 5)
            wide.bias.copy_(flat.bias)
    series = torch.rand(1, 1, 14)
    repeated = plane(series[:, :, None].expand(1, 1, 14, 14))
    torch.testing.assert_close(repeated[:, :, 3], line(series))


def test_a_seed_means_the_same_weights_and_leaves_chance_alone() -> None:
    state = torch.get_rng_state()
    one, same, other = ConvNet(3, seed=5), ConvNet(3, seed=5), ConvNet(3, seed=6)
    assert torch.equal(torch.get_rng_state(), state)
    assert torch.equal(one.get_submodule("conv1").weight, same.get_submodule("conv1").weight)
    assert not torch.equal(one.get_submodule("conv1").weight, other.get_submodule("conv1").weight)


@pytest.mark.parametrize(("dims", "channels"), [(0, (1, 2)), (4, (1, 2)), (2, (1,))])
def test_what_is_no_network_is_refused(dims: int, channels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="no network"):
        ConvNet(dims, channels)
    with pytest.raises(KeyError, match="conv9"):
        of_convnet(ConvNet(1), lambda values: values).field("conv9")


@pytest.mark.parametrize("dims", [1, 2, 3])
def test_an_embedding_is_a_point_on_the_unit_sphere(dims: int) -> None:
    shape = (1, *(12,) * dims)
    made = Embedding(ConvNet(dims, (1, 4, 8)), shape, 6)
    found = made(torch.rand(3, 12**dims))
    assert found.shape == (3, 6)
    torch.testing.assert_close(found.norm(dim=1), torch.ones(3))
