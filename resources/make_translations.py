"""Bring the translations up to date: resources/translations/likeness_*.ts and what is made of them, *.qm.

    python resources/make_translations.py                  new texts in, gone ones out; says what is missing
    python resources/make_translations.py --missing FILE   writes what is missing as JSON, to be filled in
    python resources/make_translations.py --take FILE      takes translations from such a file

Texts of the window are found by Qt's lupdate, those of the core by core_words.py; lrelease makes the .qm file
that the program reads, and refuses to where a text is missing. See resources/translations/README.md.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import PySide6

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from core_words import ROOT, Words, collect

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)

Texts = dict[str, dict[str, str]]
"""Translations by context and English text; an empty one is missing."""


def main() -> int:
    """Do what the command line says; gives how many texts have no translation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--missing", type=Path)
    parser.add_argument("--take", type=Path)
    given = parser.parse_args()
    file = FOLDER / f"likeness_{given.language}.ts"
    core = collect()
    extract(file, core)
    if given.take:
        take(file, json.loads(given.take.read_text("utf-8")))
        extract(file, core)  # lupdate writes the file in its own way again
    lacking = missing(file)
    count = sum(map(len, lacking.values()))
    if given.missing:
        given.missing.write_text(json.dumps(lacking, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if not count:
        release(file, file.with_suffix(".qm"))
    print(f"{file.name}: {count} texts without a translation")  # noqa: T201 - what the script is for
    return min(count, 1)


def extract(file: Path, core: Words | None = None) -> None:
    """Bring a .ts file to the texts of the sources; it is made where there is none."""
    with tempfile.TemporaryDirectory() as folder:
        marked = Path(folder) / "core.py"
        lines = (
            f"QT_TRANSLATE_NOOP({json.dumps(context)}, {json.dumps(text, ensure_ascii=False)})\n"
            for context, texts in sorted((core or collect()).items())
            for text in sorted(texts)
        )
        marked.write_text("".join(lines), "utf-8")
        _run(
            "lupdate", "-silent", "-extensions", "py", "-locations", "none", "-no-obsolete", "-sort-messages",
            "-source-language", "en", str(ROOT / "desktop"), str(marked), "-ts", str(file),
        )  # fmt: skip


def read(file: Path) -> Texts:
    """What a .ts file holds; what is not finished counts as missing."""
    found: Texts = {}
    for context in ElementTree.parse(file).iter("context"):
        texts = found.setdefault(context.findtext("name", ""), {})
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            finished = translation.get("type") is None
            texts[message.findtext("source", "")] = (translation.text or "") if finished else ""
    return found


def missing(file: Path) -> Texts:
    """What has no translation. One that the same English text has elsewhere is proposed."""
    texts = read(file)
    known = {text: said for context in texts.values() for text, said in context.items() if said}
    lacking = {
        context: {text: known.get(text, "") for text, said in sorted(each.items()) if not said}
        for context, each in sorted(texts.items())
    }
    return {context: each for context, each in lacking.items() if each}


def take(file: Path, given: Texts) -> None:
    """Put translations in; empty ones, and those of texts that are not there, are passed over."""
    tree = ElementTree.parse(file)
    for context in tree.iter("context"):
        texts = given.get(context.findtext("name", ""), {})
        for message in context.iter("message"):
            translation, said = message.find("translation"), texts.get(message.findtext("source", ""))
            if translation is not None and said:
                translation.attrib.pop("type", None)
                translation.text = said
    tree.write(file, "utf-8", xml_declaration=True)


def release(file: Path, out: Path) -> None:
    """Make the file that the program reads."""
    _run("lrelease", "-silent", "-nounfinished", str(file), "-qm", str(out))


def _run(tool: str, *arguments: str) -> None:
    # Beside the package, where pyside6-lupdate and pyside6-lrelease look for them too.
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(PySide6.__file__).parent / f"{tool}{suffix}"
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
