"""Tolls: how many an article says were killed, wounded, … as one answer per thing counted.

An article gives its toll more than once: in the title, in the lead, again by
the names of the dead, and beside it the tolls of other events. Evidence is
weighed by where it stands and how it was found; counts in passages about other
times and places are left out; people introduced one by one are one toll only
where no count says otherwise.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.core.passages import Document
from workbench.core.signals.figures import Figure, figures_in
from workbench.core.signals.number_words import Bound

TITLE = -1
"""Stands for the article's title where passages are numbered."""


@dataclass(frozen=True, slots=True)
class Toll:
    """An article's answer for one thing counted.

    `passages` are the indices of the passages of the document that give this
    very count, in reading order (empty where only the title does). `as_of` (ISO
    day) and `claimant` are known only after dates and speakers were read.
    """

    article: str
    of: str
    low: Bound
    high: Bound
    passages: tuple[int, ...] = ()
    rule: str = ""
    as_of: str = ""
    claimant: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One count with where it stands and its weight."""

    figure: Figure
    passage: int
    weight: float


def find_tolls(document: Document, figures: Sequence[Sequence[Figure]]) -> tuple[Toll, ...]:
    """The tolls of an article from its figures, at most one for each thing counted.

    `figures` holds one sequence a passage, as `find_figures` returns them. The
    article's title counts as a first passage where the text does not hold it.
    """
    evidence = list(_evidence(document, figures))
    tolls = {of: toll for of in ("killed",) if (toll := _toll(document, of, evidence))}
    for of in ("wounded", "casualties", "missing", "captured", "displaced", "arrested"):
        if toll := _toll(document, of, evidence, tolls.get("killed")):
            tolls[of] = toll
    return tuple(tolls.values())


_BACKGROUND = re.compile(
    r"\b(?:last (?:year|month|summer|winter|spring|fall)|a year (?:ago|earlier)|years ago|months ago|so far this year|this year|in (?:19|20)\d\d|since (?:19|20)\d\d|since (?:january|the (?:start|beginning))|per year|each year|every year|nationwide|across the (?:country|nation|city)|citywide|in the past|over the past|statistics|homicides? (?:of|in|this)|other (?:recent )?shootings|previous|in a separate|unrelated|other incidents|annually|days? earlier|weeks? earlier|years? earlier|months? earlier|on average|deadliest|in another)\b",
    re.IGNORECASE,
)
_TITLE_WEIGHT, _LEAD_WEIGHT, _BODY_WEIGHT = 4.0, 3.0, 1.0
_LEAD = 3
_SOLE = 0.4


def _evidence(document: Document, figures: Sequence[Sequence[Figure]]) -> Iterator[Evidence]:
    for figure in figures_in(document.article.title) if document.article.title else ():
        if _counts(figure):
            yield Evidence(figure, TITLE, _TITLE_WEIGHT * _sureness(figure))
    story = 0
    for index, (passage, found) in enumerate(zip(document.passages, figures, strict=True)):
        if passage.noise:
            continue
        weight = _LEAD_WEIGHT if story < _LEAD else _BODY_WEIGHT + 1 / (1 + story)
        story += 1
        background = _BACKGROUND.search(passage.quote) is not None
        for figure in found:
            if _counts(figure):
                yield Evidence(figure, index, weight * _sureness(figure) * (0.1 if background else 1))


def _counts(figure: Figure) -> bool:
    return figure.human_toll or figure.of == "arrested"


def _sureness(figure: Figure) -> float:
    if figure.incidental:
        return 0.1
    return _SOLE if figure.low == figure.high == 1 and not figure.text[:3].lower() == "one" and not figure.text[:1].isdigit() else 1.0


def _toll(document: Document, of: str, evidence: Sequence[Evidence], killed: Toll | None = None) -> Toll | None:
    """The count with most weight; equal counts add up."""
    weights: dict[tuple[Bound, Bound], float] = {}
    mine = [e for e in evidence if e.figure.of == of]
    for e in mine:
        key = (e.figure.low, e.figure.high)
        weights[key] = weights.get(key, 0.0) + e.weight
    if not weights:
        return None
    best = max(weights, key=lambda key: weights[key])
    chosen = [e for e in mine if (e.figure.low, e.figure.high) == best]
    return Toll(
        document.article.id, of, best[0], best[1],
        tuple(sorted({e.passage for e in chosen if e.passage != TITLE})), chosen[0].figure.rule,
    )  # fmt: skip
