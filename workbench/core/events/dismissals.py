"""Dismissals: contradictions that a person found not worth more time, and why.

A dismissal is of what was said, not of an event: which article stands for an event changes with
what comes in. It holds while the same values stand against each other; a row in which somebody
says something else comes back.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.core.events.contradictions import Contradiction, Side

TYPE = "dismissal"
OPEN, DISMISSED, SETTLED = "open", "dismissed", "settled"
"""Where a contradiction stands: nobody ruled, put away, or ruled on with the other side linked."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Who put a contradiction away, when (ISO 8601, UTC) and why.

    `values` are the numbers that stood against each other, none for two accounts in words;
    `quotes` digests of all that was quoted.
    """

    id: str
    slot: str
    values: frozenset[str]
    quotes: frozenset[str]
    why: str
    by: str
    at: str

    @classmethod
    def from_document(cls, doc: Mapping[str, Any]) -> "Dismissal":
        """Read a stored document of type "dismissal"."""
        return cls(
            doc["id"], doc["slot"], frozenset(doc["values"]), frozenset(doc["quotes"]), doc[TYPE],
            doc["by"], doc["at"],
        )  # fmt: skip

    def covers(self, row: Contradiction) -> bool:
        """Whether it is of this contradiction as it stands.

        Numbers have to be the same ones, with a passage in common; of two accounts the clearest
        passages of both have to have been there.
        """
        if row.slot != self.slot or row.numbers != self.values:
            return False
        if self.values:
            return not self.quotes.isdisjoint(map(quote_digest, _sides(row)))
        return self.quotes.issuperset(quote_digest(value.sides[0]) for value in row.values)


def dismissing(row: Contradiction, why: str) -> dict[str, Any]:
    """The document that dismisses a contradiction."""
    return {
        "type": TYPE,
        "id": row.id,
        "claim": None,
        TYPE: why,
        "slot": row.slot,
        "values": sorted(row.numbers),
        "quotes": sorted({quote_digest(side) for side in _sides(row)}),
    }


def quote_digest(side: Side) -> str:
    """16 hex digits of what a passage says, the same in whichever article it stands."""
    words = " ".join(side.quote.split())
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _sides(row: Contradiction) -> Iterable[Side]:
    return (side for value in row.values for side in value.sides)
