"""`likeness enroll` and `likeness people`: enrol, list, rename, merge, erase, export, import."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from desktop.commands.context import BadUsage, Context
from desktop.errors import FileMissing

if TYPE_CHECKING:
    from desktop.people.person import Person
    from desktop.people.store import People

_people = typer.Typer(no_args_is_help=True, help="The enrolled: list, rename, merge, erase, export, import.")

Name = Annotated[str, typer.Argument(help="A person's name; upper and lower case alike.")]


def register(app: typer.Typer) -> None:
    """Add `enroll` and `people` to the command line."""
    app.command("enroll")(enroll)
    app.add_typer(_people, name="people")


def enroll(
    typer_context: typer.Context,
    name: Annotated[str, typer.Argument(help="Whom the pictures show; a known name gets more templates.")],
    pictures: Annotated[list[Path], typer.Argument(metavar="PICTURE...", help="Pictures of the person.")],
    face: Annotated[
        str, typer.Option(help="only: one face in a picture; largest: take the largest.")
    ] = "only",
    consent: Annotated[str, typer.Option(help="With whose consent; else the person's own.")] = "",
) -> None:
    """Enrol a person from pictures, one is enough."""
    from desktop.faces.load import load_detector, load_embedder
    from desktop.people.enrol import enrol_pictures
    from desktop.people.person import tidy_name

    context: Context = typer_context.obj
    if face not in ("only", "largest"):
        raise BadUsage(problem=f"--face is only or largest, not “{face}”.")
    tidy_name(name)
    for picture in pictures:
        if not picture.exists():
            raise FileMissing(path=picture)
    settings = context.settings()
    detector = load_detector(context.home, settings)
    embedder = load_embedder(context.home, settings, device=context.wanted_device)
    with context.open_people() as people:
        job = enrol_pictures(people, detector, embedder, name, pictures, face, consent_by=consent)
        enrolment = context.run(job, "Enrolling")
    person = enrolment.changes[-1].person
    quality = [
        {
            "picture": one.picture,
            "score": round(one.quality.score, 4),
            "advice": [advice.value for advice in one.quality.advice],
        }
        for one in enrolment.taken
    ]
    context.answer(
        {"person": person.id, "name": person.name, "templates": person.templates, "quality": quality},
        "\n".join(
            [
                f"{person.name}: {_pictures(person.templates)}.",
                *(
                    f"{one.picture}: quality {one.quality.score:.2f}"
                    + (f"; better with: {', '.join(one.quality.advice)}" if one.quality.advice else "")
                    for one in enrolment.taken
                ),
            ]
        ),
    )


@_people.command("list")
def list_(typer_context: typer.Context) -> None:
    """Who is enrolled."""
    from desktop.people.unlock import exists

    context: Context = typer_context.obj
    everybody: tuple[Person, ...] = ()
    if exists(context.home):
        with context.open_people() as people:
            everybody = people.list()
    if context.json:
        context.print_json([_row(person) for person in everybody])
    elif not everybody:
        context.say("Nobody is enrolled yet.")
    else:
        context.table(
            ("Name", "Pictures", "Added", "Consent"),
            [
                (one.name, one.templates, f"{one.added.astimezone():%Y-%m-%d %H:%M}", one.consent.by)
                for one in everybody
            ],
        )


@_people.command("rename")
def rename(
    typer_context: typer.Context, old: Name, new: Annotated[str, typer.Argument(help="The new name.")]
) -> None:
    """Give a person another name."""
    context: Context = typer_context.obj
    with _enrolled(context, old) as people:
        person = people.rename(people.find(old).id, new).person
    context.answer(_row(person), f"Renamed to {person.name}.")


@_people.command("merge")
def merge(
    typer_context: typer.Context,
    source: Annotated[str, typer.Argument(metavar="FROM", help="Who is dropped.")],
    into: Annotated[str, typer.Argument(metavar="INTO", help="Who gets the pictures.")],
) -> None:
    """Give everything of one person to another, and drop the first."""
    context: Context = typer_context.obj
    with _enrolled(context, source) as people:
        person = people.merge(people.find(source).id, people.find(into).id).person
    context.answer(_row(person), f"{person.name} now has {_pictures(person.templates)}.")


@_people.command("erase")
def erase(typer_context: typer.Context, name: Name) -> None:
    """Destroy a person's key and everything that is kept of that person. Can't be undone."""
    context: Context = typer_context.obj
    with _enrolled(context, name) as people:
        person = people.find(name)
        people.erase(person.id)
    context.answer({"person": person.id, "erased": True}, "Erased.")


@_people.command("export")
def export(
    typer_context: typer.Context,
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    person: Annotated[str, typer.Option(help="Only this person.")] = "",
    readable: Annotated[
        bool, typer.Option("--readable", help="A zip with JSON and pictures, not encrypted.")
    ] = False,
) -> None:
    """Write everybody into one encrypted file, or hand over one person's data in readable form."""
    from desktop.people.errors import ExportPassphraseNeeded, NobodyToExport, ReadableNeedsPerson
    from desktop.people.readable import hand_over
    from desktop.people.transfer import export_people
    from desktop.people.unlock import exists

    context: Context = typer_context.obj
    if readable and not person:
        raise ReadableNeedsPerson
    if not exists(context.home):
        raise NobodyToExport
    with context.open_people() as people:
        chosen = [people.find(person)] if person else people.list()
        if not chosen:
            raise NobodyToExport
        if readable:
            templates = context.run(hand_over(people, chosen[0].id, file), "Handing over")
            count = 1
        else:
            passphrase = context.passphrase("Passphrase for the exported file", new=True)
            if not passphrase:
                raise ExportPassphraseNeeded
            ids = [one.id for one in chosen]
            done = context.run(export_people(people, file, passphrase, ids), "Exporting")
            count, templates = done.people, done.templates
    context.answer(
        {"file": str(file), "people": count, "templates": templates, "readable": readable},
        f"{_people_count(count)} with {_pictures(templates)} written to {file}.",
    )


@_people.command("import")
def import_(
    typer_context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A file that “people export” wrote.")],
) -> None:
    """Merge the people of an exported file."""
    from desktop.people.errors import ExportLocked, ExportPassphraseNeeded
    from desktop.people.transfer import import_people

    context: Context = typer_context.obj
    if not file.exists():
        raise FileMissing(path=file)
    passphrase = context.passphrase("Passphrase of the exported file")
    if not passphrase:
        raise ExportPassphraseNeeded
    with context.open_people() as people:
        try:
            done = context.run(import_people(people, file, passphrase), "Importing")
        except ExportLocked:
            # The file may have come from a machine with another passphrase than LIKENESS_PASSPHRASE here.
            typed = context.ask("Passphrase of the exported file")
            if not typed:
                raise
            done = context.run(import_people(people, file, typed), "Importing")
    context.answer(
        {"added": done.added, "merged": done.merged, "templates": done.templates},
        f"{_people_count(done.added)} added, {done.merged} merged, {_pictures(done.templates)} new.",
    )


@contextmanager
def _enrolled(context: Context, name: str) -> Iterator[People]:
    """The enrolled, one of whom is called `name`; where nobody ever was, no vault is made to find out."""
    from desktop.people.errors import UnknownPerson
    from desktop.people.unlock import exists

    if not exists(context.home):
        raise UnknownPerson(name=name)
    with context.open_people() as people:
        yield people


def _row(person: Person) -> dict[str, object]:
    return {
        "person": person.id,
        "name": person.name,
        "templates": person.templates,
        "added": person.added.isoformat(),
        "consent": {"by": person.consent.by, "at": person.consent.at.isoformat()},
    }


def _pictures(count: int) -> str:
    return "1 picture" if count == 1 else f"{count} pictures"


def _people_count(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
