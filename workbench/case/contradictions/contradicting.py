"""The contradictions of a case as people work with them: what is open, settled, put away."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from workbench.case.context import Cancelled, Parts, Progress
from workbench.case.contradictions.comparing import Comparing
from workbench.case.saving import save
from workbench.core.events.contradictions import Contradiction, Side
from workbench.core.events.dismissals import (
    ASSIGNMENT,
    DISMISSED,
    NOTE,
    OPEN,
    SETTLED,
    TYPE,
    Dismissal,
    Kept,
    record,
)
from workbench.errors import UnknownId, UsageError

SHORTEST_PREFIX = 4
"""Hex digits of an id that a user has to type at the least."""

Place = tuple[str, int, int]
"""Article, start, end of a passage."""


@dataclass(frozen=True, slots=True)
class Row:
    """A contradiction with its status; `dismissal` where it was put away, `assignee` whom it was
    given to ("" nobody), `notes` what was noted on it, oldest first."""

    found: Contradiction
    status: str = OPEN
    dismissal: Dismissal | None = None
    assignee: str = ""
    notes: tuple[Kept, ...] = ()


class Contradicting:
    """Listing contradictions, and deciding that one is not worth more time."""

    def __init__(self, parts: Parts, comparing: Comparing) -> None:
        self._parts = parts
        self._comparing = comparing

    def rows(
        self,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        *,
        since: date | None = None,
        dismissed: bool = False,
    ) -> list[Row]:
        """The contradictions that wait or are settled, strongest first; or those `dismissed`.

        `since` keeps those with a passage of an article that came in on that day (UTC) or later.
        """
        found = self._comparing.conflicts(progress, cancelled)
        if since:
            new = self._came_in_since(since)
            found = [row for row in found if any(side.article in new for side in _sides(row))]
        away = self.dismissals()
        settled = self._ruled()
        given, notes = self._kept(ASSIGNMENT), self._kept(NOTE)
        rows = (
            replace(
                _placed(row, away, settled),
                assignee=next((one.text for one in given if one.hold.touches(row)), ""),
                notes=tuple(one for one in notes if one.hold.touches(row)),
            )
            for row in found
        )
        return [row for row in rows if (row.status == DISMISSED) == dismissed]

    def dismissals(self) -> list[Dismissal]:
        """Every dismissal that stands, oldest first."""
        docs = self._parts.store.scan(TYPE)
        return sorted(map(Dismissal.from_document, docs), key=lambda d: (d.at, d.id))

    def dismiss(self, id: str, why: str) -> Dismissal:
        """Put a contradiction away, by its id or the first digits of it, with the reason.

        Raises UnknownId, UsageError without a reason or for digits of more than one.
        """
        if not why.strip():
            raise UsageError("a dismissal needs a reason: somebody will ask for it")
        row = self._of(id)
        stored = self._parts.store.get(TYPE, row.id)
        doc = record(TYPE, row.id, row, why.strip())
        expected = stored["revision"] if stored else 0
        return Dismissal.from_document(save(self._parts, doc, expected, "dismiss"))

    def assign(self, id: str, reviewer: str) -> Kept:
        """Give a contradiction to a reviewer; an empty name takes it back.

        It stays theirs when further values come to it. Raises UnknownId, UsageError.
        """
        row = self._of(id)
        known = next((one.id for one in self._kept(ASSIGNMENT) if one.hold.touches(row)), row.id)
        stored = self._parts.store.get(ASSIGNMENT, known)
        doc = record(ASSIGNMENT, known, row, reviewer.strip())
        expected = stored["revision"] if stored else 0
        return Kept.from_document(save(self._parts, doc, expected, "assignment"))

    def note(self, id: str, text: str) -> Kept:
        """Leave a note on a contradiction. Raises UnknownId, UsageError without a text."""
        if not text.strip():
            raise UsageError("a note needs a text")
        doc = record(NOTE, secrets.token_hex(8), self._of(id), text.strip())
        return Kept.from_document(save(self._parts, doc, 0, "note"))

    def notes(self, id: str) -> list[Kept]:
        """The notes on a contradiction, oldest first. Raises UnknownId, UsageError."""
        row = self._of(id)
        return [one for one in self._kept(NOTE) if one.hold.touches(row)]

    def _kept(self, kind: str) -> list[Kept]:
        docs = self._parts.store.scan(kind)
        return sorted(map(Kept.from_document, docs), key=lambda one: (one.at, one.id))

    def _of(self, typed: str) -> Contradiction:
        prefix = typed.strip().lower()
        rows = self._comparing.conflicts() if len(prefix) >= SHORTEST_PREFIX else []
        found = [row for row in rows if row.id.startswith(prefix)]
        if not found:
            raise UnknownId(f"no contradiction {prefix!r}; `workbench conflicts` lists them")
        if len({row.id for row in found}) > 1:
            raise UsageError(f"more than one contradiction begins with {prefix!r}")
        return found[0]

    def _came_in_since(self, since: date) -> set[str]:
        start = datetime(since.year, since.month, since.day, tzinfo=UTC).timestamp()
        return self._parts.catalog.changed_since(int(start * 1_000_000_000))

    def _ruled(self) -> list[tuple[Place, list[Place]]]:
        """The passages of claims with a verdict, each with the passages linked to it."""
        linked: dict[str, list[Place]] = {}
        for doc in self._parts.store.scan("link"):
            linked.setdefault(doc["claim"], []).append(_place(doc["anchor"]))
        verdicts = self._parts.store.scan("verdict")
        return [(_place(doc["anchor"]), linked.get(doc["claim"], [])) for doc in verdicts]


def _placed(
    row: Contradiction, away: Iterable[Dismissal], ruled: Iterable[tuple[Place, list[Place]]]
) -> Row:
    dismissal = next((one for one in away if one.hold.covers(row)), None)
    if dismissal:
        return Row(row, DISMISSED, dismissal)
    return Row(row, SETTLED if any(_settles(row, *one) for one in ruled) else OPEN)


def _settles(row: Contradiction, claim: Place, links: Iterable[Place]) -> bool:
    """Whether a verdict is on one side, with a passage of another value linked to it."""
    on = {n for n, value in enumerate(row.values) if any(_meet(s, claim) for s in value.sides)}
    others = (value for n, value in enumerate(row.values) if on and n not in on)
    return any(_meet(side, link) for value in others for side in value.sides for link in links)


def _meet(side: Side, place: Place) -> bool:
    article, start, end = place
    return side.article == article and side.start < end and start < side.end


def _place(anchor: dict[str, object]) -> Place:
    return str(anchor["article"]), int(str(anchor["start"])), int(str(anchor["end"]))


def _sides(row: Contradiction) -> Iterable[Side]:
    return (side for value in row.values for side in value.sides)
