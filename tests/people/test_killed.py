"""Killed at any moment, no person is lost or half there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from desktop.paths import Home
from tests.people.made import MODEL, PASSPHRASE, opened

CHANGES = """
import sys
from pathlib import Path
from desktop.paths import Home
from tests.people.made import opened, template

people = opened(Home(Path(sys.argv[1])), patience=5)
number = int(sys.argv[2])
print("ready", flush=True)
while True:
    person = people.add(f"Person {number}", [template(3 * number + i, side=120) for i in range(3)]).person
    print("added", number, flush=True)
    if number % 4 == 3:
        people.merge(person.id, people.find("Person 0").id)
        print("merged", number, flush=True)
    if number % 4 == 2:
        people.rename(person.id, f"Renamed {number}")
        print("renamed", number, flush=True)
    number += 1
"""

ROUNDS = 8


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
def test_killed_while_people_are_added_merged_and_renamed(home: Home) -> None:
    chance = random.Random(5)
    done: list[tuple[str, int]] = []
    following = 0
    for _ in range(ROUNDS):
        child = subprocess.Popen(
            [sys.executable, "-c", CHANGES, str(home.root), str(following)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "LIKENESS_PASSPHRASE": PASSPHRASE},
        )
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.25))  # the moment is the test's subject, nothing is waited for
        child.send_signal(signal.SIGKILL)
        said, _ = child.communicate(timeout=30)
        lines = [line for line in said.splitlines(keepends=True) if line.endswith("\n")]
        done += [(line.split()[0], int(line.split()[1])) for line in lines]
        following = check(home, done)
    assert following > ROUNDS


def check(home: Home, done: list[tuple[str, int]]) -> int:
    """Everything that was reported is there, and whole; gives the number of the next person."""
    with opened(home, patience=5) as people:
        assert people.database.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        listed = {person.name: person for person in people.list()}
        merged = 0
        for person in listed.values():
            pictures = people.pictures(person.id)
            assert len(pictures) % 3 == 0
            assert all(picture.models == (MODEL,) for picture in pictures)
            assert people.thumbnail(person.id) is not None
            for picture in pictures:
                assert people.crop(picture.id).picture.shape == (120, 122, 3)
            if person.name == "Person 0":
                merged = len(pictures) // 3 - 1
            else:
                assert len(pictures) == 3
        everybody = len(listed) + merged
        for what, number in done:
            if what == "added":
                assert number < everybody
            elif what == "merged":
                assert f"Person {number}" not in listed
            else:
                assert f"Renamed {number}" in listed
        assert len(people.templates(MODEL).templates) == 3 * everybody
        # At most the change that was under way at each kill was kept without having been reported.
        assert everybody - len([what for what, _ in done if what == "added"]) <= ROUNDS
        return everybody
