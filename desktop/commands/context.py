"""What every subcommand is given: the common options, and how to answer, show progress and stop."""

from __future__ import annotations

import getpass
import json
import os
import sys
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from desktop import settings as settings_file
from desktop.errors import LikenessError
from desktop.paths import Home
from desktop.settings import Settings

if TYPE_CHECKING:
    from desktop.people.store import People

R = TypeVar("R")


class BadUsage(LikenessError):
    """Options that do not fit."""

    sentence = "{problem}"


@dataclass(slots=True)
class Context:
    """The common options of one run of `likeness`."""

    home: Home
    device: str = ""
    json: bool = False

    def settings(self) -> Settings:
        """The user's choices."""
        return settings_file.load(self.home.settings)

    @property
    def wanted_device(self) -> str:
        """The device asked for: the option, else the user's choice."""
        return self.device or self.settings().device

    def print_json(self, value: object) -> None:
        """One JSON value on standard output, on a line of its own."""
        sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def say(self, text: str) -> None:
        """A line for a person, on standard output."""
        sys.stdout.write(text + "\n")
        sys.stdout.flush()

    def note(self, text: str) -> None:
        """A sentence about what is under way, on standard error where that is a terminal, above the bar."""
        if sys.stderr.isatty():
            sys.stderr.write(text + "\n")
            sys.stderr.flush()

    def warn(self, text: str) -> None:
        """A line for a person, on standard error: what was done is not all that was asked for."""
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def answer(self, value: object, text: str) -> None:
        """The value as JSON where that was asked for, else the text."""
        if self.json:
            self.print_json(value)
        else:
            self.say(text)

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """A table for a person, on standard output."""
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in columns:
            table.add_column(column, overflow="fold")
        for row in rows:
            table.add_row(*(str(cell) for cell in row))
        Console(file=sys.stdout, highlight=False, markup=False).print(table)

    def run(self, job: Generator[Any, Any, R], title: str) -> R:
        """Run a job to its end: a bar on standard error where that is a terminal, silent elsewhere."""
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[what]}"))
        try:
            with Progress(
                *columns,
                TimeRemainingColumn(),
                console=console,
                disable=not console.is_terminal,
                redirect_stdout=False,  # what a command prints meanwhile is for its reader, not for the bar
            ) as bar:
                shown = bar.add_task(title, total=None, what="")
                while True:
                    try:
                        state = next(job)
                    except StopIteration as end:
                        result: R = end.value
                        return result
                    if state is None:
                        continue  # nothing to tell
                    total = getattr(state, "total", 0) or None
                    bar.update(
                        shown,
                        completed=getattr(state, "done", 0),
                        total=total,
                        what=getattr(state, "what", ""),
                    )
        finally:
            job.close()

    def passphrase(self, question: str, *, new: bool = False) -> str | None:
        """LIKENESS_PASSPHRASE, else asked for where somebody sits at a terminal, else None."""
        found = os.environ.get("LIKENESS_PASSPHRASE")
        return self.ask(question, new=new) if found is None else found

    def ask(self, question: str, *, new: bool = False) -> str | None:
        """A passphrase typed at the terminal, a `new` one twice; None where nobody sits there."""
        if not sys.stdin.isatty():
            return None
        typed = getpass.getpass(question + ": ", stream=sys.stderr)
        if new and getpass.getpass("The same again: ", stream=sys.stderr) != typed:
            raise BadUsage(problem="The two passphrases differ; nothing was changed. Try again.")
        return typed

    def open_people(self) -> People:
        """The enrolled, to be closed by the caller; asks for the passphrase where one is needed."""
        from desktop.people.errors import PassphraseNeeded
        from desktop.people.unlock import unlock

        try:
            return unlock(self.home)
        except PassphraseNeeded as needed:
            question = "Choose a passphrase for the enrolled people" if needed.new else "Passphrase"
            typed = self.ask(question, new=needed.new)
            if not typed:
                raise
            return unlock(self.home, typed)
