"""The command that builds, as far as it goes without building."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer import build, icon, strip


def test_a_torch_with_cuda_is_refused_where_none_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("torch.version.cuda", "12.8")
    assert build.main(["--build", str(tmp_path / "build"), "--out", str(tmp_path / "dist")]) == 2
    assert "--gpu" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_a_gpu_program_needs_a_torch_with_cuda(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("torch.version.cuda", None)
    monkeypatch.setattr("torch.version.hip", None)
    monkeypatch.setattr("sys.platform", "linux")
    assert build.main(["--gpu", "--build", str(tmp_path), "--out", str(tmp_path / "dist")]) == 2
    assert "leave out --gpu" in capsys.readouterr().out


def test_the_icon_has_the_mark_in_its_middle_and_clear_corners(tmp_path: Path, qapp: object) -> None:
    from desktop.pictures import read_picture

    icon.draw(tmp_path / "icon.png", 64)
    picture = read_picture(tmp_path / "icon.png")
    assert picture.shape[:2] == (64, 64)
    middle = picture[16:48, 16:48].reshape(-1, 3).astype(int)
    blue = middle[:, 2] - middle[:, 0] > 60
    assert 0.02 < blue.mean() < 0.4


def test_stripping_keeps_what_no_tool_understands(tmp_path: Path) -> None:
    library = tmp_path / "_internal" / "torch" / "lib" / "libtorch.so"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"no library")
    assert strip.strip(tmp_path) == 0
    assert library.read_bytes() == b"no library"
