"""The publication date that stands in an article's own text.

News pages print it on a line of its own near the top ("Thu Apr 06 2023",
"14:20 21 Feb 2025") or behind a label ("Published: March 3, 2021"). Only such
lines are read: a date in running prose is about an event, not about the page.
A numeric date that could be read day first or month first stays unknown.
"""

import re
from collections.abc import Iterator
from datetime import date

from workbench.core.lexicon.en.time_words import MONTHS, WEEKDAY_ABBREVIATIONS

TOP_LINES = 12
"""Lines with text, from the top, in which a bare date line is looked for."""
BOTTOM_LINES = 8
"""Lines with text, from the bottom, in which a labelled date line is looked for."""
LONGEST_LINE = 120
"""Characters; a longer line is prose whatever date it holds."""

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = (
    rf"(?:(?P<m1>{_NAMES})\.?\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y1>\d{{4}})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?P<m2>{_NAMES})\.?,?[\s-](?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})[-/.](?P<m3>\d{1,2})[-/.](?P<d3>\d{1,2})"
    r"|(?P<a4>\d{1,2})(?P<sep>[-/.])(?P<b4>\d{1,2})(?P=sep)(?P<y4>\d{4}))"
)
_WEEKDAYS = "|".join(sorted(WEEKDAY_ABBREVIATIONS, key=len, reverse=True))
_DAY = rf"(?:(?:{_WEEKDAYS})(?:day)?\.?,?\s+)?"
_ZONE = r"(?:\s*\(?(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2}|local time)\)?)?"
_CLOCK = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}})?(?:\.\d{{1,6}})?(?:\s?[ap]\.?m\.?)?{_ZONE}"
_LABEL = (
    r"(?:(?:first |originally |last )?(?:published|posted|updated|modified|date|dated|issued"
    r"|created|released|publication date|date of publication)(?:\s+(?:on|at))?\s*[:|–-]?\s*)"
)
_CAPITAL = r"[A-Z0-9][\w.&’'-]{0,30}"
_PLACE = (
    r"(?:[^\W\d][\w.,’' -]{0,40}[|•·–—-]\s*"
    rf"|(?-i:(?:[Bb][Yy] )?{_CAPITAL}(?: (?:of|the|and|for|in|&|{_CAPITAL})){{0,6}}),\s+"
    r"){0,3}"
)
"""Who wrote or printed it, and where: "London –", "By Ana Silva, The Post, "; with a comma only
names, since a clause that ends in a date tells of an event."""
_REST = rf"(?:\s*(?:[,|•·–—T-]|at)?\s*{_CLOCK})?\s*(?:(?:[|•·–—]|by\b).{{0,60}})?"
_LINE = rf"(?:{_CLOCK}\s*[,|•·–-]?\s*)?{_DAY}(?:{_CLOCK}\s*[,|•·–-]?\s*)?{_DATE}(?!\d){_REST}$"

_DIGIT = re.compile(r"\d")
BARE = re.compile(rf"[\[(]?{_LINE[:-1]}[\])]?\.?$", re.IGNORECASE)
PLACED = re.compile(rf"{_PLACE}{_LINE}", re.IGNORECASE)
AGENCY = re.compile(
    rf"(?-i:[A-Z][A-Z.’'-]+(?:\s[A-Z.’'-]+){{0,3}})(?:,\s[^\W\d][\w. ]{{0,20}})?,\s+{_DATE}"
    r"\s*(?:\([^()]{1,30}\)\s*)?[–—:-]",
    re.IGNORECASE,
)
"""An agency's dateline, before the story: "KYIV, Feb. 3, 2020 (Agency) —"."""
LABELLED = re.compile(rf"{_PLACE}{_LABEL}{_LINE}", re.IGNORECASE)


def publication_date(text: str) -> tuple[date, int, int] | None:
    """Read the date of publication from an article's text.

    Returns the date with the span [start, end) of `text` that it was read from,
    or None where no date line stands there. Labelled lines are trusted before
    bare ones, and "published" before "updated"; among equals the first line counts.
    """
    lines = list(_lines(text))
    top = _with_digits(text, lines[:TOP_LINES])
    bottom = _with_digits(text, lines[TOP_LINES:][-BOTTOM_LINES:])
    labelled = list(_read(LABELLED, text, top + bottom))
    first = [found for found in labelled if not _says_changed(text, found[1])]
    bare = [found for form in (BARE, PLACED, AGENCY) for found in _read(form, text, top)]
    return next(iter([*first, *bare, *labelled]), None)


def stated_in(line: str) -> tuple[date, str] | None:
    """(day, how it is stated) of one line that is a date line as a whole.

    How: "published" or "changed" by its label, "dateline" at the head of an agency's
    story, "bare" where there is no label.
    """
    if not _DIGIT.search(line[:LONGEST_LINE]):
        return None
    span = [(0, len(line))]
    for form, how in (
        (LABELLED, "published"),
        (BARE, "bare"),
        (PLACED, "bare"),
        (AGENCY, "dateline"),
    ):
        for day, at, _ in _read(form, line, span):
            changed = form is LABELLED and _says_changed(line, at)
            return day, "changed" if changed else how
    return None


def day_of(match: re.Match[str]) -> date | None:
    """The day that a match of a date line names; None if it is no day or ambiguous."""
    if match["a4"]:
        return _unambiguous(int(match["a4"]), int(match["b4"]), int(match["y4"]))
    for form in "123":
        if match["y" + form]:
            month = match["m" + form].lower()
            number = MONTHS.get(month) or int(month)
            return _valid(int(match["y" + form]), number, int(match["d" + form]))
    return None


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the lines that hold text, stripped, in order."""
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            left = start + line.index(stripped)
            yield left, left + len(stripped)
        start += len(line) + 1


def _with_digits(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines that could hold a date: cheaper to ask once than by every pattern."""
    return [(a, b) for a, b in lines if _DIGIT.search(text, a, min(b, a + LONGEST_LINE))]


def _read(
    pattern: re.Pattern[str], text: str, lines: list[tuple[int, int]]
) -> Iterator[tuple[date, int, int]]:
    """The dates of those lines that the pattern matches as a whole."""
    for start, end in lines:
        line = text[start : min(end, start + LONGEST_LINE)]
        if pattern is not AGENCY and line != text[start:end]:
            continue
        match = pattern.match(line)
        day = day_of(match) if match else None
        if match and day:
            group = next(g for g in ("y1", "y2", "y3", "y4") if match[g])
            left = min(match.start(g + group[1]) for g in _PARTS[group])
            right = max(match.end(g + group[1]) for g in _PARTS[group])
            yield day, start + left, start + right


_PARTS = {"y1": "mdy", "y2": "mdy", "y3": "mdy", "y4": "aby"}


def _says_changed(text: str, at: int) -> bool:
    """Whether the label before a date speaks of a change and not of publication."""
    label = text[max(0, text.rfind("\n", 0, at) + 1) : at].lower()
    return ("updated" in label or "modified" in label) and "published" not in label


def _unambiguous(a: int, b: int, year: int) -> date | None:
    """The day of a numeric date, where only one order of day and month is possible."""
    readings = {day for day in (_valid(year, a, b), _valid(year, b, a)) if day}
    return readings.pop() if len(readings) == 1 else None


def _valid(year: int, month: int, day: int) -> date | None:
    """A day of the years in which news is read, or None."""
    if not 1800 <= year <= 2199:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
