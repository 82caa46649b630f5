"""Series from CSV files: which column, which marks, and one sentence for what is none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import FileMissing, LikenessError
from desktop.signals import series
from desktop.signals.errors import FlatSeries, SeriesTooLong, SeriesTooShort, UnreadableSeries

VALUES = np.sin(np.arange(200) / 7) * 3 + 5


def write(folder: Path, lines: list[str], encoding: str = "utf-8") -> Path:
    file = folder / "one.csv"
    file.write_text("\n".join(lines), encoding=encoding)
    return file


def expected() -> np.ndarray:
    return (VALUES - VALUES.mean()) / VALUES.std()


@pytest.mark.parametrize(
    "lines",
    [
        [f"{value!r}" for value in VALUES.tolist()],
        ["ecg", *(f"{value!r}" for value in VALUES.tolist())],
        ["time,ecg", *(f"{at},{value!r}" for at, value in enumerate(VALUES.tolist()))],
        ["who;ecg", *(f"ann;{str(value).replace('.', ',')}" for value in VALUES.tolist())],
        ["ecg\tother", *(f"{value!r}\t{at % 3}" for at, value in enumerate(VALUES.tolist()))],
        ['"ecg"', "", *(f'"{value!r}"' for value in VALUES.tolist()), ""],
    ],
)
def test_the_column_of_numbers_is_found(tmp_path: Path, lines: list[str]) -> None:
    for encoding in ("utf-8", "utf-8-sig"):
        found = series.read(write(tmp_path, lines, encoding))
        assert found.dtype == np.float32
        np.testing.assert_allclose(found, expected()[None], atol=1e-5)


def test_a_clock_alone_is_a_series(tmp_path: Path) -> None:
    found = series.read(write(tmp_path, [str(at) for at in range(200)]))
    assert (np.diff(found) > 0).all()


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ([], UnreadableSeries),
        (["a,b", "c,d"], UnreadableSeries),
        (["1"] * 100 + ["x"] + ["2"] * 100, UnreadableSeries),
        (["1", "nan"] * 100, UnreadableSeries),
        (["1", "2"] * 20, SeriesTooShort),
        (["7.5"] * 200, FlatSeries),
        (["\x00" * 10], UnreadableSeries),
    ],
)
def test_what_is_no_series_is_one_sentence(
    tmp_path: Path, lines: list[str], error: type[LikenessError]
) -> None:
    with pytest.raises(error, match=r"one\.csv"):
        series.read(write(tmp_path, lines))


def test_limits_and_missing_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, [f"{value!r}" for value in VALUES.tolist()])
    monkeypatch.setattr(series, "LONGEST", 150)
    with pytest.raises(SeriesTooLong):
        series.read(file)
    with pytest.raises(FileMissing):
        series.read(tmp_path / "nowhere.csv")
    with pytest.raises(UnreadableSeries):
        series.read(tmp_path)
    monkeypatch.setattr(series, "_BYTES", 100)
    with pytest.raises(SeriesTooLong):
        series.read(file)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_series_or_an_expected_failure(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    file = tmp_path_factory.mktemp("bytes") / "any.csv"
    file.write_bytes(data)
    try:
        found = series.read(file)
    except LikenessError:
        return
    assert found.shape[1] >= 128
    assert np.isfinite(found).all()
