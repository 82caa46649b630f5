"""A package registry in a folder: tiny wheels and a catalogue that names them, for the real pip."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import subprocess
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from desktop.paths import Home
from desktop.weights import catalogue


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def wheel_bytes(project: str, version: str, members: Mapping[str, bytes]) -> bytes:
    """A wheel that pip accepts."""
    info = f"{project}-{version}.dist-info"
    files = {
        **members,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {project}\nVersion: {version}\n".encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}\n"
        for name, data in files.items()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        archive.writestr(f"{info}/RECORD", record)
    return out.getvalue()


def tiny_network() -> bytes:
    """An ONNX file with one quantised weight: codes 1..4 of scale 0.5."""
    codes = helper.make_tensor("codes", TensorProto.INT8, [2, 2], [1, 2, 3, 4])
    scale = helper.make_tensor("scale", TensorProto.FLOAT, [], [0.5])
    zero = helper.make_tensor("zero", TensorProto.INT8, [], [0])
    graph = helper.make_graph(
        [
            helper.make_node("DequantizeLinear", ["codes", "scale", "zero"], ["weight"]),
            helper.make_node("MatMul", ["x", "weight"], ["y"]),
        ],
        "tiny",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 2])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 2])],
        [codes, scale, zero],
    )
    model: onnx.ModelProto = helper.make_model(graph)
    return bytes(model.SerializeToString())


def tiny_vgg() -> bytes:
    """A state dict with the keys of the real file, two channels everywhere."""
    import torch

    state = {}
    for block, length in enumerate((2, 2, 4, 4, 4), start=1):
        for place in range(1, length + 1):
            prefix = f"block{block}_conv{place}"
            state[f"{prefix}_W_q"] = torch.full((2, 2, 3, 3), block * 10 + place, dtype=torch.uint8)
            state[f"{prefix}_W_table"] = torch.arange(256, dtype=torch.float32)
            state[f"{prefix}_b"] = torch.zeros(2)
    out = io.BytesIO()
    torch.save(state, out)
    return out.getvalue()


@dataclass
class Shelf:
    """The registry's folder, the catalogue, a home, and the pip processes that were started."""

    folder: Path
    resources: Path
    home: Home
    members: dict[str, bytes]
    runs: list[subprocess.Popen[bytes]] = field(default_factory=list)
    wheel_digests: dict[str, str] = field(default_factory=dict)
    member_digests: dict[str, str] = field(default_factory=dict)
    joins: str = ""
    """More lines for the catalogue: what it joins."""

    def publish(self) -> None:
        """Put the wheels into the registry and write the catalogue that names them."""
        text = ""
        contents = {
            "tiny_faces": (
                "1.0",
                {"finder": ("detect", "none", "live"), "knower": ("embed", "onnx", "live")},
            ),
            "tiny_style": ("2.0", {"painter": ("style", "vgg19", "style")}),
            "tiny_more": ("3.0", {"extra": ("embed", "none", "optional")}),
            "tiny_tests": ("4.0", {"check": ("test", "none", "test")}),
        }
        for project, (version, entries) in contents.items():
            inside = {self.member(name): self.members[name] for name in entries}
            data = wheel_bytes(project, version, {k: v for k, v in inside.items() if v})
            self.wheel(project, version).write_bytes(data)
            digest = self.wheel_digests.get(project, sha256(data))
            text += f'[[wheel]]\nsource = "{project.replace("_", "-")}=={version}"\nbytes = {len(data)}\n'
            text += f'sha256 = "{digest}"\n' if digest else ""
            for name, (task, convert, needed) in entries.items():
                text += (
                    f'[[wheel.member]]\nname = "{name}"\ntitle = "{name}"\ntask = "{task}"\n'
                    'licence = "CC0-1.0"\n'
                    f'member = "{self.member(name)}"\nbytes = {len(self.members[name]) or 1}\n'
                    f'sha256 = "{self.member_digests.get(name, sha256(self.members[name]))}"\n'
                    f'convert = "{convert}"\nneeded = "{needed}"\n'
                )
        (self.resources / "catalogue.toml").write_text(self.joins + text, "utf-8")
        catalogue.catalogue.cache_clear()
        catalogue.joined.cache_clear()

    def wheel(self, project: str = "tiny_faces", version: str = "1.0") -> Path:
        return self.folder / f"{project}-{version}-py3-none-any.whl"

    @staticmethod
    def member(name: str) -> str:
        return f"models/{name}.bin"

    def stored(self) -> set[str]:
        """Everything in the weights folder except the lock."""
        if not self.home.weights.exists():
            return set()
        found = (
            path.relative_to(self.home.weights) for path in self.home.weights.rglob("*") if path.is_file()
        )
        return {path.as_posix() for path in found} - {".lock"}


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """A registry with four wheels, published; pip sees nothing else."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    folder, resources = tmp_path / "registry", tmp_path / "resources"
    folder.mkdir()
    resources.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setattr(catalogue, "resources", lambda: resources)
    noise = np.random.default_rng(0).bytes(50_000)
    members = {
        "finder": noise[:20_000],
        "knower": tiny_network(),
        "painter": tiny_vgg(),
        "extra": noise[20_000:30_000],
        "check": noise[30_000:],
    }
    made = Shelf(folder, resources, Home(tmp_path / "home"), members)

    class Recorded(subprocess.Popen[bytes]):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            made.runs.append(self)

    monkeypatch.setattr("subprocess.Popen", Recorded)
    made.publish()
    yield made
    catalogue.catalogue.cache_clear()
    catalogue.joined.cache_clear()
