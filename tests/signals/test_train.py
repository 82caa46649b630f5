"""Training on recordings and volumes: it learns, keeps files aside, goes on, and is kept whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save

from desktop.errors import FileMissing
from desktop.learn.checkpoint import FileCheckpoints
from desktop.learn.recipe import Step
from desktop.paths import Home
from desktop.progress import finish
from desktop.signals import net_file, nets
from desktop.signals.classes import Examples, examples
from desktop.signals.errors import NetDamaged, NetNewer
from desktop.signals.kinds import KINDS, SERIES, SOUND, Kind
from desktop.signals.net_file import Net, embedding_of
from desktop.signals.train import USUAL, Taught, split, train, windows
from tests.signals import made_classes

SHORT = replace(USUAL, epochs=25, views=6)


@pytest.fixture(scope="module")
def beats(tmp_path_factory: pytest.TempPathFactory) -> Examples:
    folder = made_classes.series(tmp_path_factory.mktemp("made") / "Beats", classes=3, each=4)
    return finish(examples(folder))


@pytest.fixture(scope="module")
def taught(beats: Examples) -> Taught:
    return finish(train(beats, replace(SHORT, epochs=40), origin="here"))


def test_it_learns_to_tell_beats_apart(taught: Taught) -> None:
    assert taught.collapse is None
    assert taught.after is not None
    assert (taught.classes, taught.learnt, taught.before.of_files) == (3, 9, 3)
    assert taught.after.of_windows == 3 * SHORT.views
    assert taught.after.files > taught.before.files
    assert taught.after.windows > taught.before.windows
    assert taught.epochs[-1].loss < taught.epochs[0].loss


@pytest.mark.parametrize("what", [made_classes.sounds, made_classes.volumes, made_classes.clips])
def test_the_same_training_serves_sounds_volumes_and_clips(tmp_path: Path, what: object) -> None:
    assert callable(what)
    given = finish(examples(what(tmp_path / "given")))
    steps = []
    job = train(given, replace(SHORT, epochs=6))
    try:
        while True:
            steps.append(next(job))
    except StopIteration as end:
        found: Taught = end.value
    assert found.after is not None
    assert found.after.accuracy == 1
    told = [step for step in steps if isinstance(step, Step)]
    assert told[-1].epoch == 6
    assert told[-1].done == told[-1].total


def test_files_are_kept_aside_never_windows() -> None:
    classes = ["a"] * 8 + ["b"] * 2 + ["c"]
    learnt, aside = split(classes)
    assert sorted([*learnt, *aside]) == list(range(11))
    kept = [classes[row] for row in aside]
    assert (kept.count("a"), kept.count("b"), kept.count("c")) == (2, 1, 0)
    assert not np.array_equal(split(classes, seed=1)[1], aside)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_windows_are_spread_over_the_file_the_middle_one_first(kind: Kind) -> None:
    shape = (kind.channels[0], *(3 * side for side in kind.window))
    values = np.zeros(shape, np.float32)
    values[:] = np.arange(shape[1]).reshape(-1, *[1] * (kind.dims - 1))
    starts = windows(values, kind, 8).amin(1).numpy()
    assert starts[0] == kind.window[0]
    assert starts.min() == 0
    assert starts.max() >= 1.5 * kind.window[0]
    assert len(set(starts.tolist())) == 8
    small = np.ones((kind.channels[0], *kind.window), np.float32)
    assert windows(small, kind, 3).shape == (3, small.size)


def test_training_that_was_cut_off_ends_where_the_other_does(beats: Examples, tmp_path: Path) -> None:
    store = FileCheckpoints(tmp_path / "training")
    whole = finish(train(beats, replace(SHORT, epochs=4)))
    job = train(beats, replace(SHORT, epochs=4), store=store)
    for step in job:
        if isinstance(step, Step) and step.epoch == 3:
            break
    job.close()
    assert list((tmp_path / "training").iterdir())
    again = finish(train(beats, replace(SHORT, epochs=4), store=store))
    assert whole.net is not None
    assert again.net is not None
    for name, one in again.net.tensors.items():  # several threads add up in an order of their own
        torch.testing.assert_close(one, whole.net.tensors[name], rtol=0, atol=1e-4)
    assert not list((tmp_path / "training").iterdir())


def test_a_breakdown_leaves_no_network(beats: Examples) -> None:
    found = finish(train(beats, replace(SHORT, rate=1.0, margin=4.0, mining="hard", epochs=60)))
    assert found.collapse is not None
    assert (found.net, found.after) == (None, None)


def test_a_network_is_kept_and_read_again(taught: Taught, tmp_path: Path) -> None:
    assert taught.net is not None
    net_file.write(taught.net, tmp_path / "net")
    found = net_file.read(tmp_path / "net")
    assert (found.title, found.kind) == ("Beats", SERIES)
    assert found.words["origin"] == "here"
    given = torch.randn(2, 128)
    with torch.no_grad():
        assert torch.equal(found.embedding()(given), taught.net.embedding()(given))


def test_damaged_and_foreign_files_are_one_sentence(taught: Taught, tmp_path: Path) -> None:
    assert taught.net is not None
    file = tmp_path / "net.safetensors"
    net_file.write(taught.net, file)
    whole = file.read_bytes()
    flipped = bytearray(whole)
    flipped[-1] ^= 1
    for data in (
        b"",
        b"text",
        whole[:-5],
        whole[: len(whole) // 2],
        bytes(flipped),
        save({"a": torch.ones(1)}),
    ):
        file.write_bytes(data)
        with pytest.raises(NetDamaged, match=r"net\.safetensors"):
            net_file.read(file)
    file.write_bytes(whole.replace(b'\\"format\\": 1', b'\\"format\\": 9'))
    with pytest.raises(NetNewer):
        net_file.read(file)
    file.write_bytes(whole.replace(b'\\"title\\": \\"Beats', b'\\"title\\": \\"Seats'))
    with pytest.raises(NetDamaged):
        net_file.read(file)
    swapped = Net("x", SOUND, taught.net.tensors, 0.0, 1.0)
    net_file.write(swapped, file)
    with pytest.raises(NetDamaged):
        net_file.read(file)
    with pytest.raises(FileMissing):
        net_file.read(tmp_path / "nowhere")
    with pytest.raises(NetDamaged):
        net_file.read(tmp_path)


def test_a_folder_keeps_its_network_and_another_of_its_name_gets_a_number(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    one, other = tmp_path / "a" / "My_voices", tmp_path / "b" / "My_voices"
    for folder in (one, other):
        file = nets.place_for(home, folder)
        words = {"origin": nets.origin(folder)}
        net_file.write(Net(file.stem, SOUND, dict(embedding_of(SOUND).state_dict()), 0.0, 1.0, words), file)
    assert nets.names(home) == ("My_voices", "My_voices 2")
    assert nets.place_for(home, one).stem == "My_voices"
    assert nets.place_for(home, other).stem == "My_voices 2"
    assert nets.file_of(home, "own:My_voices 2") == home.nets / "My_voices 2.safetensors"
    assert nets.file_of(home, "own:../secret") is None
    (home.nets / "My_voices.safetensors").write_bytes(b"damaged")
    assert nets.place_for(home, one).stem == "My_voices 3"  # whatever it is, it stays
