"""What the core says in words, for the translators: lupdate finds only what the window's sources mark.

The core has no Qt and marks nothing, so its words are collected by rules, and a new one can't be forgotten:

- every sentence of a `LikenessError`, after every module was imported; every literal given to `Phrase` and to
  `Refused` (context “errors”);
- every stage that a `Progress` names (context “stages”), every advice about a face (“advice”);
- every sentence in desktop/doctor (“doctor”);
- titles of the catalogue of weights (“catalogue”), names of the styles that ship (“styles”);
- of a module in the window with a `_tr` of its own, every literal given to it, in the context it names.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import desktop
from desktop.errors import LikenessError
from desktop.faces.quality import Advice
from desktop.style import shelf
from desktop.weights.catalogue import catalogue, joined

ROOT = Path(__file__).resolve().parent.parent
UNSEEN = ("desktop.bench", "desktop.commands", "desktop.tour")
"""Packages whose words only the command line prints; it speaks English."""

Words = dict[str, set[str]]
"""Texts by context."""


def collect() -> Words:
    """Everything by the rules above."""
    found: Words = {
        "errors": _sentences(),
        "stages": set(),
        "advice": {str(advice) for advice in Advice},
        "doctor": set(),
        "catalogue": {entry.title for entry in (*catalogue(), *joined())},
        "styles": {*_shipped_styles(), *shelf.SAMPLES.values()},
    }
    for file, tree in sources():
        package = ".".join(file.relative_to(ROOT).parts[:2])
        if package in UNSEEN:
            continue
        for call in _calls(tree):
            if _name(call) in ("Phrase", "Refused"):
                found["errors"] |= _literals(call.args[:1])
            elif _name(call) == "Progress":
                found["stages"] |= _literals(call.args[2:3])
        if package == "desktop.doctor":
            found["doctor"] |= set(_prose(tree))
        if context := own_context(tree):
            texts = (_literals(call.args[:1]) for call in _calls(tree) if _name(call) == "_tr")
            found.setdefault(context, set()).update(*texts)
    return found


def sources() -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the program."""
    for file in sorted((ROOT / "desktop").rglob("*.py")):
        yield file, ast.parse(file.read_text("utf-8"))


def own_context(tree: ast.Module) -> str:
    """The context that a module's own `_tr` names; empty where it has none."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            for call in _calls(node):
                if _name(call) == "translate" and isinstance(call.args[0], ast.Constant):
                    return str(call.args[0].value)
    return ""


def _sentences() -> set[str]:
    for module in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not module.name.startswith(UNSEEN) and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kinds, found = [LikenessError], set()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        # Others are those of whoever has imported the program too: the installer, tests.
        if kind.__module__.startswith("desktop.") and not kind.__module__.startswith(UNSEEN):
            found.add(kind.sentence)
    return found


def _shipped_styles() -> set[str]:
    index = ROOT / "resources" / "styles" / "index.json"
    return {str(entry["name"]) for entry in json.loads(index.read_text("utf-8"))}


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _literals(arguments: list[ast.expr]) -> set[str]:
    return {one.value for one in arguments if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def _prose(tree: ast.Module) -> Iterator[str]:
    """Literals that are sentences, without the docstrings."""
    strings = {node for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    documentation = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in strings - documentation:  # type: ignore[operator]
        if isinstance(node.value, str) and node.value.endswith("."):
            yield node.value
