"""The ledger: what the reports of one event say that it cost, one row for each thing counted.

Three counts make a row: the low one, the best one and the high one, as the Uppsala Conflict Data
Program codes its events. Each is a count that an article really gives, with its sentence. Only the
latest count of each independent source is weighed, because tolls are revised: who copies an agency
or prints what one official said adds no source. What is no toll of the event stays beside the row
and says why: part of the toll, the toll of other times, a count that was withdrawn.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import compatible
from workbench.core.compare.figure_reasons import is_partial
from workbench.core.compare.toll_slots import GROUPS
from workbench.core.events.independence import groups
from workbench.core.events.ledger_rules import CONSERVATIVE, GRADED, RANGE
from workbench.core.events.side_by_side import is_denied
from workbench.core.reading.casualties.background import BACKGROUND
from workbench.core.reading.model import Figure
from workbench.core.reading.numbers.numbers import numbers_in
from workbench.core.reading.terms import fold_word, words

PART, OTHER_TIMES, WITHDRAWN = "part of the toll", "other times or places", "withdrawn"
"""Why a count is left out."""
WITHOUT_NUMBER = frozenset({"killed"})
"""What a row may be of though no article gives a number: "the fatal shooting" tells of one death.
Who "was taken to hospital" often dies: of 200 labelled incidents six more have the right count of
wounded without such rows."""
MOST_DAYS_BEFORE = 30
"""Days between an event and a report of it up to which a day that the report names may be the
event's."""
TWO = 2

_WITHDRAWN = re.compile(
    r"\b(?:(?:initial|earlier|previous|first|preliminary|original) (?:\w+ )?(?:reports?|tolls?"
    r"|counts?|figures?|estimates?|tall(?:y|ies)|versions?|statements?)"
    r"|(?:initially|earlier|previously|originally|first|wrongly|mistakenly|erroneously)"
    r" (?:said|reported|stated|put|given?|gave|counted|listed|announced)"
    r"|(?:down|up|revised|corrected|lowered|raised) from)\b",
    re.IGNORECASE,
)
"""Words before a figure that no longer holds: "earlier reports of nine dead", "down from 17"."""
BEFORE = 60
"""Characters before a figure in which such words stand."""


@dataclass(frozen=True, slots=True)
class Count:
    """What one article counts of one thing.

    `quote` is the sentence (`start`–`end` in the article; -1 for its title), `text` the figure in
    it, "" where the number was reckoned from what the sentence tells ("the fatal shooting").
    `copy_of` is the article that this one is a copy of, "" none. `aside` is why it is left out.
    """

    article: str
    publisher: str
    day: date | None
    claimant: str
    of: str
    low: float | None
    high: float | None
    text: str
    quote: str
    start: int = -1
    end: int = -1
    copy_of: str = ""
    aside: str = ""

    @property
    def number(self) -> float:
        """The number that stands for the count: its lower bound, else its upper one."""
        return self.low if self.low is not None else self.high or 0.0

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        return self.low, self.high


@dataclass(frozen=True, slots=True)
class Step:
    """A count as it first appeared: `change` says how it stands to the count before it, `sources`
    how many independent sources give it, `articles` in how many articles."""

    first: Count
    change: str
    sources: int
    articles: int


@dataclass(frozen=True, slots=True)
class Report:
    """What tells an event's name, day and place from one article."""

    article: str
    title: str
    published: date | None
    days: tuple[date, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """An event: its id, its clearest title, its day and place as far as they are told."""

    event: str
    title: str
    day: date | None
    place: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the ledger: what an event cost of one thing.

    `low` ≤ `best` ≤ `high` by their numbers. `sources` counts the independent sources, `grade`
    says how well they bear the best count. `steps` are the counts in the order in which they
    appeared, `copies` maps an article to the one whose words or source it repeats, `aside` holds
    what was left out.
    """

    head: Head
    of: str
    low: Count
    best: Count
    high: Count
    grade: str
    sources: int
    steps: tuple[Step, ...]
    copies: Mapping[str, str]
    aside: tuple[Count, ...]


def line_of(head: Head, counts: Iterable[Count], rule: str = RANGE) -> Line | None:
    """The row that the counts of one thing come to; None where all of them are left out.

    The order of the counts does not matter. `rule` is one of RULES.
    """
    ordered = sorted(with_parts(list(counts)), key=_in_time)
    told = _told(ordered)
    if not told:
        return None
    source = independent(told)
    latest = _latest(told, source)
    weighed = _borne_by_two(latest) if rule == GRADED else latest
    best = _best(weighed, rule)
    return Line(
        head,
        best.of,
        min(weighed, key=lambda c: (c.number, *_in_time(c))),
        best,
        max(weighed, key=lambda c: (c.number, *_in_time(c))),
        _grade(best, latest),
        len(latest),
        tuple(_steps(told, source)),
        _copies(told, source),
        tuple(count for count in ordered if count not in told),
    )


def _told(counts: Sequence[Count]) -> list[Count]:
    """The counts that are weighed: those that are given as a number of the whole toll. Where
    there is none, what seems to be a part of it is the toll; what was withdrawn never is."""
    holding = [count for count in counts if count.aside != WITHDRAWN]
    whole = [count for count in holding if not count.aside] or holding
    counted = [count for count in whole if count.text]
    return counted or [count for count in whole if count.of in WITHOUT_NUMBER]


def _one_person(count: Count) -> bool:
    """Whether somebody is described, "a child", and nobody counted."""
    return count.number == 1 and not numbers_in(count.text)


def _in_time(count: Count) -> tuple[object, ...]:
    """The earliest first, those without a day last; a fixed order among the rest."""
    return (
        count.day or date.max, count.article, count.start, count.number, count.text,
        count.high is None, count.high or 0.0, count.publisher, count.claimant, count.copy_of,
        count.quote, count.end,
    )  # fmt: skip


def independent(counts: Sequence[Count]) -> list[int]:
    """The number of the source of each count, the place of its first count.

    One source are copies, papers of one publisher, sentences of the same words and counts that
    name the same person or body.
    """
    source = groups([c.quote for c in counts], [c.claimant for c in counts])
    _join(source, [count.publisher for count in counts])
    _join(source, [count.copy_of or count.article for count in counts])
    return source


def _join(source: list[int], keys: Sequence[str]) -> None:
    """Make one source of all that have a key in common."""
    first: dict[str, int] = {}
    for place, key in enumerate(keys):
        if not key:
            continue
        low, high = sorted((source[first.setdefault(key, place)], source[place]))
        if low != high:
            source[:] = [low if number == high else number for number in source]


def _latest(counts: Sequence[Count], source: Sequence[int]) -> list[Count]:
    """The count by which each source stands: its last one, of one day the largest."""
    last: dict[int, Count] = {}
    for number, count in sorted(zip(source, counts, strict=True), key=lambda one: _by_day(one[1])):
        last[number] = count
    return list(last.values())


def _by_day(count: Count) -> tuple[object, ...]:
    return (count.day or date.min, count.number, *_in_time(count))


def _borne_by_two(latest: Sequence[Count]) -> Sequence[Count]:
    """The counts that two sources give; all of them where no count has two."""
    given = Counter(count.bounds for count in latest)
    return [count for count in latest if given[count.bounds] >= TWO] or latest


def _best(latest: Sequence[Count], rule: str) -> Count:
    """The count to go by; of several articles that give it the first one.

    Of counts that equally many sources give, one person described, "a child", yields to others.
    """
    if rule == CONSERVATIVE:
        return min(latest, key=lambda c: (c.number, *_in_time(c)))
    given = Counter(count.number for count in latest)
    counted = {count.number for count in latest if not _one_person(count)}
    newest: dict[float, date] = {}
    for count in latest:
        newest[count.number] = max(newest.get(count.number, date.min), count.day or date.min)
    number = max(given, key=lambda n: (given[n], n in counted, newest[n], n))
    return min((c for c in latest if c.number == number), key=_in_time)


def _grade(best: Count, latest: Sequence[Count]) -> str:
    """How well the best count is borne: by two or more sources, by one, or against others."""
    if any(not compatible(_figure(best), _figure(other)) for other in latest):
        return "contested"
    return "fair" if sum(c.number == best.number for c in latest) >= TWO else "weak"


def _figure(count: Count) -> Figure:
    return Figure(count.text, 0, 0, count.low, count.high, "", count.of, "")


def _steps(counts: Sequence[Count], source: Sequence[int]) -> Iterable[Step]:
    """Each count where it first appeared, in time."""
    given: dict[tuple[float | None, float | None], list[int]] = defaultdict(list)
    for place, count in enumerate(counts):
        given[count.bounds].append(place)
    before: Count | None = None
    for places in given.values():
        first = counts[places[0]]
        articles = {counts[place].article for place in places}
        sources = {source[place] for place in places}
        yield Step(first, _change(before, first), len(sources), len(articles))
        before = first


def _change(before: Count | None, now: Count) -> str:
    if before is None:
        return "first"
    if before.number == now.number:
        return "same number, other bounds"
    return "more" if now.number > before.number else "fewer"


def _copies(counts: Sequence[Count], source: Sequence[int]) -> dict[str, str]:
    """Article → the first article of its source, of those that are not the first themselves."""
    first: dict[int, str] = {}
    for number, count in zip(source, counts, strict=True):
        first.setdefault(number, count.article)
    pairs = ((c.article, first[n]) for n, c in zip(source, counts, strict=True))
    return {article: other for article, other in pairs if article != other}


def bounds(low: float | None, high: float | None) -> str:
    """A figure's bounds as one reads them: `12`, `at least 12`, `up to 40`, `30–40`."""
    if low == high:
        return "" if low is None else f"{low:,}"
    if high is None:
        return f"at least {low:,}"
    return f"up to {high:,}" if low is None else f"{low:,}–{high:,}"


# -- what is no toll of the event ----------------------------------------------------


def aside(side: Bearing, figure: Figure) -> str:
    """Why a figure is no toll of the event by itself; "" for one that is."""
    at = figure.start - side.start
    around = side.quote[max(0, at - BEFORE) : max(0, at)]
    if _WITHDRAWN.search(around) or (figure.high != 0 and is_denied(side, figure)):
        return WITHDRAWN
    if BACKGROUND.search(side.quote):
        return OTHER_TIMES
    return PART if figure.of == "killed" and is_partial(side, figure) else ""


def with_parts(counts: Sequence[Count]) -> list[Count]:
    """The counts, those that are of some people only set aside: children beside more of all."""
    most = max((c.number for c in counts if not _group(c) and not c.aside), default=0.0)
    return [
        _set_aside(count, PART) if _group(count) and count.number < most else count
        for count in counts
    ]


def _group(count: Count) -> bool:
    said = fold_word(count.text).split()
    return bool(said) and said[-1] in GROUPS and "and" not in said


def _set_aside(count: Count, why: str) -> Count:
    return replace(count, aside=count.aside or why)


# -- the event -----------------------------------------------------------------------


def head_of(event: str, reports: Sequence[Report]) -> Head:
    """An event by the reports of it: what most of them have in their titles, the day and the
    place that most of them name."""
    published = [report.published for report in reports if report.published]
    return Head(event, _title(reports), _day(reports, published), _place(reports))


def _title(reports: Sequence[Report]) -> str:
    shared = Counter(word for report in reports for word in set(words(report.title)))
    return max(
        (report.title for report in reports),
        key=lambda title: (sum(shared[w] - 1 for w in set(words(title))), -len(title), title),
        default="",
    )


def _day(reports: Sequence[Report], published: Sequence[date]) -> date | None:
    until = min(published, default=None)
    near = Counter(
        day
        for report in reports
        for day in set(report.days)
        if until is None or until - timedelta(MOST_DAYS_BEFORE) <= day <= until
    )
    return max(near, key=lambda day: (near[day], day), default=until)


def _place(reports: Sequence[Report]) -> str:
    named = Counter(place for report in reports for place in set(report.places))
    return max(named, key=lambda place: (named[place], len(place), place), default="")
