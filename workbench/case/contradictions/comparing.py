"""Comparing across the corpus: figures side by side, and conflicts found unasked."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any

from msgspec.structs import replace as replace_struct

from workbench.case.context import Cancelled, Parts, Progress
from workbench.case.contradictions.compared_articles import Accounts
from workbench.case.contradictions.contested import score_contested
from workbench.case.contradictions.reported_events import Events
from workbench.case.corpus import Corpus
from workbench.case.matching import Matching
from workbench.core.candidates.rerank import Candidate, side_of
from workbench.core.compare.bearings import Bearing, bearing
from workbench.core.events.clashes import conflicts_between
from workbench.core.events.contradictions import (
    Contradiction,
    Side,
    contradictions,
    strongest,
)
from workbench.core.events.joining import joined
from workbench.core.events.ledger import Line
from workbench.core.events.side_by_side import FigureRow, figures_side_by_side
from workbench.core.reading.model import Reading
from workbench.core.reading.read import read_text
from workbench.core.text.articles import Article
from workbench.errors import EngineFailed

AT_ONCE = 100
"""New articles that are compared with the corpus on the way, unasked."""
FOR_A_LIST = 1000
"""New articles that are compared for a list of claims, which has the contested ones first: some
40 ms of processor time each."""
FIGURES_ABOUT = 60
"""Passages that a question about figures is answered from."""
ONE_ROW = 0.95
"""Probability from which what two articles say may be put into one row: events chain."""
BEARS = 0.5
"""Share of the best hit's score from which a passage bears on what was asked."""


class Comparing:
    """What the sources say against each other."""

    def __init__(self, parts: Parts, corpus: Corpus, matching: Matching) -> None:
        self._parts = parts
        self._corpus = corpus
        self._matching = matching

    def _accounts(self) -> Accounts:
        """Fresh ones: articles may have changed since the last look."""
        return Accounts(self._parts, self._corpus, self._matching)

    def _look(
        self, accounts: Accounts, events: Events, article: str, done: set[frozenset[str]]
    ) -> None:
        """Compare an article with itself and with others of its event, and keep what is found.

        `done` are the pairs of articles that were compared already in this look.
        """
        own = accounts.account(article)
        found = conflicts_between(own, own)
        partners = events.partners(article)
        for other, sure in partners:
            pair = frozenset((article, other))
            if pair not in done:
                done.add(pair)
                found += conflicts_between(own, accounts.account(other), sure.probability)
        sure_of = [(other, sure.probability) for other, sure in partners]
        self._parts.findings.put_conflicts(article, strongest(found), sure_of)

    def unchecked(self) -> int:
        """Articles that came in since conflicts were last looked for."""
        return len(self._parts.findings.unchecked())

    def conflicts(
        self, progress: Progress | None = None, cancelled: Cancelled | None = None
    ) -> list[Contradiction]:
        """The corpus's own contradictions, strongest first, each once.

        Only articles that came in since the last look are compared with the
        corpus. When cancelled, what was found so far is returned and kept.
        """
        waiting = self._parts.findings.unchecked()
        compared: set[frozenset[str]] = set()
        accounts, events = self._accounts(), Events(self._parts)
        for done, article in enumerate(waiting):
            if cancelled and cancelled():
                break
            if progress:
                progress("looking for conflicts", done, len(waiting))
            self._look(accounts, events, article, compared)
            self._parts.catalog.commit()
        found = self._parts.findings.conflicts()
        score_contested(self._parts, found)
        return contradictions(found, self._events())

    def _events(self) -> dict[str, str]:
        """Article → the article that stands for its event, of those that share one."""
        return joined(self._parts.findings.event_pairs(ONE_ROW))

    def catch_up(
        self,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        *,
        listing: bool = False,
    ) -> int | None:
        """How many more pairs of passages conflict with what came in lately.

        None where more than AT_ONCE articles wait, or FOR_A_LIST where claims are to be listed:
        then somebody has to ask for it.
        """
        if self.unchecked() > (FOR_A_LIST if listing else AT_ONCE):
            return None
        before = self._parts.findings.count_conflicts()
        self.conflicts(progress, cancelled)
        return self._parts.findings.count_conflicts() - before

    def look_at(self, articles: Iterable[str]) -> None:
        """Compare some articles with the corpus, unless all that came in was compared already.

        Where much came in only these are looked at, so that a verdict need not wait
        for a look at all of it.
        """
        if not self.unchecked():
            return
        if self.unchecked() <= AT_ONCE:
            self.conflicts()
            return
        accounts, events = self._accounts(), Events(self._parts)
        here = filter(self._parts.catalog.current_hash, dict.fromkeys(articles))
        for article in here:
            self._look(accounts, events, article, set())
        self._parts.catalog.commit()

    def tolls(self) -> list[dict[str, Any]]:
        """One `{"article","of","low","high","as_of","claimant","passages"}` an article and
        thing."""
        return self._parts.findings.tolls()

    def figures(self, about: str) -> list[FigureRow]:
        """The figures in the passages that bear on a text, side by side, event by event.

        An event of which no passage bears on the text half as well as the best one is
        left out: it shares a common word with it.
        """
        hits = self._matching.hits_of(bearing(about), FIGURES_ABOUT)
        articles = dict.fromkeys(hit.article for hit in hits)
        stands = Events(self._parts).grouped(articles)
        order = {id: number for number, id in enumerate(dict.fromkeys(stands.values()), 1)}
        events = {article: order[stands[article]] for article in articles}
        bears = {events[hit.article] for hit in hits if hit.score >= BEARS * hits[0].score}
        kept = [hit for hit in hits if events[hit.article] in bears]
        return figures_side_by_side(map(side_of, kept), events)

    def ledger(
        self,
        about: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> list[Line]:
        """What each event cost, one row a thing counted, those with most sources first.

        Articles that came in since the last look are compared with the corpus first: that
        tells which are of one event. `about` keeps the events that bear on a text.
        """
        from workbench.case.contradictions.toll_ledgers import Ledgers  # noqa: PLC0415 (it reads titles anew)

        self.conflicts(progress, cancelled)
        stands = self._events()
        articles = self._bearing_on(about) if about else self._parts.findings.with_tolls()
        wanted = {stands.get(article, article) for article in articles}
        events: dict[str, list[str]] = {event: [] for event in sorted(wanted)}
        for article in self._parts.findings.with_tolls():
            event = stands.get(article, article)
            if event in events:
                events[event].append(article)
        rule = self._parts.settings.ledger_rule
        found = list(Ledgers(self._parts).lines(events, rule))
        most: dict[str, int] = {}
        for line in found:
            most[line.head.event] = max(most.get(line.head.event, 0), line.sources)
        return sorted(found, key=lambda line: (-most[line.head.event], line.head.event))

    def _bearing_on(self, about: str) -> list[str]:
        """The articles with a passage that bears on a text half as well as the best one."""
        hits = self._matching.hits_of(bearing(about), FIGURES_ABOUT)
        return [hit.article for hit in hits if hit.score >= BEARS * hits[0].score]

    def figures_of(self, passages: Sequence[tuple[Article, int, str]]) -> list[FigureRow]:
        """The figures of a claim and its evidence (article, start, quote), by day of publication.

        The claim comes first; where it counts nothing, nothing else is read.
        """
        sides = (self._counting(*passage) for passage in passages)
        claim = next(sides)
        if not figures_side_by_side([claim]):
            return []
        return figures_side_by_side([claim, *sides])

    def _counting(self, article: Article, start: int, quote: str) -> Bearing:
        """A passage as one side, with who is found to say it in its article, where that is kept."""
        reading = _read(quote, start)
        claimant = self._parts.findings.claimant_at(article.id, start, quote)
        if claimant and not reading.claimant:
            reading = replace_struct(reading, claimant=claimant)
        return Bearing(article.id, reading, article.published, article.publisher, article.title)

    def candidates(self, claim: str) -> list[Candidate]:
        """The best candidates for a claim. Raises UnknownId."""
        return self._matching.candidates(claim)

    def conflicts_with(self, article: str, start: int) -> list[Side]:
        """The passages known to contradict the passage that begins there, strongest first."""
        found = []
        for conflict in self._parts.findings.conflicts_of(article):
            for own, other in ((conflict.one, conflict.other), (conflict.other, conflict.one)):
                if (own.article, own.start) == (article, start):
                    found.append(other)
        return found

    def contradictions(self) -> dict[tuple[str, int], list[Side]]:
        """(article, start) of a passage → what is known to contradict it, strongest first."""
        found: dict[tuple[str, int], list[Side]] = {}
        for conflict in self._parts.findings.conflicts():
            for own, other in ((conflict.one, conflict.other), (conflict.other, conflict.one)):
                found.setdefault((own.article, own.start), []).append(other)
        return found

    def contradicting(self, claim: Mapping[str, Any]) -> list[str]:
        """The keys (see `side_key`) of all that contradicts a claim as the corpus stands.

        `claim` is a line of `workbench claims`. Beside the conflicts found so far
        its own candidates are looked at, so that what a verdict is given beside is
        told from what comes in later. An engine that does not answer adds nothing.
        """
        found = self.conflicts_with(claim["article"], claim["start"])
        if set(claim["kinds"]) != {"event"}:
            with suppress(EngineFailed):
                found += self._others_against(claim["article"], claim["start"])
        return sorted({side_key(side) for side in found})

    def _others_against(self, article: str, start: int) -> list[Side]:
        """What other articles say against the claim that begins there."""
        accounts = self._accounts()
        own = accounts.account(article)
        claims, tolls = (
            tuple(c for c in all_ if c.start == start) for all_ in (own.claims, own.tolls)
        )
        alone = replace(own, claims=claims, tolls=tolls)
        partners = Events(self._parts).partners(article)
        others = (accounts.account(other) for other, _ in partners)
        return [c.other for other in others for c in conflicts_between(alone, other)]


@lru_cache(maxsize=8192)
def _read(quote: str, start: int) -> Reading:
    """The reading of a passage, which is evidence for one claim and the next."""
    return read_text(quote, start=start)


def side_key(side: Side) -> str:
    """A passage by its article and words, in 16 hex digits: the same wherever it stands."""
    return hashlib.sha256(repr((side.article, side.quote)).encode()).hexdigest()[:16]
