"""How dates, figures and citations are worded in publications."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from workbench.core.lexicon.en.number_words import VAGUE
from workbench.core.lexicon.en.time_words import MONTH_NAMES
from workbench.core.publication import Citation, EvidenceItem, FigureRow, PublishedVerdict
from workbench.core.text.display import one_line
from workbench.core.verdicts.ratings import Rating

LONGEST_AXIS = 11
"""Steps of a scale that are drawn beside the rating's name."""

STATES: Mapping[str, str] = {
    "moved": "the quote stands elsewhere in the article since",
    "changed": "the article has changed since; the quote stands in the cited revision",
    "facts differ": "the article has changed since: its figures, dates or negations now differ",
    "ambiguous": "the article has changed since, and the quote stands in it more than once",
    "orphaned": "the quote no longer stands in the article; it stands in the cited revision",
}
"""What readers are told of a quote whose article changed after it was linked."""
RELATIONS = {
    "corroborates": "evidence for", "conflicts": "evidence against", "context": "context",
}  # fmt: skip
"""Relation → what its evidence is called in the list of places."""
_VAGUE = re.compile(rf"\b(?:{'|'.join(VAGUE)})\b", re.IGNORECASE)
ACTS: Mapping[str, str] = {
    "link": "linked a passage",
    "unlink": "took a link away",
    "relink": "took a link to where its quote stands now",
    "verdict": "gave a verdict",
    "signoff": "gave the second review",
    "settle": "decided between two versions",
    "retract": "took the verdict back",
    "undo": "took a change back",
    "redo": "made a change again",
}
"""What readers are told of an act in a verdict's history, by its name in the store."""
CLASSES: Mapping[str, str] = {
    "minor": "minor correction",
    "update": "update",
    "substantial": "substantial correction",
    "retraction": "retraction",
}
"""What readers are told of how much a correction changes."""


def day(value: date | None) -> str:
    """A day as read, `6 April 2023`; `date unknown` for None."""
    return f"{value.day} {MONTH_NAMES[value.month - 1]} {value.year}" if value else "date unknown"


def moment(at: str) -> str:
    """A time as read, `6 April 2023, 14:20 UTC`; what is not ISO comes back as it is."""
    try:
        parsed = datetime.fromisoformat(at)
    except ValueError:
        return at or "time unknown"
    clock = "" if len(at) <= 10 else f", {parsed:%H:%M} UTC"
    return day(parsed) + clock


def day_of(at: str) -> str:
    """The day of a time, as read."""
    return moment(at[:10])


def title(citation: Citation) -> str:
    """The article's title; what file it lies in says nothing to readers."""
    return citation.title or "an article without a title"


def source(citation: Citation) -> str:
    """Publisher and day: `Reuters, 6 April 2023`."""
    return f"{citation.publisher or 'publisher not stated'}, {day(citation.published)}"


def place(citation: Citation) -> str:
    """Where the quote stands, for somebody who looks it up in the stored text."""
    return (
        f"{citation.article}, revision {citation.revision}, "
        f"characters {citation.start}–{citation.end}"
    )


def places(v: PublishedVerdict) -> list[tuple[str, Citation]]:
    """What each quote is, and where it stands: the claim, then the evidence as pages list it."""
    named = [("the claim", v.citation)]
    for relation, words in RELATIONS.items():
        items = v.related(relation)
        named += [(f"{words} {n}", item.citation) for n, item in enumerate(items, 1)]
    return named


def state(item: EvidenceItem) -> str:
    """What a reader has to know about the quote's article, or nothing."""
    return STATES.get(item.state, "")


def act(action: str) -> str:
    """What somebody did, as read."""
    return ACTS.get(action, action)


def class_of(kind: str) -> str:
    """How much a correction changes, as read."""
    return CLASSES.get(kind, "correction")


def bounds(row: FigureRow) -> str:
    """A figure as its source words it, else `13,000`, `13,000 or more`, `up to 300`, `200 to 300`.

    Bounds that nobody gave are never shown: "tens of thousands" stays those words.
    """
    if row.text:
        return one_line(row.text)
    low, high = (None if bound is None else number(bound) for bound in (row.low, row.high))
    if low is None:
        return f"up to {high}" if high is not None else "not stated"
    if high is None:
        return f"{low} or more"
    return low if low == high else f"{low} to {high}"


def is_given(row: FigureRow) -> bool:
    """Whether the source gives the bounds, rather than only words such as "dozens"."""
    return not _VAGUE.search(row.text)


def number(value: float) -> str:
    """A number with commas; whole numbers without a decimal point."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def rating_class(rating: Rating) -> str:
    """The style class of a rating: `axis-1` (worst) to `axis-5` (best), or `off-axis`."""
    if rating.value is None or rating.best == rating.worst:
        return "off-axis"
    return f"axis-{1 + round(4 * (rating.value - rating.worst) / (rating.best - rating.worst))}"


def steps(rating: Rating) -> range:
    """The places on a rating's axis, for drawing; empty off the axis or where it is long."""
    if rating.value is None or rating.best - rating.worst >= LONGEST_AXIS:
        return range(0)
    return range(rating.worst, rating.best + 1)


def page_title(text: str) -> str:
    """A text for `<title>`: one line of at most 120 characters."""
    line = one_line(text)
    return line if len(line) <= 120 else f"{line[:119]}…"


FILTERS: Mapping[str, Callable[..., Any]] = {
    "day": day, "moment": moment, "title_of": title, "source_of": source, "place_of": place,
    "places": places,
    "state_of": state, "act": act, "class_of": class_of, "bounds": bounds, "number": number,
    "capital": capital,
    "rating_class": rating_class, "steps": steps, "page_title": page_title,
}  # fmt: skip
"""The names under which templates use these."""
