"""Networks of the user's own: trained on a folder of classes, on the studio lane, and kept."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from desktop.explore.found import Problem
from desktop.paths import Home
from desktop.signals import nets
from desktop.work.explore_messages import Learning, Learnt


def kept(home: Home) -> Generator[None, None, tuple[str, ...]]:
    """The networks that can be opened again, by the names they are explored under."""
    yield None
    return tuple(f"{nets.PREFIX}{name}" for name in nets.names(home))


def forget(home: Home, network: str) -> Generator[None, None, str]:
    """Remove a network, and what was found with it; its name. Raises NotWritable."""
    yield None
    from desktop.explore.kept import forget_network

    nets.remove(home, network)
    forget_network(home, network)
    return network


def teach(home: Home, folder: Path) -> Generator[Learning, None, Learnt]:
    """Train a network on a folder of classes and keep it under the folder's name.

    Raises what `classes.examples` raises, Collapsed or NoNumber where training broke down, and DiskFull or
    NotWritable. What is cut off goes on where it stood.
    """
    yield Learning(0, 0, "Reading the folder")
    from desktop.learn.checkpoint import FileCheckpoints
    from desktop.learn.recipe import Step
    from desktop.signals import net_file
    from desktop.signals.classes import examples
    from desktop.signals.train import train

    reading = examples(folder)
    with closing(reading):
        while True:
            try:
                read = next(reading)
            except StopIteration as end:
                given = end.value
                break
            yield Learning(read.done, read.total, read.what)
    job = train(given, origin=nets.origin(folder), store=FileCheckpoints(home.training))
    with closing(job):
        while True:
            try:
                told = next(job)
            except StopIteration as end:
                taught = end.value
                break
            if isinstance(told, Step):
                share = told.active_triplets
                yield Learning(told.done, told.total, "", told.epoch, told.loss, share)
            else:
                yield Learning(told.done, told.total, told.what)
    if taught.collapse is not None:
        raise taught.collapse.error
    assert taught.net is not None
    assert taught.after is not None
    file = nets.place_for(home, folder)
    net_file.write(replace(taught.net, title=file.stem), file)
    problems = tuple(Problem(each.file.name, each.error) for each in given.problems)
    return Learnt(
        f"{nets.PREFIX}{file.stem}", given.kind.name, taught.classes,
        taught.before.files, taught.after.files, taught.after.of_files, problems,
    )  # fmt: skip
