"""The log rotates, is never in the way, and holds nobody's name."""

import ast
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import desktop
from desktop import logs

log = logging.getLogger("desktop.tests")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "logs"
    logs.stop()


def sizes(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_size for file in folder.iterdir()}


def test_three_files_of_a_megabyte_are_kept_however_much_is_logged(folder: Path) -> None:
    logs.start(folder)
    for number in range(5000):
        log.info("%05d %s", number, "x" * 1000)
    found = sizes(folder)
    assert set(found) == {"likeness.log", "likeness.log.1", "likeness.log.2"}
    assert all(size <= logs.LARGEST for size in found.values())
    assert "04999 x" in (folder / "likeness.log").read_text().splitlines()[-1]


def test_what_another_program_holds_open_is_written_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def held(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")  # what Windows says

    monkeypatch.setattr("os.rename", held)
    logs.start(folder)
    for number in range(1100):
        log.info("%05d %s", number, "x" * 1000)
    assert "01099 x" in (folder / "likeness.log").read_text().splitlines()[-1]
    assert list(sizes(folder)) == ["likeness.log"]
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_not_told_on_standard_error(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logs.start(folder)

    class Full:
        def write(self, _text: str) -> None:
            raise OSError(28, "No space left on device")

        def tell(self) -> int:
            return 0

        def __getattr__(self, _name: str) -> Any:
            return lambda *_: 0

    handler = logging.getLogger("desktop").handlers[0]
    assert isinstance(handler, logging.FileHandler)
    handler.stream.close()
    handler.stream = Full()  # type: ignore[assignment]
    log.error("anything")
    assert capsys.readouterr().err == ""


def test_a_home_that_can_not_be_written_has_no_log_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert logs.start(tmp_path / "file" / "logs") is None


def _logged(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "_log":
                yield node


SAFE = {
    "type(error).__name__",
    "type(plain).__name__",
    "chain(error, words=False)",  # places in the code, no messages; its own test shows that
    "text",  # the crash report, whose own tests show what it leaves out
    "words",  # what Qt says during a tour, on made-up people
    "damaged",  # a count
    "dtype",
    "field.name",  # of a setting, without what it is
    "table",  # of translations: likeness or qtbase
    "spoken",  # a language's code
}
"""What may be filled into a line of the log."""


def test_no_line_of_the_log_can_hold_a_message_a_path_or_a_name() -> None:
    found = 0
    for file in Path(desktop.__file__).parent.rglob("*.py"):
        for call in _logged(ast.parse(file.read_text("utf-8"))):
            found += 1
            words, *filled = call.args
            assert isinstance(words, ast.Constant) or ast.unparse(words) == "SHOWN", (
                f"{file.name}:{call.lineno}"
            )
            assert not call.keywords, f"{file.name}:{call.lineno} logs more than its words"
            assert {ast.unparse(one) for one in filled} <= SAFE, f"{file.name}:{call.lineno}"
    assert found > 10
