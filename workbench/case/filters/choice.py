"""Which of the claims are listed, and in which order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from workbench.case import ClaimRow
from workbench.case.filters.facets import passing, read
from workbench.case.filters.words import found, haystack
from workbench.core.reading.kinds import KINDS
from workbench.core.verdicts.standing import STATUSES

SORTS: tuple[tuple[str, Callable[[ClaimRow], Any] | None], ...] = (
    ("score", None),
    ("article", lambda row: (row.article, row.start)),
    ("date", lambda row: (row.published is None, row.published, row.article, row.start)),
    ("status", lambda row: STATUSES.index(row.status) if row.status in STATUSES else 99),
    ("claimant", lambda row: (not row.claimant, row.claimant.lower())),
)
"""(word, sort key); the case hands the rows over by score already."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reviewer wants to see of the queue; empty fields do not narrow."""

    words: str = ""
    kind: str = ""
    status: str = ""
    article: str = ""
    sort: str = "score"

    def next_kind(self, step: int) -> "Choice":
        """The next kind, with all kinds between the last and the first."""
        return replace(self, kind=_turn(("", *KINDS), self.kind, step))

    def next_status(self) -> "Choice":
        """The next status, with all between the last and the first."""
        return replace(self, status=_turn(("", *STATUSES), self.status, 1))

    def next_sort(self) -> "Choice":
        """The next order."""
        return replace(self, sort=_turn(tuple(name for name, _ in SORTS), self.sort, 1))


def _turn(values: Sequence[str], value: str, step: int) -> str:
    return values[(values.index(value) + step) % len(values)]


class Queue:
    """All claims of the case. Built and asked off the screen's thread."""

    def __init__(self, rows: Sequence[ClaimRow]) -> None:
        self.rows = list(rows)
        self.reasons: Mapping[str, tuple[str, ...]] = {}
        self._places = {row.id: index for index, row in enumerate(self.rows)}

    @cached_property
    def _hays(self) -> list[str]:
        """What words are looked for in; made when the first are typed, for the list is awaited."""
        return [
            haystack(
                row.quote, row.claimant, row.publisher, row.title, row.article, row.id, row.rating
            )
            for row in self.rows
        ]

    @property
    def ruled(self) -> int:
        """Claims with a verdict."""
        return sum(1 for row in self.rows if row.rating)

    @staticmethod
    def faults(choice: Choice) -> tuple[str, ...]:
        """What the words of a choice ask for that there is not."""
        return read(choice.words).faults

    def wants_reasons(self, choice: Choice) -> bool:
        """Whether a choice asks for reasons that were not read yet."""
        return bool(self.rows and not self.reasons and read(choice.words).criteria)

    def select(self, choice: Choice, cancelled: Callable[[], bool]) -> list[ClaimRow] | None:
        """The rows of a choice in its order; None when a newer choice cancelled it."""
        typed = read(choice.words)
        if typed.words:
            hits = found(typed.words, self._hays, cancelled)
            if hits is None:
                return None
            rows = [self.rows[index] for index in hits]
        else:
            rows = self.rows
        if typed.criteria:
            why = self.reasons
            rows = [r for r in rows if all(t(why.get(r.id, ())) for t in typed.criteria)]
        if typed.tests:
            kept = passing(rows, typed.tests, cancelled)
            if kept is None:
                return None
            rows = kept
        rows = [row for row in rows if _chosen(row, choice)] if _narrows(choice) else list(rows)
        order = dict(SORTS)[choice.sort]
        return sorted(rows, key=order) if order else rows

    def replace(self, row: ClaimRow) -> None:
        """Put a row that was read again in its place."""
        if row.id in self._places:
            self.rows[self._places[row.id]] = row


def _narrows(choice: Choice) -> bool:
    return bool(choice.kind or choice.status or choice.article)


def _chosen(row: ClaimRow, choice: Choice) -> bool:
    return (
        (not choice.kind or choice.kind in row.kinds)
        and (not choice.status or row.status == choice.status)
        and (not choice.article or row.article == choice.article)
    )
