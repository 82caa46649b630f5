"""English and Simplified Chinese: no text is missing or lost what it needs; the window switches at once."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from string import Formatter
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.errors import DiskFull, LikenessError, Names, Phrase
from desktop.learn.groups import GroupsMalformed
from desktop.paths import resources
from desktop.settings import Settings
from desktop.signals.errors import MixedKinds, NoneUsable
from desktop.ui import failures, language, local
from desktop.work.messages import Failure
from tests.ui.speaking import speaking

ROOT = Path(__file__).resolve().parents[2]
CHINESE = ROOT / "resources" / "translations" / "likeness_zh_CN.ts"
SAME = re.compile(r"\{[^}]*\}|[^A-Za-z]|\b(MB|GB|K|M|FMR|FNMR|FPIR|FNIR|Tab|Shift|Wasserstein)\b")
"""What may stand in a translation without a Chinese sign."""

Key = tuple[str, str]


@pytest.fixture(scope="module")
def scripts() -> Iterator[tuple[ModuleType, ModuleType]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "resources"))
        yield importlib.import_module("make_translations"), importlib.import_module("core_words")


@pytest.fixture(scope="module")
def texts(scripts: tuple[ModuleType, ModuleType]) -> dict[Key, str]:
    """Translations by context and English text."""
    found = scripts[0].read(CHINESE)
    return {(context, text): said for context, each in found.items() for text, said in each.items()}


@pytest.fixture(scope="module")
def core(scripts: tuple[ModuleType, ModuleType]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = scripts[1].collect()
    return found


@pytest.fixture
def chinese(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with speaking(qapp, "zh_CN", tmp_path, monkeypatch):
        yield


# The table of texts.


def test_the_table_holds_the_texts_of_the_sources_and_no_others(
    scripts: tuple[ModuleType, ModuleType], core: dict[str, set[str]], texts: dict[Key, str], tmp_path: Path
) -> None:
    """If this fails: python resources/make_translations.py (resources/translations/README.md)."""
    fresh = tmp_path / "fresh.ts"
    scripts[0].extract(fresh, core)
    wanted = {(context, text) for context, each in scripts[0].read(fresh).items() for text in each}
    assert sorted(wanted - texts.keys()) == []
    assert sorted(texts.keys() - wanted) == []
    # Qt's tool reads Python by signs, not by grammar; Python's own reading of the sources finds the same.
    marked = set(_marked()) | {(context, text) for context, each in core.items() for text in each}
    assert sorted(marked - wanted) == []


def test_every_text_is_translated(texts: dict[Key, str]) -> None:
    assert [key for key, said in texts.items() if not said] == []
    assert len(texts) > 1400
    left = [
        key
        for key, said in texts.items()
        if not re.search(r"[\u4e00-\u9fff]", said) and SAME.sub("", said) and key[1] != "dates"
    ]
    assert left == []


def test_a_translation_keeps_what_is_filled_in_and_the_house_s_signs(texts: dict[Key, str]) -> None:
    wrong = []
    for (context, text), said in texts.items():
        kept = _fields(text) == _fields(said) and text.endswith("…") == said.endswith("…")
        filters = re.findall(r"\*\.\w+", text) == re.findall(r"\*\.\w+", said)
        half = re.search(r"[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]", said)
        if not kept or not filters or (half and ";;" not in said):
            wrong.append((context, text, said))
    assert wrong == []


def test_the_file_that_the_program_reads_is_made_of_the_table(texts: dict[Key, str]) -> None:
    """If this fails: python resources/make_translations.py."""
    made = QTranslator()
    assert made.load("likeness_zh_CN", str(resources() / "translations"))
    found = {key: made.translate(*key) for key in texts}
    assert found == texts


def test_every_stage_that_names_something_is_known_to_the_window(core: dict[str, set[str]]) -> None:
    """“Installing sface” is the verb and a name: the window has to know the verb."""
    named = set()
    for _file, tree in _sources("desktop"):
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and _called(call) == "Progress" and len(call.args) > 2:
                first = call.args[2]
                if isinstance(first, ast.JoinedStr) and isinstance(first.values[0], ast.Constant):
                    named.add(str(first.values[0].value) + "{what}")
    shown = {stage for stage in named if stage.removesuffix("{what}") not in ("frame ", "round ")}
    seen = {"Installing {what}", "Downloading {what}", "Checking {what}"}
    assert seen <= shown
    for stage in seen:
        assert failures.stage(stage.format(what="a==1")) == stage.format(what="a 1")


# The sources.


def test_no_text_of_the_window_escapes_the_translators() -> None:
    """A literal given to something that shows it must be translated; so must one that is put together."""
    found = []
    for file, tree in _sources("desktop/ui"):
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            if _called(call) not in SHOWS:
                continue
            for argument in call.args[: SHOWS[_called(call)]]:
                found += [
                    f"{file.name}:{part.lineno} {part.value!r}"
                    for part in _own_literals(argument)
                    if re.search(r"[A-Za-z]{2,}", part.value) and part.value not in UNTRANSLATED
                ]
    assert found == []


def test_only_literals_are_marked_and_none_when_a_module_is_imported() -> None:
    found = []
    for file, tree in _sources("desktop/ui"):
        inside = {
            id(node)
            for each in ast.walk(tree)
            if isinstance(each, ast.FunctionDef | ast.Lambda)
            for node in ast.walk(each)
        }
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            name = _called(call)
            if name not in ("tr", "_tr", "translate"):
                continue
            if id(call) not in inside:
                found.append(f"{file.name}:{call.lineno} is translated before the language is known")
            text = call.args[-1] if call.args else None
            literal = isinstance(text, ast.Constant)
            if name == "tr" and not literal:
                found.append(f"{file.name}:{call.lineno} gives tr no literal")
    assert found == []


SHOWS = {
    "setText": 1, "setToolTip": 1, "setWindowTitle": 1, "setAccessibleName": 1, "setAccessibleDescription": 1,
    "setPlaceholderText": 1, "setTitle": 1, "QLabel": 1, "ElidedLabel": 1, "label": 1, "button": 1,
    "QAction": 1, "addAction": 1, "QRadioButton": 1, "QCheckBox": 1, "setLabelText": 1, "set_subtitle": 1,
    "ValueSlider": 1, "Sheet": 2,
}  # fmt: skip
"""What shows its first arguments to the user, and how many of them are words."""

UNTRANSLATED = frozenset({"Likeness", "VGG-19", "SFace", "L-BFGS", "Adam", "1:1", "sound", "camera", "film"})
"""Names, and names of icons that stand among the words."""


# What the core says.


def test_a_failure_is_translated_with_what_is_in_its_fields(chinese: None) -> None:
    said = failures.sentence(Failure.of(DiskFull(path="/a")))
    assert said == "“/a”所在的磁盘已满；请释放一些空间后重试。没有任何丢失。"
    inner = NoneUsable(folder="x", count=2, reason=MixedKinds(folder="y", kinds=Phrase("sounds")))
    assert failures.sentence(Failure.of(inner)).endswith(
        "第一个：“y”中有声音；请提供文件全为同一种类的文件夹。"
    )
    row = GroupsMalformed(file="g.csv", line=3, problem=Phrase("has not two entries"))
    assert "第 3 行不是两项" in failures.sentence(Failure.of(row))
    first = Names((Phrase("sounds"), Phrase("series")))
    both = Phrase("{kinds} and {last}", kinds=first, last=Phrase("volumes"))
    assert (str(both), failures.words(both)) == ("sounds, series and volumes", "声音、数据序列和体数据")
    assert failures.words("plain") == "plain"
    assert failures.advice(("come closer", "more light")) == "靠近一些、光线亮一些"


def test_a_phrase_is_its_english_words() -> None:
    made = Phrase("{count} of {all}", count=1, all=2)
    assert (made, made.template, dict(made.fields)) == ("1 of 2", "{count} of {all}", {"count": 1, "all": 2})
    assert f"{Names(['a', 'b'])}" == "a, b"


# Switching.


def test_each_language_of_the_settings_is_spoken_and_named_in_its_own_words() -> None:
    assert language.languages() == (("en", "English"), ("zh_CN", "简体中文"))
    assert Settings().language == ""


@pytest.mark.parametrize(
    ("chosen", "system", "spoken"),
    [
        ("en", "zh_CN", "en"), ("zh_CN", "de_DE", "zh_CN"), ("", "zh_CN", "zh_CN"), ("", "zh_SG", "zh_CN"),
        ("", "zh_TW", "en"), ("", "fr_FR", "en"), ("", "C", "en"), ("tlh", "zh_CN", "zh_CN"),
        ("xx", "en_GB", "en"),
    ],
)  # fmt: skip
def test_the_language_that_is_meant(chosen: str, system: str, spoken: str) -> None:
    assert language.meant(chosen, QLocale(system)) == spoken


def test_the_system_s_own_way_to_write_is_kept_where_it_speaks_the_language() -> None:
    assert language.locale("en", QLocale("en_GB")).name() == "en_GB"
    assert language.locale("en", QLocale("de_DE")).name() == "en_US"
    assert language.locale("zh_CN", QLocale("en_GB")).name() == "zh_CN"


def test_there_and_back_without_a_restart(qapp: QApplication, qtbot: QtBot) -> None:
    before, at = QLocale(), datetime(2026, 5, 4, 10, 30, 12, tzinfo=UTC)
    try:
        for code, page, cancel, day, rest in (
            ("zh_CN", "人物", "取消", "2026年5月4日", "约剩 2 分钟"),
            ("en", "People", "Cancel", "4 May 2026", "about 2 min left"),
            ("zh_CN", "人物", "取消", "2026年5月4日", "约剩 2 分钟"),
        ):
            assert language.apply(qapp, code) == code
            assert QCoreApplication.translate("Shell", "People") == page
            box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
            qtbot.addWidget(box)
            [button] = box.buttons()
            assert button.text().replace("&", "") == cancel  # Qt's own words
            assert local.day(at) == day
            assert local.left(120) == rest
            assert local.listed(("a", "b")) == {"en": "a, b", "zh_CN": "a、b"}[code]
            assert local.sentences("A.", "", "B.") == {"en": "A. B.", "zh_CN": "A.B."}[code]
            assert local.whole(12_345) == "12,345"
    finally:
        language.apply(qapp, language.ENGLISH)
        QLocale.setDefault(before)


def test_words_that_lack_are_english(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    before = QLocale()
    monkeypatch.setattr(language, "resources", lambda: tmp_path)
    try:
        assert language.apply(qapp, "zh_CN") == "zh_CN"
        assert QCoreApplication.translate("Shell", "People") == "People"
        assert "no words of likeness in zh_CN" in caplog.text
    finally:
        language.apply(qapp, language.ENGLISH)
        QLocale.setDefault(before)


# How the sources are read.


def _sources(folder: str) -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted((ROOT / folder).rglob("*.py")):
        yield file, ast.parse(file.read_text("utf-8"))


def _marked() -> Iterator[Key]:
    """What Python itself finds marked: self.tr in a class, translate and QT_TRANSLATE_NOOP with literals."""
    for _file, tree in _sources("desktop"):
        for each in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            for call in ast.walk(each):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "self.tr":
                    assert isinstance(call.args[0], ast.Constant), ast.unparse(call)
                    yield each.name, str(call.args[0].value)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and _called(call) in ("translate", "QT_TRANSLATE_NOOP"):
                given = [part.value for part in call.args if isinstance(part, ast.Constant)]
                if len(given) == 2 and all(isinstance(part, str) for part in given):
                    yield str(given[0]), str(given[1])


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _own_literals(argument: ast.AST) -> Iterator[Any]:
    """Strings in an argument that no call translates first."""
    if isinstance(argument, ast.Call | ast.Subscript | ast.Compare):
        return
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument
    for part in ast.iter_child_nodes(argument):
        if not (isinstance(argument, ast.IfExp) and part is argument.test):
            yield from _own_literals(part)


def _fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_every_failure_has_a_sentence_that_its_fields_fill(core: dict[str, set[str]]) -> None:
    assert LikenessError.sentence in core["errors"]
    assert len(core["errors"]) > 150
