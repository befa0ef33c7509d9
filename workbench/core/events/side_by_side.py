"""Figures side by side: what is counted × source × day, with what each says to the rest."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import ROUNDING, compatible, number_of
from workbench.core.compare.figure_reasons import is_partial
from workbench.core.compare.toll_slots import FALLING, TOLLS, group_of
from workbench.core.lexicon.en.framing_words import TELLING
from workbench.core.reading.figures import is_stated
from workbench.core.reading.model import DateMention, Figure
from workbench.core.reading.terms import fold_word, stem

MOST_TIMES = 25.0
"""Times that a toll may exceed another of its event: beyond, the smaller is of a part."""
BEFORE = 40
"""Characters before a date, or around a figure, in which the words that bind it stand."""
_SINCE = re.compile(
    r"\b(?:since|after|following|from|began|started|broke out|erupted)\b", re.IGNORECASE
)
"""Words after which a date is a beginning."""
_UNTIL = re.compile(
    r"\b(?:by|as of|until|till|up to|through|to|and)\s(?:\w{1,12}\s){0,2}$", re.IGNORECASE
)
"""Words after which a date is the day of the count."""
_STILL = re.compile(r"\b(?:ha[sv]e|so far|until now|to date|now)\b", re.IGNORECASE)
"""Words of a count that goes on."""
_CLAUSE = re.compile(r"[;:—–]|\b(?:when|which|who|that|where|while|although|but|in a|during)\b")
"""What ends the clause of a figure or of a date."""

FIRST = "first"
EQUAL = "equal"
COMPATIBLE = "compatible"
LATER = "later revision"
PART = "part or earlier"
CONFLICT = "conflict"
"""The marks: what a row says to the rows of the same thing and event before it. A smaller
figure beside a larger one of the same article and speaker is a part of it, or an
earlier count: a report does not contradict itself. So are a few of many, and the children
among everybody. People described one by one make no row beside a count."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of one source.

    `of` is what is counted (the unit where that is not said), `as_of` the day for which it is given
    (see `as_of`).
    `event` numbers the event that its article reports, from 1; only rows of one
    event are compared. `mark` compares it with the rows before it. `denied` says that the
    passage denies it.
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
    event: int = 1
    denied: bool = False


Said = tuple[Bearing, Figure]


def figures_side_by_side(
    sides: Iterable[Bearing], events: Mapping[str, int] | None = None
) -> list[FigureRow]:
    """The figures of many passages, by event, by what they count and then by day.

    `events` numbers the events of the articles; without it all report one event.
    The first row of a thing is marked "first"; a further one is "equal" or
    "compatible" where it fits the latest one before it, a "later revision" where a
    toll is higher on a later day, "part or earlier" where its article gives a larger
    one, and otherwise a "conflict".
    """
    by_thing: dict[tuple[int, str, str], list[Said]] = defaultdict(list)
    for side in sides:
        event = events.get(side.article, 0) if events else 1
        for figure in side.figures:
            if (figure.of or figure.unit) and not figure.incidental:
                by_thing[event, *_thing(figure)].append((side, figure))
    ordered = sorted(by_thing.items(), key=lambda found: (found[0][0], -len(found[1])))
    return [row for key, found in ordered for row in _rows(found, key[0])]


def _thing(figure: Figure) -> tuple[str, str]:
    if figure.of in TOLLS:
        return figure.of, ""
    return " ".join(stem(fold_word(word)) for word in figure.of.split()), figure.unit


def _rows(found: Sequence[Said], event: int) -> Iterator[FigureRow]:
    dated = sorted(found, key=lambda pair: (as_of(*pair) or date.max, pair[0].article))
    largest: dict[tuple[str, str], float] = defaultdict(float)
    for side, figure in found:
        largest[_voice(side)] = max(largest[_voice(side)], number_of(figure))
    most = max(largest.values())
    before: list[tuple[date | None, Figure]] = []
    for side, figure in dated:
        day = as_of(side, figure)
        less = figure.of in TOLLS and 0 < number_of(figure) < most
        if less and not is_stated(figure):
            continue
        part = figure.of in TOLLS and (
            number_of(figure) < largest[_voice(side)] or (less and _is_of_some(side, figure, most))
        )
        yield FigureRow(
            of=figure.of or figure.unit,
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
            mark=PART if part else _mark(day, figure, before),
            event=event,
            denied=is_denied(side, figure),
        )
        if not part:
            before.append((day, figure))


def is_denied(side: Bearing, figure: Figure) -> bool:
    """Whether the passage says a figure only to deny it."""
    behind = any(denial.end <= figure.start for denial in side.reading.denials)
    return behind or any(
        negation.covers(figure.start) and not _presupposed(side, negation.scope_start, figure)
        for negation in side.reading.negations
    )


_THE_ONE_THAT = re.compile(r"\bthe\b[^,.;]*?\b([\w-]+) (?:that|which|who)\b", re.IGNORECASE)


def _presupposed(side: Bearing, negated_from: int, figure: Figure) -> bool:
    """Whether what a negation reaches only names what a figure is told of: "has not found the
    driver who killed four people", but not "denied the report that four died"."""
    between = side.quote[negated_from - side.start : figure.start - side.start]
    return any(found[1].lower() not in TELLING for found in _THE_ONE_THAT.finditer(between))


def _is_of_some(side: Bearing, figure: Figure, most: float) -> bool:
    """Whether a toll is of the children, of "one of the three", or of very few of many."""
    few = number_of(figure) * MOST_TIMES < most
    return few or bool(group_of(figure)) or is_partial(side, figure)


def _voice(side: Bearing) -> tuple[str, str]:
    """Who gives a figure: the article, and whom it names as its source."""
    return side.article, side.claimant


def as_of(side: Bearing, figure: Figure) -> date | None:
    """The day for which a passage gives a figure.

    That is the end of the dated event nearest to the figure, where the date stands in
    the figure's own clause ("by June 2020 30 people had been killed"); else the day of
    publication. A count that begins at a date ("since 2014", "after the war began in
    2014") runs on until it is published, and what is counted with "has been" does too.
    The day on which people were killed is no day of a count: it may be revised later.
    """
    text, base = side.quote, side.start
    near = [
        (max(d.start - figure.end, figure.start - d.end), d.to or d.from_)
        for d in side.dates
        if d.from_
        and not d.vague
        and _dates(text, figure, d, base, event_days=side.published is None)
    ]
    day = min(near, key=lambda found: found[0])[1] if near else None
    if day is None or (side.published and day > side.published):
        return side.published
    return day


def _dates(text: str, figure: Figure, dated: DateMention, base: int, event_days: bool) -> bool:
    """Whether a date says when a figure held, rather than when something else began."""
    first, last = sorted(((figure.start, figure.end), (dated.start, dated.end)))
    between = text[max(0, first[1] - base) : max(0, last[0] - base)]
    before = text[max(0, dated.start - base - BEFORE) : max(0, dated.start - base)]
    if _CLAUSE.search(between):
        return False
    if _UNTIL.search(before):
        return True
    if figure.of in TOLLS and dated.to in {None, dated.from_} and not event_days:
        return False
    counted = text[max(0, figure.start - base - BEFORE) : figure.end - base + BEFORE]
    return not any(
        words.search(around)
        for words, around in ((_SINCE, before), (_SINCE, between), (_STILL, counted))
    )


def _mark(day: date | None, figure: Figure, before: Sequence[tuple[date | None, Figure]]) -> str:
    if not before:
        return FIRST
    if any(figure.low == f.low and figure.high == f.high for _, f in before):
        return EQUAL
    last_day, last = before[-1]
    later = day is not None and last_day is not None and day > last_day
    if later and _grew(figure, last) > 1 + ROUNDING:
        return LATER
    if compatible(figure, last):
        return COMPATIBLE
    return LATER if later and _grew(figure, last) > 1 else CONFLICT


def _grew(figure: Figure, last: Figure) -> float:
    """How many times as large a toll has become (of the missing: as small); 0 of no toll."""
    if figure.of not in TOLLS:
        return 0.0
    now, then = number_of(figure), number_of(last)
    if figure.of in FALLING:
        now, then = then, now
    return now / then if then else float(now > 0) * 2
