"""Figures side by side: what is counted × source × day, with what each says to the rest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.core.bearings import Bearing
from workbench.core.signals.figures import Figure
from workbench.core.slots.figures import TOLLS, compatible
from workbench.core.terms import fold_word, stem

FIRST = "first"
EQUAL = "equal"
COMPATIBLE = "compatible"
LATER = "later revision"
CONFLICT = "conflict"
"""The marks: what a row says to the rows of the same thing before it."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of one source.

    `of` is what is counted, `as_of` the day for which it is given: the first dated
    event of its passage, else the day of publication. `mark` compares it with
    the rows before it.
    """

    of: str
    article: str
    publisher: str
    quote: str
    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str
    as_of: date | None
    claimant: str
    mark: str


def figures_side_by_side(sides: Iterable[Bearing]) -> list[FigureRow]:
    """The figures of many passages, by what they count and then by day.

    The first row of a thing is marked "first"; a further one is "equal" or
    "compatible" where it fits the latest one before it, a "later revision" where a
    toll is higher on a later day, and otherwise a "conflict".
    """
    by_thing: dict[tuple[str, str], list[tuple[Bearing, Figure]]] = defaultdict(list)
    for side in sides:
        for figure in side.figures:
            if figure.of and not figure.incidental:
                by_thing[_thing(figure)].append((side, figure))
    ordered = sorted(by_thing.values(), key=lambda found: -len(found))
    return [row for found in ordered for row in _rows(found)]


def _thing(figure: Figure) -> tuple[str, str]:
    if figure.of in TOLLS:
        return figure.of, ""
    return " ".join(stem(fold_word(word)) for word in figure.of.split()), figure.unit


def _rows(found: Sequence[tuple[Bearing, Figure]]) -> Iterator[FigureRow]:
    dated = sorted(found, key=lambda pair: (as_of(pair[0]) or date.max, pair[0].article))
    before: list[tuple[date | None, Figure]] = []
    for side, figure in dated:
        day = as_of(side)
        yield FigureRow(
            of=figure.of,
            article=side.article,
            publisher=side.publisher,
            quote=side.quote,
            start=figure.start,
            end=figure.end,
            text=figure.text,
            low=figure.low,
            high=figure.high,
            unit=figure.unit,
            as_of=day,
            claimant=side.claimant,
            mark=_mark(day, figure, before),
        )
        before.append((day, figure))


def as_of(side: Bearing) -> date | None:
    """The day for which a passage gives its figures."""
    dated = (d.to or d.from_ for d in side.dates if d.from_ and not d.vague)
    return next(dated, side.published)


def _mark(day: date | None, figure: Figure, before: Sequence[tuple[date | None, Figure]]) -> str:
    if not before:
        return FIRST
    if any(figure.low == f.low and figure.high == f.high for _, f in before):
        return EQUAL
    last_day, last = before[-1]
    if compatible(figure, last):
        return COMPATIBLE
    rises = (figure.low or figure.high or 0.0) > (last.low or last.high or 0.0)
    if figure.of in TOLLS and rises and day and last_day and day > last_day:
        return LATER
    return CONFLICT
