"""Heads that were taught on the enrolled. They say something about these people, so they live in the vault.

So does where a training stands that is not over. Both are sealed under a key of their own, and that key under
the vault's. They go with any of the people who took part: as their rows are deleted, the database deletes
them too.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.faces.face import ModelId
from desktop.people.errors import PersonGone
from desktop.people.handle import Handle
from desktop.people.rows import new_id

_TRAINING = "training"  # the name of what is no head yet; those of heads are random


class Heads(Handle):
    """What was learnt from the enrolled."""

    def keep_head(self, data: bytes, people: Iterable[str]) -> str:
        """Keep a head's bytes, with the ids of everybody whose pictures taught it; gives a random name.

        Raises PersonGone where one of them was erased meanwhile: then nothing is kept.
        """
        name = new_id()
        with self.changing():
            ids = sorted(set(people))
            if not all(self.rows.has(person) for person in ids):
                raise PersonGone
            self.rows.write_head(name, data, ids)
        return name

    def head(self, name: str) -> bytes | None:
        """A head's bytes, None where it is not there (any more)."""
        with self.reading():
            return self.rows.head(name)

    def heads(self) -> tuple[str, ...]:
        """The names of all kept heads."""
        with self.reading():
            return tuple(name for name in self.rows.head_names() if name != _TRAINING)

    def forget_head(self, name: str) -> None:
        """Destroy a head; nothing where there is none."""
        with self.changing():
            self.rows.delete_head(name)
            self.note_clean_up()
        self.clean_up()

    def keep_training(self, data: bytes, people: Iterable[str]) -> None:
        """Keep where training on these people stands, in place of what was kept before. Raises PersonGone."""
        with self.changing():
            ids = sorted(set(people))
            if not all(self.rows.has(person) for person in ids):
                raise PersonGone
            self.rows.delete_head(_TRAINING)
            self.rows.write_head(_TRAINING, data, ids)

    def training(self) -> bytes | None:
        """What `keep_training` kept last; None where nothing is there (any more)."""
        return self.head(_TRAINING)

    def forget_training(self) -> None:
        """Destroy it; nothing where there is none."""
        if self.training() is not None:
            self.forget_head(_TRAINING)

    def forget_model(self, model: ModelId) -> None:
        """Delete everybody's embeddings by one model."""
        with self.changing():
            self.rows.delete_embeddings(model)
            self.note_clean_up()
        self.clean_up()
