"""`likeness doctor`, with one thing broken at a time."""

import json
import shutil
import sys
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from desktop.camera.errors import CameraLost, CameraUnavailable
from desktop.camera.source import Frame
from desktop.camera.webcam import Camera
from desktop.cli import run
from desktop.doctor import places
from desktop.doctor.check import Check
from desktop.doctor.examine import examine
from desktop.doctor.report import report
from desktop.paths import Home
from desktop.people.errors import KeyStoreRefused
from desktop.progress import finish
from desktop.settings import Settings, save

Capture = pytest.CaptureFixture[str]

NAMES = ["home", "disk", "keys", "weights", "device", "camera"]


class Camcorder:
    """A camera that gives one grey picture, or what `broken` says instead."""

    broken: Exception | None = None
    unopenable = False
    closed = 0

    def __init__(self, camera: Camera) -> None:
        if self.unopenable:
            raise CameraUnavailable(camera=camera.name)

    def frames(self) -> Iterator[Frame]:
        if self.broken is not None:
            raise self.broken
        yield Frame(np.zeros((8, 8, 3), np.uint8), 1, 0.0)

    def close(self) -> None:
        type(self).closed += 1


@pytest.fixture(autouse=True)
def a_camera(monkeypatch: pytest.MonkeyPatch) -> type[Camcorder]:
    """A machine with one camera, whatever this one has."""

    class Mine(Camcorder):
        pass

    monkeypatch.setattr("desktop.camera.webcam.cameras", lambda: (Camera("Front", 0, 0),))
    monkeypatch.setattr("desktop.camera.webcam.Webcam", Mine)
    return Mine


@pytest.fixture
def ready(home: Home, weights: Home) -> Home:
    """A home that lacks nothing; what is done to its weights is done to copies."""
    home.weights.mkdir()
    for name in ("yunet.onnx", "sface.safetensors"):
        shutil.copy(weights.weights / name, home.weights)
    return home


def looked(home: Home, settings: Settings | None = None) -> dict[str, Check]:
    return {one.name: one for one in finish(examine(home, settings or Settings(device="cpu")))}


def wrong(checks: dict[str, Check]) -> list[str]:
    for one in checks.values():
        assert one.what.endswith(".")
        assert bool(one.advice) != one.ok  # advice exactly where something is to be done
        assert not one.advice or one.advice.endswith(".")
    return [name for name, one in checks.items() if not one.ok]


def test_a_machine_that_lacks_nothing(ready: Home, capsys: Capture) -> None:
    assert run(["doctor", "--device", "cpu", "--json", "--home", str(ready.root)]) == 0
    checks = json.loads(capsys.readouterr().out)["checks"]
    assert [one["name"] for one in checks] == NAMES
    assert all(one["ok"] and one["what"] and one["advice"] == "" for one in checks)


def test_what_is_to_be_done_is_exit_code_1_and_words_for_a_person(
    ready: Home, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.camera.webcam.cameras", lambda: ())
    assert run(["doctor", "--device", "cpu", "--home", str(ready.root)]) == 1
    out, err = capsys.readouterr()
    assert out.count("fine") == 5
    assert out.count("TO DO") == 1
    assert "Plug one in" in out
    assert err == ""


def test_a_home_that_can_not_be_written_does_not_stop_the_others(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").write_text("")
    assert run(["doctor", "--device", "cpu", "--json", "--home", str(tmp_path / "file")]) == 1
    checks = {one["name"]: one for one in json.loads(capsys.readouterr().out)["checks"]}
    assert list(checks) == NAMES
    assert not checks["home"]["ok"]
    assert "LIKENESS_HOME" in checks["home"]["advice"]
    assert checks["disk"]["ok"]
    assert checks["device"]["ok"]
    assert (tmp_path / "file").read_text() == ""


def test_a_disk_that_is_almost_full_or_gone(ready: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    room = places.ROOM
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(2 * room, room + 1, room - 1))
    checks = looked(ready)
    assert wrong(checks) == ["disk"]
    assert "1.0 GB free" in checks["disk"].what

    def gone(_path: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("shutil.disk_usage", gone)
    assert wrong(looked(ready)) == ["disk"]


def test_the_disk_is_looked_at_before_the_home_is_there(tmp_path: Path) -> None:
    assert places.disk(Home(tmp_path / "not" / "yet")).ok
    assert not (tmp_path / "not").exists()


def test_weights_that_are_missing_are_named(home: Home) -> None:
    checks = looked(home)
    assert wrong(checks) == ["weights"]
    assert "yunet, sface" in checks["weights"].what
    assert "likeness models fetch" in checks["weights"].advice


@pytest.mark.parametrize("file", ["yunet.onnx", "sface.safetensors"])
def test_one_changed_byte_of_the_weights_is_found(ready: Home, file: str) -> None:
    stored = ready.weights / file
    data = bytearray(stored.read_bytes())
    data[-100] ^= 1
    stored.write_bytes(data)
    checks = looked(ready)
    assert wrong(checks) == ["weights"]
    assert Path(file).stem in checks["weights"].what


def test_a_model_that_is_no_longer_known(ready: Home) -> None:
    checks = looked(ready, Settings(device="cpu", use_embed="yesterday"))
    assert wrong(checks) == ["weights"]
    assert "“yesterday”" in checks["weights"].what


def test_a_catalogue_that_is_damaged(ready: Home, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from desktop.weights import catalogue

    (tmp_path / "catalogue.toml").write_text("[[wheel]", "utf-8")
    catalogue.catalogue.cache_clear()
    with monkeypatch.context() as patched:
        patched.setattr(catalogue, "resources", lambda: tmp_path)
        checks = looked(ready)
    catalogue.catalogue.cache_clear()
    assert wrong(checks) == ["weights"]
    assert checks["weights"].advice == "Install Likeness again."


def test_a_device_that_is_not_there_is_told_from_the_settings(ready: Home, capsys: Capture) -> None:
    import torch

    absent = "mps" if torch.cuda.is_available() else "cuda"
    save(Settings(device=absent), ready.settings)
    assert run(["doctor", "--json", "--home", str(ready.root)]) == 1
    checks = {one["name"]: one for one in json.loads(capsys.readouterr().out)["checks"]}
    assert [name for name, one in checks.items() if not one["ok"]] == ["device"]
    assert f"“{absent}”" in checks["device"]["what"]


def test_a_device_that_computes_wrongly_or_not_at_all(ready: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def dead(*_: object, **__: object) -> None:
        raise RuntimeError("CUDA error: no kernel image is available for execution on the device")

    monkeypatch.setattr("torch.equal", lambda *_: False)
    assert wrong(looked(ready)) == ["device"]
    monkeypatch.setattr("torch.arange", dead)
    assert "does not compute" in looked(ready)["device"].what


def test_a_torch_that_can_not_be_loaded(ready: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "desktop.weights.device", None)
    checks = looked(ready)
    assert wrong(checks) == ["device"]
    assert checks["device"].advice == "Install Likeness again."


def test_the_key_store_serves_refuses_or_is_absent(ready: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_account: str) -> None:
        raise KeyStoreRefused

    monkeypatch.delenv("LIKENESS_PASSPHRASE")
    stores = {
        "serves": SimpleNamespace(get=lambda _account: None),
        "refuses": SimpleNamespace(get=refuse),
        "absent": None,
    }
    found = {}
    for name, store in stores.items():
        monkeypatch.setattr("desktop.doctor.keys.key_store", lambda store=store: store)
        found[name] = looked(ready)
    assert wrong(found["serves"]) == []
    assert wrong(found["refuses"]) == ["keys"]
    assert "Unlock it" in found["refuses"]["keys"].advice
    assert wrong(found["absent"]) == ["keys"]
    assert "LIKENESS_PASSPHRASE" in found["absent"]["keys"].advice


def test_a_passphrase_that_is_set_needs_no_key_store(ready: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.doctor.keys.key_store", lambda: None)
    assert looked(ready)["keys"].ok


@pytest.mark.parametrize("fault", ["unopenable", "lost"])
def test_a_camera_without_a_picture_is_named_and_given_back(
    ready: Home, a_camera: type[Camcorder], fault: str
) -> None:
    if fault == "unopenable":
        a_camera.unopenable = True
    else:
        a_camera.broken = CameraLost(camera="Front")
    checks = looked(ready)
    assert wrong(checks) == ["camera"]
    assert "Front" in checks["camera"].what
    assert a_camera.closed == (0 if fault == "unopenable" else 1)


def test_the_camera_that_the_window_shows_is_not_opened_a_second_time(
    ready: Home, a_camera: type[Camcorder]
) -> None:
    a_camera.unopenable = True  # as a camera is that somebody else has
    [*_, camera] = finish(examine(ready, Settings(device="cpu"), "Front"))
    assert camera.ok
    assert "Front" in camera.what


def test_a_report_to_pass_on_says_no_path_and_no_camera(ready: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.camera.webcam.cameras", lambda: (Camera("Ada's phone", 0, 0),))
    text = report(finish(examine(ready, Settings(device="cpu"))))
    assert text.startswith("Likeness ")
    for name in NAMES:
        assert f"\n{name}: fine." in text
    assert str(ready.root) not in text
    assert "Ada" not in text
    text = report(finish(examine(ready, Settings(device="cpu", use_embed="Ada's network"))))
    assert "weights: to do." in text
    assert "Ada" not in text


def test_one_working_camera_is_enough(
    ready: Home, a_camera: type[Camcorder], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Rear(a_camera):  # type: ignore[misc, valid-type]
        def __init__(self, camera: Camera) -> None:
            self.unopenable = camera.name == "Front"
            super().__init__(camera)

    monkeypatch.setattr("desktop.camera.webcam.Webcam", Rear)
    monkeypatch.setattr(
        "desktop.camera.webcam.cameras", lambda: (Camera("Front", 0, 0), Camera("Rear", 1, 0))
    )
    checks = looked(ready)
    assert wrong(checks) == []
    assert "Rear" in checks["camera"].what
    assert "Front" not in checks["camera"].what
    assert Rear.closed == 1
