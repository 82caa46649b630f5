"""Memory is estimated before it is taken, and a picture too large for it is computed in tiles."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from desktop.style import memory
from desktop.style.errors import TooLittleMemory
from desktop.style.recipe import Recipe
from desktop.weights.device import Device

CPU = Device("cpu", torch.bfloat16, "CPU")
RECIPE = Recipe()
GB = 1_000_000_000


def estimate(width: int, height: int, tile: int | None = None, **given: object) -> int:
    choices = {"recipe": RECIPE, "dtype": torch.bfloat16, **given}
    return memory.estimate(width, height, tile=tile, **choices)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("width", "height", "tile", "dtype", "measured_mb"),
    [
        (512, 384, None, torch.bfloat16, 433),
        (1024, 768, None, torch.bfloat16, 928),
        (1024, 768, None, torch.float32, 1543),
        (1024, 768, 256, torch.bfloat16, 471),
        (1600, 1200, None, torch.bfloat16, 2261),
        (2048, 1536, None, torch.bfloat16, 3104),
        (2048, 1536, 768, torch.bfloat16, 1341),
        (3072, 2304, 1024, torch.bfloat16, 2165),
    ],
)
def test_estimates_are_those_measured_or_a_little_more(
    width: int, height: int, tile: int | None, dtype: torch.dtype, measured_mb: float
) -> None:
    found = estimate(width, height, tile, dtype=dtype) / memory.MB
    assert measured_mb <= found <= 1.3 * measured_mb


def test_more_of_everything_needs_more() -> None:
    base = estimate(1000, 800)
    assert estimate(1000, 900) > base
    assert estimate(1000, 800, dtype=torch.float32) > base
    assert estimate(1000, 800, vectors=10) > base
    assert estimate(1000, 800, 256) < base
    shallow = Recipe(style_layers=(("conv1_1", 1.0),), content_layer="conv2_1")
    assert estimate(1000, 800, recipe=shallow) < base


def test_in_tiles_only_the_pictures_themselves_grow() -> None:
    # 12 bytes a pixel each, and the content's features, 16.
    growth = estimate(4096, 4096, 512) - estimate(2048, 4096, 512)
    assert growth == pytest.approx((12 * memory.OWN + 16) * 2048 * 4096, rel=0.05)


def free_is(monkeypatch: pytest.MonkeyPatch, amount: int) -> None:
    monkeypatch.setattr(memory, "free", lambda device="cpu": amount)


def test_whole_where_it_fits_and_the_largest_tiles_where_not(monkeypatch: pytest.MonkeyPatch) -> None:
    free_is(monkeypatch, 24 * GB)
    assert memory.plan_tile(1024, 768, RECIPE, CPU, 14) is None
    large = memory.plan_tile(6000, 4500, RECIPE, CPU, 14)
    free_is(monkeypatch, 8 * GB)
    small = memory.plan_tile(6000, 4500, RECIPE, CPU, 4)
    assert large is not None
    assert small is not None
    assert small < large
    assert memory.plan_tile(1024, 768, RECIPE, CPU, 14) is None


def test_after_memory_ran_out_smaller_tiles_are_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    free_is(monkeypatch, 24 * GB)
    assert memory.plan_tile(1024, 768, RECIPE, CPU, 14, largest=512) == 512
    assert memory.plan_tile(1024, 768, RECIPE, CPU, 14, largest=1024) == 768
    with pytest.raises(TooLittleMemory):
        memory.plan_tile(1024, 768, RECIPE, CPU, 14, largest=128)


def test_what_can_t_fit_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    free_is(monkeypatch, 2 * GB)
    with pytest.raises(TooLittleMemory, match=r"16384 x 12288 pixels need about .* GB .* 2.0 GB are free"):
        memory.plan_tile(16384, 12288, RECIPE, CPU, 14)


def test_this_machine_has_memory() -> None:
    assert memory.free() > 50_000_000
    before = memory.peak_mb()
    held = torch.ones(30_000_000)
    assert memory.peak_mb() >= before > 10
    assert len(held)


@pytest.mark.parametrize("old", [False, True])
def test_a_container_s_limit_counts(tmp_path: Path, old: bool) -> None:
    proc, root = tmp_path / "cgroup", tmp_path / "fs"
    proc.write_text("9:cpu:/\n4:memory:/box/inner\n" if old else "0::/box/inner\n")
    top = root / "memory" if old else root
    limit, used = (
        ("memory.limit_in_bytes", "memory.usage_in_bytes") if old else ("memory.max", "memory.current")
    )
    for folder, most in ((top / "box" / "inner", "max"), (top / "box", "1000")):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / limit).write_text(most)
        (folder / used).write_text("700")
        (folder / "memory.stat").write_text("anon 400\ninactive_file 300\n")
    assert list(memory._group_limits(proc, root)) == [600]
    assert not list(memory._group_limits(tmp_path / "none", root))
