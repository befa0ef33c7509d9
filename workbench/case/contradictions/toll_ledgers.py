"""The ledger of a case: the tolls of each event, put together from what its articles count."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from workbench.case.context import Parts
from workbench.core.compare.bearings import Bearing
from workbench.core.events.ledger import Count, Line, Report, aside, head_of, line_of
from workbench.core.reading.codec import unpack
from workbench.core.reading.figures import figures_in
from workbench.core.reading.model import HUMAN_TOLL, Figure, Reading
from workbench.core.reading.named_places import places_in
from workbench.core.reading.numbers.numbers import numbers_in
from workbench.core.text.articles import Article
from workbench.edges.catalog.copies import Copies

ORDER = ("killed", "wounded", "missing")
"""The things counted that come first in an event."""
SPOKEN_OF = 0.5
"""Share of an event's reports that have to speak of a death for a row that none of them gives a
number for: "the fatal shooting" in one report of six is of another one."""


class Ledgers:
    """For one piece of work: articles may change."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._leaders = Copies(parts.catalog).leaders()

    def lines(self, events: Mapping[str, Iterable[str]], rule: str) -> Iterator[Line]:
        """The rows of some events (id → its articles), event by event."""
        for event, articles in events.items():
            yield from self._lines(event, sorted(articles), rule)

    def _lines(self, event: str, articles: Iterable[str], rule: str) -> Iterator[Line]:
        reports: list[Report] = []
        counts: dict[str, list[Count]] = defaultdict(list)
        for id in articles:
            tolls = [t for t in self._parts.findings.tolls_of(id) if t["of"] in HUMAN_TOLL]
            article = self._parts.catalog.article(id)
            if article and tolls:
                readings = self._readings(article)
                reports.append(self._report(article, tolls, readings))
                for toll in tolls:
                    counts[toll["of"]].append(self._count(article, toll, readings))
        head = head_of(event, reports)
        for of in sorted(counts, key=lambda of: (of not in ORDER, of)):
            spoken_of = len(counts[of]) < SPOKEN_OF * len(reports)
            if spoken_of and not any(count.text for count in counts[of]):
                continue
            if line := line_of(head, counts[of], rule):
                yield line

    def _readings(self, article: Article) -> dict[int, Reading]:
        """Where a passage begins → what was read in it."""
        rows = self._parts.catalog.readings(article.id)
        with self._parts.catalog.decoding():
            return {
                start: unpack(body, start, end, article.text[start:end])
                for start, end, body in rows
            }

    def _report(
        self, article: Article, tolls: Iterable[dict[str, Any]], readings: Mapping[int, Reading]
    ) -> Report:
        giving = (readings.get(p["start"]) for toll in tolls for p in toll["passages"])
        places = {place for reading in giving if reading for place in reading.places}
        trace = self._parts.traces.of(article.id)
        return Report(
            article.id,
            article.title,
            article.published,
            trace.days if trace else (),
            tuple(sorted({*places, *places_in(article.title)})),
        )

    def _count(
        self, article: Article, toll: dict[str, Any], readings: Mapping[int, Reading]
    ) -> Count:
        """A toll as the passage that gives it most plainly."""
        giving = [readings[p["start"]] for p in toll["passages"] if p["start"] in readings]
        sides = [Bearing(article.id, r, article.published, article.publisher) for r in giving]
        found = [(side, f) for side in sides for f in side.figures if _same(f, toll)]
        day = date.fromisoformat(toll["as_of"]) if toll["as_of"] else None
        count = Count(
            article.id, article.publisher, day, toll["claimant"] or "", toll["of"], toll["low"],
            toll["high"], "", article.title, copy_of=self._leaders.get(article.id, ""),
        )  # fmt: skip
        if found:
            return min((_in_passage(count, *one) for one in found), key=_plainness)
        titled = [f for f in figures_in(article.title) if _same(f, toll)]
        if titled:
            return replace(count, text=titled[0].text)
        if giving:
            first = giving[0]
            return replace(count, quote=first.quote, start=first.start, end=first.end)
        return count


def _same(figure: Figure, toll: Mapping[str, Any]) -> bool:
    return (figure.of, figure.low, figure.high) == (toll["of"], toll["low"], toll["high"])


def _in_passage(count: Count, side: Bearing, figure: Figure) -> Count:
    return replace(
        count, text=figure.text, quote=side.quote, start=side.start, end=side.end,
        claimant=side.claimant or count.claimant, aside=aside(side, figure),
    )  # fmt: skip


def _plainness(count: Count) -> tuple[bool, bool, int]:
    """What holds for the whole toll first, then what is given as a number, then in reading
    order."""
    return bool(count.aside), not numbers_in(count.text), count.start
