"""Export and import: everything comes back, nothing twice, and a damaged file changes nothing."""

from __future__ import annotations

import json
import stat
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import FileMissing, LikenessError, NotWritable
from desktop.paths import Home
from desktop.people import container
from desktop.people.container import SealedReader, SealedWriter
from desktop.people.errors import (
    ExportDamaged,
    ExportLocked,
    ExportOverPeople,
    ExportTooNew,
    NotAnExport,
    PersonGone,
)
from desktop.people.readable import hand_over
from desktop.people.store import People
from desktop.people.transfer import Exported, Imported, export_people, import_people
from desktop.pictures import read_picture
from desktop.progress import finish
from tests.people.made import CHEAP, MODEL, OTHER, opened, template

SECRET = "travels with the file"


@pytest.fixture
def other(tmp_path: Path) -> Home:
    """Another machine's home."""
    return Home(tmp_path / "other")


def export(people: People, file: Path, persons: list[str] | None = None, secret: str = SECRET) -> Exported:
    return finish(export_people(people, file, secret, persons, cost=CHEAP))


def bring(people: People, file: Path, secret: str = SECRET) -> Imported:
    return finish(import_people(people, file, secret))


def fill(people: People) -> None:
    lin = people.add("Lin", [template(1, side=40), template(2, side=40)], consent_by="her mother")
    people.add("李小龙", [template(3, side=40)])
    people.re_embed(OTHER, {lin.templates[0]: template(9, dimension=4).embedding})
    people.record_seen(lin.person.id, 0.5, 1)


@pytest.fixture
def file(people: People, tmp_path: Path) -> Path:
    """An export of two people with three templates."""
    fill(people)
    made = tmp_path / "people.likeness"
    assert export(people, made) == Exported(2, 3)
    return made


def test_everything_comes_back_on_another_machine(people: People, file: Path, other: Home) -> None:
    with opened(other, "another passphrase") as there:
        assert bring(there, file) == Imported(2, 0, 3)
        assert there.list() == people.list()
        for person in people.list():
            thumbnails = people.thumbnail(person.id), there.thumbnail(person.id)
            assert thumbnails[0] is not None
            assert thumbnails[1] is not None
            assert np.array_equal(*thumbnails)
            for mine, theirs in zip(people.pictures(person.id), there.pictures(person.id), strict=True):
                assert (mine.id, mine.added, mine.quality, mine.models) == (
                    theirs.id,
                    theirs.added,
                    theirs.quality,
                    theirs.models,
                )
                assert np.array_equal(people.crop(mine.id).picture, there.crop(theirs.id).picture)
                assert np.array_equal(mine.landmarks, theirs.landmarks)
        for model in (MODEL, OTHER):
            assert np.array_equal(people.templates(model).matrix, there.templates(model).matrix)
        assert there.history() == ()  # recognitions stay where they were made


def test_importing_twice_adds_nothing(people: People, file: Path) -> None:
    before = people.list()
    assert bring(people, file) == Imported(0, 2, 0)
    assert people.list() == before


def test_somebody_of_the_same_name_gets_the_templates(file: Path, other: Home) -> None:
    with opened(other) as there:
        mine = there.add("LIN", [template(1, side=40), template(7, side=40)]).person
        assert bring(there, file) == Imported(1, 1, 2)  # one of Lin's pictures was there already
        lin = there.find("Lin")
        assert (lin.id, lin.name, lin.templates) == (mine.id, "LIN", 3)
        assert [consent.by for consent in lin.consents] == ["the person themselves", "her mother"]
        again = there.list()
        assert bring(there, file) == Imported(0, 2, 0)
        assert there.list() == again


def test_somebody_who_was_renamed_here_keeps_the_name(people: People, file: Path) -> None:
    lin = people.find("Lin")
    people.rename(lin.id, "Mei")
    people.remove_template(people.pictures(lin.id)[0].id)
    assert bring(people, file) == Imported(0, 2, 1)
    assert people.get(lin.id).name == "Mei"
    assert people.get(lin.id).templates == 2


def test_an_erased_person_comes_back_only_by_an_import(people: People, file: Path) -> None:
    people.erase(people.find("Lin").id)
    assert bring(people, file) == Imported(1, 1, 2)
    assert people.find("Lin").consent.by == "her mother"


def test_embeddings_by_a_model_that_is_new_here_are_added(people: People, file: Path, other: Home) -> None:
    with opened(other) as there:
        bring(there, file)
        one = there.templates(MODEL).templates[2]
        there.re_embed(OTHER, {one: template(8, dimension=4).embedding})
        back = file.with_name("back")
        export(there, back)
    assert len(people.templates(OTHER).templates) == 1
    assert bring(people, back) == Imported(0, 2, 0)
    assert len(people.templates(OTHER).templates) == 2


def test_one_person_alone(people: People, file: Path, other: Home) -> None:
    alone = file.with_name("alone")
    assert export(people, alone, [people.find("Lin").id]) == Exported(1, 2)
    with opened(other) as there:
        bring(there, alone)
        assert [person.name for person in there.list()] == ["Lin"]


def test_nothing_can_be_read_without_the_passphrase(people: People, file: Path, other: Home) -> None:
    data = file.read_bytes()
    for clear in (b"Lin", "李小龙".encode(), b"mother", b"PNG", b"sface", b"landmarks"):
        assert clear not in data
    with opened(other) as there:
        with pytest.raises(ExportLocked, match="Nobody was imported"):
            bring(there, file, "wrong")
        assert there.list() == ()
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_what_is_no_export_is_said_so(people: People, tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(FileMissing):
        bring(people, missing)
    for number, content in enumerate((b"", b"PK\x03\x04", b"\x89PNG" * 100, b"Likeness")):
        odd = tmp_path / str(number)
        odd.write_bytes(content)
        with pytest.raises(NotAnExport, match="is not a file that Likeness exported"):
            bring(people, odd)
    with pytest.raises(NotAnExport):
        bring(people, tmp_path)


def test_an_export_by_a_newer_version_is_said_so(people: People, file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[16] = 2
    file.write_bytes(data)
    with pytest.raises(ExportTooNew, match="newer Likeness"):
        bring(people, file)


def test_an_export_cut_off_anywhere_changes_nothing(file: Path, other: Home) -> None:
    data = file.read_bytes()
    with opened(other) as there:
        for length in (17, 30, 100, 200, 400, len(data) // 2, len(data) - 1):
            file.write_bytes(data[:length])
            with pytest.raises(ExportDamaged, match="cut off or was changed"):
                bring(there, file)
        file.write_bytes(data + b"x")
        with pytest.raises(ExportDamaged):
            bring(there, file)
        assert there.list() == ()


def test_an_export_changed_anywhere_changes_nothing(file: Path, other: Home) -> None:
    data = file.read_bytes()
    places = [*range(16, 340, 7), *range(340, len(data), len(data) // 60)]
    with opened(other) as there:
        for place in places:
            changed = bytearray(data)
            changed[place] ^= 0x41
            file.write_bytes(changed)
            with pytest.raises((ExportDamaged, ExportLocked, ExportTooNew)):
                bring(there, file)
        assert there.list() == ()


def test_a_file_that_promises_more_than_it_holds_is_refused(file: Path, other: Home) -> None:
    """Whoever knows the passphrase can seal any content; it is checked all the same."""
    content = read(file)
    (length,) = np.frombuffer(content[:4], "<u4")
    first = json.loads(content[4 : 4 + length])
    assert first["kind"] == "person"
    rest = content[4 + length :]
    bad: list[dict[str, object]] = [
        {**first, "kind": "recipe"},
        {**first, "id": "../../etc/passwd"},
        {**first, "blobs": [1 << 40]},
        {**first, "blobs": [-1]},
        {**first, "blobs": []},
        {**first, "record": {**first["record"], "name": "a\nb"}},
        {**first, "record": {**first["record"], "name": 5}},
        {**first, "record": {**first["record"], "consents": []}},
        {**first, "record": {**first["record"], "added": 1e300}},
        {"kind": "end", "people": 5, "templates": 0, "blobs": []},
        {"kind": "template", "person": first["id"]},
        {},
    ]
    with opened(other) as there:
        for entry in bad:
            head = json.dumps(entry).encode()
            write(file, len(head).to_bytes(4, "little") + head + rest)
            with pytest.raises(ExportDamaged):
                bring(there, file)
        for words in (b"[1, 2]", b'"person"', b"\xff\xff", b"[" * 100_000):
            write(file, len(words).to_bytes(4, "little") + words + rest)
            with pytest.raises(ExportDamaged):
                bring(there, file)
        assert there.list() == ()


def read(file: Path) -> bytes:
    content = bytearray()
    with file.open("rb") as source:
        reader = SealedReader(source, file, SECRET)
        try:
            while True:
                content += reader.read(1)
        except ExportDamaged:  # nothing is left
            return bytes(content)


def write(file: Path, content: bytes) -> None:
    with file.open("wb") as out:
        writer = SealedWriter(out, SECRET, CHEAP)
        writer.write(content)
        writer.finish()


@settings(max_examples=40, deadline=None)
@given(sizes=st.lists(st.integers(0, 300), max_size=8), chunk=st.sampled_from([1, 7, 64, 100]))
def test_content_of_any_size_comes_back(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], chunk: int
) -> None:
    file = tmp_path_factory.mktemp("sealed") / "file"
    pieces = [bytes([number % 256]) * size for number, size in enumerate(sizes)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(container, "CHUNK", chunk)
        with file.open("wb") as out:
            writer = SealedWriter(out, SECRET, CHEAP)
            for piece in pieces:
                writer.write(piece)
            writer.finish()
    with file.open("rb") as source:
        reader = SealedReader(source, file, SECRET)
        assert [reader.read(len(piece)) for piece in pieces] == pieces
        reader.end()
        with pytest.raises(ExportDamaged):
            reader.read(1)


def test_an_export_does_not_take_the_place_of_the_database(
    people: People, file: Path, tmp_path: Path
) -> None:
    for target in people.database.files():
        with pytest.raises(ExportOverPeople):
            export(people, target)
        with pytest.raises(ExportOverPeople):
            finish(hand_over(people, people.find("Lin").id, target))
    with pytest.raises(NotWritable):
        export(people, tmp_path)
    assert len(people.list()) == 2


def test_an_export_that_is_cancelled_leaves_the_older_file(people: People, file: Path) -> None:
    before = file.read_bytes()
    job = export_people(people, file, SECRET, cost=CHEAP)
    next(job)
    job.close()
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []


def test_others_may_change_the_people_while_an_export_runs(people: People, file: Path, other: Home) -> None:
    job = export_people(people, file, SECRET, cost=CHEAP)
    next(job)
    people.erase(people.find("李小龙").id)
    people.add("Alex", [template(5)])
    assert finish(job) == Exported(1, 2)
    with opened(other) as there:
        bring(there, file)
        assert [person.name for person in there.list()] == ["Lin"]


def test_an_import_that_is_cancelled_or_fails_changes_nothing(file: Path, other: Home) -> None:
    with opened(other) as there:
        job = import_people(there, file, SECRET)
        for _ in range(3):
            next(job)
        there.add("Alex", [template(5)])  # the job holds no lock while it checks
        job.close()
        assert [person.name for person in there.list()] == ["Alex"]
        run = there.database.connection.execute
        run("PRAGMA wal_checkpoint(TRUNCATE)")
        run(f"PRAGMA max_page_count = {run('PRAGMA page_count').fetchone()[0]}")
        with pytest.raises(LikenessError, match="is full"):
            bring(there, file)
        assert [person.name for person in there.list()] == ["Alex"]


def test_one_persons_data_is_handed_over_in_readable_form(people: People, tmp_path: Path) -> None:
    one = template(1, side=40)
    person = people.add("李小龙", [one, template(2, side=40)], consent_by="his mother").person
    people.add("Somebody else", [template(3)])
    seen = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
    people.record_seen(person.id, 0.625, 3, seen)
    target = tmp_path / "his.zip"
    assert finish(hand_over(people, person.id, target)) == 2
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["pictures/001.png", "pictures/002.png", "thumbnail.jpg", "person.json"]
        archive.extractall(tmp_path / "out")
    found = json.loads((tmp_path / "out/person.json").read_text("utf-8"))
    assert found["name"] == "李小龙"
    assert found["consents"][0]["by"] == "his mother"
    assert found["recognitions"] == [{"at": "2026-03-04T05:06:00+00:00", "similarity": 0.625, "track": 3}]
    first = found["templates"][0]
    assert np.array_equal(read_picture(tmp_path / "out" / first["picture"]), one.crop)
    assert np.allclose(first["landmarks"], one.landmarks)
    assert np.array_equal(np.float32(first["embeddings"][0]["values"]), one.embedding)
    assert (first["embeddings"][0]["model"], first["embeddings"][0]["digest"]) == MODEL
    assert "Somebody" not in json.dumps(found)
    with pytest.raises(PersonGone):
        finish(hand_over(people, "0" * 32, target))


def test_a_template_without_unit_length_is_refused(people: People, tmp_path: Path, other: Home) -> None:
    """An embedding of another length would win every search."""
    huge = template(1)
    people.add("Giant", [replace(huge, embedding=huge.embedding * 9)])
    file = tmp_path / "giant"
    export(people, file)
    with opened(other) as there, pytest.raises(ExportDamaged):
        bring(there, file)
