"""The tolls that an article stands by as passages: each with the words that state it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import structs

from workbench.core.claims import Claim
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import number_of
from workbench.core.events.toll_conflicts import FAR_APART, IN_HEADLINE, RECKONED
from workbench.core.reading.figures import figures_in, is_stated
from workbench.core.reading.model import Figure, Reading
from workbench.core.text.articles import Article

FEWEST_RECKONED = 2
"""People of a toll that no passage states from which it is compared: one is somebody described."""


def stated_toll(
    article: Article, toll: Mapping[str, Any], claims: Sequence[Claim]
) -> Bearing | None:
    """A toll as the first passage that states it as a count, its figure first.

    Where none does, it was reckoned ("five shot, one fatally": four wounded): then the passage
    it was reckoned from, if the number is exact and that passage or the headline tells of the
    dead, too; or it stands in the headline alone: then the story's first passage. None where
    nothing gives any. The dead are never reckoned: whether a killer is among them is left open by
    most papers.
    """
    wanted = toll["of"], toll["low"], toll["high"]
    readings = [
        c.reading for place in toll["passages"] for c in claims if c.start == place["start"]
    ]
    for reading in readings:
        for figure in reading.figures:
            if (figure.of, figure.low, figure.high) == wanted and is_stated(figure):
                return _stated(article, toll, reading, figure)
    if toll["low"] != toll["high"] or (toll["low"] or 0) < FEWEST_RECKONED:
        return None
    if readings and toll["of"] != "killed":
        whole = bool(_WHOLE.search(article.title))
        shown = next((r for r in readings if whole or _WHOLE.search(r.quote)), None)
        if shown:
            return _stated(article, toll, shown, _figure_of(toll, shown.start, RECKONED))
    if claims and _in_headline(article, wanted) and not _told_otherwise(toll, claims):
        first = claims[0].reading
        return _stated(article, toll, first, _figure_of(toll, first.start, IN_HEADLINE))
    return None


def _told_otherwise(toll: Mapping[str, Any], claims: Sequence[Claim]) -> bool:
    """Whether the text counts far fewer or more than its headline, which was read wrong then;
    the headline may well add up "two girls" and "another teenager"."""
    counts = [number_of(f) for c in claims for f in c.reading.figures if f.of == toll["of"]]
    far = (n for n in counts if n >= FEWEST_RECKONED)
    return any(max(n, toll["low"]) > FAR_APART * min(n, toll["low"]) for n in far)


def _figure_of(toll: Mapping[str, Any], at: int, rule: str) -> Figure:
    """A toll as a figure that stands in no words of its passage."""
    return Figure("", at, at, toll["low"], toll["high"], "", toll["of"], rule)


def _in_headline(article: Article, wanted: tuple[str, float, float]) -> bool:
    return any((f.of, f.low, f.high) == wanted and is_stated(f) for f in figures_in(article.title))


_WHOLE = re.compile(
    r"\b(?:kill\w*|dead|died|dies|fatal\w*|deadly|slain|and \w+ (?:others?|more))\b", re.IGNORECASE
)
"""What a count is reckoned from: the dead among the shot, or "he and six others"."""


def _stated(article: Article, toll: Mapping[str, Any], reading: Reading, figure: Figure) -> Bearing:
    stated = structs.replace(reading, claimant=toll["claimant"] or "", figures=(figure,))
    day = article.day_at(reading.start)
    return Bearing(article.id, stated, day, article.publisher, article.title)
