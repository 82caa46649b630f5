"""When the enrolled were recognised, kept under each person's own key. Unknown people are never kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.people.handle import Handle
from desktop.people.person import Sighting, now


class History(Handle):
    """The recognitions of the enrolled."""

    def record_seen(
        self, person: str, similarity: float, track: int, seen: datetime | None = None
    ) -> Sighting:
        """Note that a person was recognised, now or at `seen` (with its time zone). Raises PersonGone."""
        with self.changing(), self.there():
            at = seen or now()
            number = self.rows.insert_sighting(person, at, similarity, track)
        return Sighting(number, person, at, similarity, track)

    def correct_seen(self, sighting: Sighting, person: str | None) -> Sighting | None:
        """A recognition was wrong: it was another person, or nobody who is enrolled (None: it is deleted).

        Raises PersonGone.
        """
        with self.changing(), self.there():
            if person is None:
                self.rows.delete_sightings([sighting.id])
                return None
            self.rows.move_sightings([sighting.id], sighting.person, person)
        return replace(sighting, person=person)

    def history(self, person: str | None = None) -> tuple[Sighting, ...]:
        """When a person, or anybody, was recognised, newest first. Raises PersonGone."""
        with self.reading(), self.there():
            found = list(self.rows.sightings(self.rows.ids() if person is None else (person,)))
        return tuple(sorted(found, key=lambda sighting: (sighting.seen, sighting.id), reverse=True))

    def forget_history(self, before: datetime) -> int:
        """Delete the recognitions before that time; gives how many."""
        with self.changing():
            old = [one.id for one in self.rows.sightings(self.rows.ids()) if one.seen < before]
            self.rows.delete_sightings(old)
        return len(old)
