"""The command line: common options, the subcommands, and one exit code and one sentence for every end.

Exit codes: 0 done; 1 the answer is no; 2 the request can't be served; 70 a bug; 130 interrupted.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, Exit, TyperException

from desktop import display, logs, paths
from desktop.commands.context import Context
from desktop.errors import LikenessError
from desktop.report import chain
from desktop.settings import choice

DONE, NO, UNSERVED, BUG, INTERRUPTED = 0, 1, 2, 70, 130

_COMMON = {"--home": True, "--device": True, "--json": False}  # option: does it take a value

_INTERRUPTED = "Interrupted; what was finished is kept."

app = typer.Typer(add_completion=False, no_args_is_help=False, rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def likeness(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option(help="Folder with all state.")] = None,
    device: Annotated[str, typer.Option(help="auto, cpu, cuda or mps.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Answer in JSON.")] = False,
    source: Annotated[str, typer.Option(help="Camera, video file or folder to show.")] = "",
) -> None:
    """Recognise people live from one picture. Without a subcommand the window opens."""
    if device:
        _check_device(device)
    shared = Context(home=paths.Home(home or paths.default_home()), device=device, json=as_json)
    context.obj = shared
    if context.invoked_subcommand != "doctor":  # which tells what is wrong with the home, and looks on
        shared.home.make()
    logs.start(shared.home.logs)
    if context.invoked_subcommand is None:
        from desktop.app import open_window

        raise typer.Exit(open_window(shared.home, source=source, device=device))


def _check_device(device: str) -> None:
    kind = choice("device").kind
    try:
        kind.check(device)
    except ValueError as error:
        raise typer.BadParameter(f"--device is {kind.wanted}, not {device}") from error


def _register() -> None:
    """Add the subcommands. Each module imports torch, cv2 and Qt only inside its functions."""
    from desktop.commands import (
        bench,
        doctor,
        evaluate,
        explore,
        film,
        models,
        people,
        recognize,
        settings,
        sound,
        stylize,
        tour,
        train,
        verify,
    )

    for module in (
        models,
        people,
        verify,
        recognize,
        evaluate,
        train,
        stylize,
        explore,
        sound,
        film,
        tour,
        bench,
        settings,
        doctor,
    ):
        module.register(app)


def whole() -> typer.Typer:
    """The command line with all its subcommands, which are added once."""
    if not app.registered_commands and not app.registered_groups:
        _register()
    return app


def hoist(arguments: Sequence[str]) -> list[str]:
    """The common options moved to the front, so that they may stand after the subcommand too."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        name, has_value, _ = word.partition("=")
        if name not in _COMMON:
            rest.append(word)
        else:
            front.append(word)
            if _COMMON[name] and not has_value and waiting:
                front.append(waiting.pop(0))
    return front + rest


def run(arguments: Sequence[str]) -> int:
    """Serve one command line and give its exit code; at most one line on standard error says why not."""
    whole()
    try:
        code = app(hoist(arguments), prog_name="likeness", standalone_mode=False)
    except LikenessError as error:
        code = _end(UNSERVED, str(error))
        if not arguments:
            _show(str(error))
        return code
    except Exit as end:
        return end.exit_code
    except (KeyboardInterrupt, Abort):
        return _end(INTERRUPTED, _INTERRUPTED)
    except TyperException as error:
        return _end(UNSERVED, f"{error.format_message().rstrip('.')}; see likeness --help.")
    except BrokenPipeError:
        return _broken_pipe()
    except Exception as error:
        logging.getLogger("desktop.cli").error(
            "unexpected %s\n%s", type(error).__name__, chain(error, words=False)
        )
        sentence = f"Likeness met an unexpected failure; the log in “{_log_folder()}” has the details."
        if not arguments:
            _show(sentence)
        return _end(BUG, sentence)
    finally:
        logs.stop()
    if code == INTERRUPTED:
        return _end(INTERRUPTED, _INTERRUPTED)
    return code if isinstance(code, int) else DONE


def _log_folder() -> str:
    for handler in logging.getLogger("desktop").handlers:
        if isinstance(handler, logging.FileHandler):
            return str(Path(handler.baseFilename).parent)
    return str(paths.default_home() / "logs")


def _broken_pipe() -> int:
    """The reader of standard output has gone; that is its good right."""
    sys.stdout = None  # keeps Python from flushing into the closed pipe at exit
    return DONE


def _show(sentence: str) -> None:
    """A window with the sentence, where an icon started the program and nobody sees standard error."""
    if not getattr(sys, "frozen", False) or (sys.stderr is not None and sys.stderr.isatty()):
        return
    try:
        display.check()
    except LikenessError:
        return
    from desktop.ui.sentence import show

    show(sentence)


def _end(code: int, sentence: str) -> int:
    sys.stderr.write(" ".join(sentence.split()) + "\n")
    return code
