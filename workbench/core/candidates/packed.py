"""Readings: what the claim finder read in a passage, packed to lie in an index.

A query compares dozens of passages; reading the figures, dates and the claimant of
each again would cost more than all the rest of it. They are read once, when the
article comes in, and with all of the article in sight.
"""

from dataclasses import astuple
from datetime import date

from workbench.core.candidates.hits import Packed
from workbench.core.claims import Claim
from workbench.core.reading.dates.mentions import DateMention
from workbench.core.reading.figures import Figure

Slots = tuple[str, tuple[Figure, ...], tuple[DateMention, ...]]
"""The claimant ("" unknown), the figures and the dates of a passage."""


def pack(claim: Claim) -> Packed:
    """What was read in a claim, as plain JSON; offsets stay those of the article."""
    dates = [
        [m.text, m.start, m.end, _iso(m.from_), _iso(m.to), m.attaches, m.rule, m.vague]
        for m in claim.dates
    ]
    return [claim.claimant, [list(astuple(figure)) for figure in claim.figures], dates]


def unpack(packed: Packed) -> Slots:
    """What `pack` packed."""
    claimant, figures, dates = packed
    return (
        claimant,
        tuple(Figure(*figure) for figure in figures),
        tuple(
            DateMention(text, start, end, _day(first), _day(last), *rest)
            for text, start, end, first, last, *rest in dates
        ),
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
