"""Accounts: what articles say, and which of them report one event."""

from collections import Counter, OrderedDict
from collections.abc import Iterator
from typing import Any

from workbench.case.corpus import Corpus
from workbench.case.matching import Matching
from workbench.case.parts import Parts
from workbench.case.sketches import Sketches
from workbench.core.claims import Claim
from workbench.core.compare.bearings import Bearing, bearing
from workbench.core.events.conflicts import Account
from workbench.core.events.same_event import SAME_EVENT, one_event
from workbench.core.reading.figures import is_stated
from workbench.core.reading.model import Reading
from workbench.core.text.articles import Article
from workbench.errors import UnknownId

LEAD = 1200
"""Characters of an article by which others that may report its event are asked for."""
ASKED = 6
"""Claims of an article, the strongest, by which they are asked for too."""
HITS = 60
"""Passages asked for each time."""
LIKELY = 40
"""Articles among which those that report the event are looked for."""
PARTNERS = 15
"""Articles of one event, the surest, with which an article is compared."""
MOST_CLAIMS = 80
"""Claims of an article that are compared: a book is as quickly compared as a long report."""
CACHED = 256
"""Accounts that are kept at hand."""


class Accounts:
    """The accounts of a case's articles, each read once for a while."""

    def __init__(self, parts: Parts, corpus: Corpus, matching: Matching) -> None:
        self._parts = parts
        self._corpus = corpus
        self._matching = matching
        self._accounts: OrderedDict[str, Account] = OrderedDict()
        self.sketches = Sketches(parts, corpus)

    def account(self, article: str) -> Account:
        """What an article says; raises UnknownId."""
        found = self._accounts.pop(article, None) or self._read(self._corpus.article(article))
        self._accounts[article] = found
        if len(self._accounts) > CACHED:
            self._accounts.popitem(last=False)
        return found

    def partners(self, article: str) -> list[str]:
        """The articles that report an article's event, the surest first, PARTNERS at most."""
        own = self.sketches.of(article)
        surest: list[tuple[float, str]] = []
        for other in self._likely(article):
            try:
                odds = one_event(own, self.sketches.of(other))
            except UnknownId:  # in the index, but gone from the catalogue
                continue
            if odds >= SAME_EVENT:
                surest.append((-odds, other))
        return [other for _, other in sorted(surest)[:PARTNERS]]

    def _likely(self, article: str) -> list[str]:
        """Articles whose passages share the rare words of an article's lead and claims."""
        found: Counter[str] = Counter()
        for text in self._questions(article):
            for place, hit in enumerate(self._matching.hits_of(bearing(text), HITS)):
                if hit.article != article:
                    found[hit.article] += HITS - place
        return [other for other, _ in found.most_common(LIKELY)]

    def _questions(self, article: str) -> Iterator[str]:
        text = self._corpus.article(article).text
        yield text[:LEAD]
        rows = self._parts.catalog.claims(article)
        yield from (row[4] for row in rows[:ASKED])

    def _read(self, article: Article) -> Account:
        claims = _strongest(self._corpus.claims_of(article.id))
        return Account(
            tuple(map(self._matching.bearing_of, claims)),
            tuple(self._tolls(article, claims)),
            self.sketches.of(article.id),
        )

    def _tolls(self, article: Article, claims: list[Claim]) -> Iterator[Bearing]:
        for toll in self._parts.findings.tolls_of(article.id):
            if found := _toll(article, toll, claims):
                yield found


def _strongest(claims: list[Claim]) -> list[Claim]:
    """The MOST_CLAIMS that are most worth checking, in reading order."""
    if len(claims) <= MOST_CLAIMS:
        return claims
    best = sorted(claims, key=lambda claim: -claim.score)[:MOST_CLAIMS]
    return sorted(best, key=lambda claim: claim.start)


def _toll(article: Article, toll: dict[str, Any], claims: list[Claim]) -> Bearing | None:
    """A toll as the first passage that states it as a count, its figure first; None where
    none does."""
    wanted = toll["of"], toll["low"], toll["high"]
    for place in toll["passages"]:
        figures = [f for c in claims if c.start == place["start"] for f in c.figures]
        for figure in figures:
            if (figure.of, figure.low, figure.high) == wanted and is_stated(figure):
                others = (f for f in figures if f.of == figure.of and f != figure)
                start, end, quote = (place[name] for name in ("start", "end", "quote"))
                reading = Reading(
                    start, end, quote, claimant=toll["claimant"] or "", figures=(figure, *others)
                )
                return Bearing(
                    article.id, reading, article.published, article.publisher, article.title
                )
    return None
