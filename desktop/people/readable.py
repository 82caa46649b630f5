"""One person's data in readable form, for the person who asks for it: a zip with JSON and pictures."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Generator
from pathlib import Path

import numpy as np

from desktop.files import replaced
from desktop.people.records import Stored
from desktop.people.store import People
from desktop.people.transfer import check_target
from desktop.progress import Progress


def hand_over(people: People, person: str, file: Path) -> Generator[Progress, None, int]:
    """Write everything that is kept of a person (an id) into a zip; gives the number of pictures.

    `person.json` has the name, consents, templates with landmarks and embeddings, and the recognitions; the
    crops are PNG files beside it. The file is not encrypted. Raises PersonGone, ExportOverPeople, DiskFull or
    NotWritable.
    """
    check_target(people, file)
    whose = people.get(person)
    pictures = people.pictures(person)
    templates = []
    with replaced(file) as out, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for number, picture in enumerate(pictures, start=1):
            yield Progress(number - 1, len(pictures), "handing over")
            with people.reading(), people.there():
                stored = people.rows.stored(person, picture.id)
            name = f"pictures/{number:03d}.png"
            archive.writestr(name, stored.png)
            templates.append({"picture": name, **_readable(stored)})
        with people.reading(), people.there():
            thumbnail = people.rows.thumbnail(person)
        if thumbnail:
            archive.writestr("thumbnail.jpg", thumbnail)
        found = {
            "person": whose.id,
            "name": whose.name,
            "added": whose.added.isoformat(),
            "consents": [{"by": one.by, "at": one.at.isoformat()} for one in whose.consents],
            "templates": templates,
            "recognitions": [
                {"at": one.seen.isoformat(), "similarity": one.similarity, "track": one.track}
                for one in people.history(person)
            ],
        }
        archive.writestr("person.json", json.dumps(found, ensure_ascii=False, indent=2))
    return len(pictures)


def _readable(stored: Stored) -> dict[str, object]:
    return {
        "template": stored.id,
        "added": stored.details.added.isoformat(),
        "quality": stored.details.quality,
        "landmarks": stored.details.landmarks.tolist(),
        "embeddings": [
            {"model": model.name, "digest": model.digest, "values": np.frombuffer(numbers, "<f4").tolist()}
            for model, numbers in stored.embeddings
        ],
    }
