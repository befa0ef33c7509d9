"""Reading the history of a store, from either end, without holding all of it."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from workbench.core.verdicts.history import Change, change_of
from workbench.core.verdicts.records import to_json
from workbench.edges.store.journal import Line, Place, line_at
from workbench.edges.store.journals import Journals
from workbench.errors import UsageError


class Past:
    """The entries of all journals in one order, numbered from 1.

    Keeps where each entry stands, not what it says.
    """

    def __init__(self, journals: Journals) -> None:
        self._journals = journals
        self._guard = threading.Lock()
        self._seen: dict[str, int] = {}
        self._places: list[Place] = []
        self._numbers: dict[str, int] = {}
        self._of_claim: dict[bytes, list[int]] = {}

    def changes(self, since: int, newest_first: bool, claim: str | None = None) -> Iterator[Change]:
        """The entries after number `since`; those that no longer read are left out.

        With a claim, only its own: the others are not even read.
        """
        self._catch_up()
        places, numbers = self._places, self._wanted(since, claim)
        with ExitStack() as files:
            handles: dict[Path, IO[bytes]] = {}
            for number in reversed(numbers) if newest_first else numbers:
                place = places[number - 1]
                if place.path not in handles:
                    journal = self._journals.folder / place.path.name
                    handles[place.path] = files.enter_context(journal.reading())
                line = _read(place, handles[place.path])
                if line is not None and (claim is None or line.entry["claim"] == claim):
                    undoes = self._numbers.get(line.entry.get("undoes", ""))
                    yield change_of(line.entry, line.hash, place.writer, number, undoes)

    def _wanted(self, since: int, claim: str | None) -> Sequence[int]:
        """The numbers of the entries to read, oldest first."""
        if claim is None:
            return range(since + 1, len(self._places) + 1)
        own = self._of_claim.get(to_json(claim).encode(), ())
        return sorted(number for number in (*own, *self._of_claim.get(b"", ())) if number > since)

    def hash_of(self, number: int) -> str:
        """The hash of an entry. Raises UsageError when there is none of that number."""
        self._catch_up()
        if not 0 < number <= len(self._places):
            raise UsageError(f"the history has no entry {number}")
        return self._places[number - 1].hash

    def _catch_up(self) -> None:
        with self._guard:
            self._read_on()

    def _read_on(self) -> None:
        """Take in the entries that were written or read since the last call."""
        found: dict[str, Place] = {}
        sizes = self._journals.sizes()
        for place in self._journals.places(self._seen, sizes):
            if place.hash not in self._numbers:
                found.setdefault(place.hash, place)
        new = list(found.values())
        if new and self._places and new[0] < self._places[-1]:
            self._places = sorted([*self._places, *new])  # another copy was joined
            self._numbers, self._of_claim = {}, {}
            self._number(self._places, 1)
        elif new:
            first = len(self._places) + 1
            self._places += new
            self._number(new, first)
        self._seen = sizes

    def _number(self, places: Sequence[Place], first: int) -> None:
        for number, place in enumerate(places, first):
            self._numbers[place.hash] = number
            self._of_claim.setdefault(place.claim, []).append(number)


def _read(place: Place, file: IO[bytes]) -> Line | None:
    file.seek(place.start)
    return line_at(place, file.read(place.end - place.start))
