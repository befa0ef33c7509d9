"""What people keep about contradictions: put away and why, given to whom, notes.

All of it is of what was said, not of an event: which article stands for an event changes with
what comes in. A dismissal holds while the same values stand against each other, and a row in
which somebody says something else comes back. Who works on a row, and what is noted on it, stays
with it then.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.core.events.contradictions import Contradiction, Side

TYPE = "dismissal"
ASSIGNMENT, NOTE = "conflict_assignment", "conflict_note"
"""Types of the records that give a contradiction to somebody, and that note something on it."""
OPEN, DISMISSED, SETTLED = "open", "dismissed", "settled"
"""Where a contradiction stands: nobody ruled, put away, or ruled on with the other side linked."""


@dataclass(frozen=True, slots=True)
class Hold:
    """By what a contradiction is known again.

    `values` are the numbers that stood against each other, none for two accounts in words;
    `quotes` digests of all that was quoted.
    """

    slot: str
    values: frozenset[str]
    quotes: frozenset[str]

    @classmethod
    def of(cls, row: Contradiction) -> "Hold":
        """The hold on a contradiction as it stands."""
        return cls(row.slot, row.numbers, frozenset(map(quote_digest, _sides(row))))

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Hold":
        """Read what `fields` wrote."""
        return cls(doc["slot"], frozenset(doc["values"]), frozenset(doc["quotes"]))

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of a record of it."""
        return {
            "slot": self.slot, "values": sorted(self.values), "quotes": sorted(self.quotes),
        }  # fmt: skip

    def covers(self, row: Contradiction) -> bool:
        """Whether it is of this contradiction with the same values.

        Numbers have to be the same ones, with a passage in common; of two accounts the clearest
        passages of both have to have been there.
        """
        if row.slot != self.slot or row.numbers != self.values:
            return False
        if self.values:
            return self.touches(row)
        return self.quotes.issuperset(quote_digest(value.sides[0]) for value in row.values)

    def touches(self, row: Contradiction) -> bool:
        """Whether it is of this contradiction, whatever values came to it since."""
        return row.slot == self.slot and not self.quotes.isdisjoint(map(quote_digest, _sides(row)))


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Who put a contradiction away, when (ISO 8601, UTC) and why."""

    id: str
    hold: Hold
    why: str
    by: str
    at: str

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Dismissal":
        """Read a stored document of type "dismissal"."""
        return cls(doc["id"], Hold.from_document(doc), doc[TYPE], doc["by"], doc["at"])


@dataclass(frozen=True, slots=True)
class Kept:
    """Whom a contradiction was given to, or a note on it (`text`), by whom and when."""

    id: str
    hold: Hold
    text: str
    by: str
    at: str

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Kept":
        """Read a stored document of type ASSIGNMENT or NOTE."""
        return cls(doc["id"], Hold.from_document(doc), doc[doc["type"]], doc["by"], doc["at"])


def record(kind: str, id: str, row: Contradiction, text: str) -> dict[str, Any]:
    """The document (of type TYPE, ASSIGNMENT or NOTE) that keeps a text about a contradiction."""
    return {"type": kind, "id": id, "claim": None, kind: text, **Hold.of(row).fields}


def quote_digest(side: Side) -> str:
    """16 hex digits of what a passage says, the same in whichever article it stands."""
    words = " ".join(side.quote.split())
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _sides(row: Contradiction) -> Iterable[Side]:
    return (side for value in row.values for side in value.sides)
