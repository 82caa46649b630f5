"""`likeness train --recordings`: a small network on a folder of classes, for `likeness explore`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.commands.context import BadUsage, Context
from desktop.files import check_writable

if TYPE_CHECKING:
    from desktop.signals.train import Right, Taught

_SHOWN = 5  # files left out that are named


def train_recordings(context: Context, folder: Path, out: Path, wanted: Mapping[str, Any]) -> None:
    """Train and write a network; `wanted` are parts of a Recipe, None where the usual is meant.

    Raises Collapsed or NoNumber where training broke down; then there is no file.
    """
    if out.is_dir():
        raise BadUsage(problem=f"“{out}” is a folder; name a file for the network with -o.")
    check_writable(out)
    from desktop.learn.checkpoint import FileCheckpoints
    from desktop.signals import net_file, nets
    from desktop.signals.classes import examples
    from desktop.signals.train import USUAL, train
    from desktop.weights.device import cores, using_threads

    recipe = replace(USUAL, **{name: value for name, value in wanted.items() if value is not None})
    with using_threads(cores()):  # no window is beside this command
        given = context.run(examples(folder), "Reading")
        job = train(given, recipe, origin=nets.origin(folder), store=FileCheckpoints(context.home.training))
        taught = context.run(job, "Training")
    problems = [problem.sentence for problem in given.problems]
    if taught.net is not None:
        net_file.write(taught.net, out)
    if taught.net is not None or context.json:
        context.answer(_told(given.kind.name, taught, problems), _said(out, taught, problems))
    if taught.collapse is not None:
        raise taught.collapse.error


def _told(kind: str, taught: Taught, problems: list[str]) -> dict[str, Any]:
    return {
        "kind": kind,
        "classes": taught.classes,
        "files": taught.learnt,
        "history": [asdict(epoch) for epoch in taught.epochs] if taught.collapse is None else [],
        "before": _right(taught.before),
        "after": None if taught.after is None else _right(taught.after),
        "collapsed": taught.collapse is not None,
        "reason": None if taught.collapse is None else taught.collapse.sentence,
        "problems": problems,
        "seconds": round(taught.seconds, 3),
    }


def _right(right: Right) -> dict[str, Any]:
    return {"accuracy": right.accuracy, **asdict(right)}


def _said(out: Path, taught: Taught, problems: list[str]) -> str:
    after, before = taught.after, taught.before
    lines = [f"{out}: {taught.classes} classes from {taught.learnt} files in {taught.seconds:.0f} s."]
    if after is not None:
        lines.append(
            f"Of {after.of_files} files kept aside {after.files} lie nearest to their own class; "
            f"before training {before.files}."
        )
    lines += problems[:_SHOWN]
    if len(problems) > _SHOWN:
        lines.append(f"{len(problems) - _SHOWN} more files were left out or taken with a doubt.")
    return "\n".join(lines)
