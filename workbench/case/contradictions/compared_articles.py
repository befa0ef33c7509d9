"""Accounts: what articles say, as the look for contradictions compares it."""

from collections import OrderedDict
from collections.abc import Iterator

from workbench.case.context import Parts
from workbench.case.corpus import Corpus
from workbench.case.matching import Matching
from workbench.core.claims import Claim
from workbench.core.compare.bearings import Bearing
from workbench.core.events.stated_tolls import stated_toll
from workbench.core.events.told import Account
from workbench.core.text.articles import Article

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

    def account(self, article: str) -> Account:
        """What an article says; raises UnknownId."""
        found = self._accounts.pop(article, None) or self._read(self._corpus.article(article))
        self._accounts[article] = found
        if len(self._accounts) > CACHED:
            self._accounts.popitem(last=False)
        return found

    def _read(self, article: Article) -> Account:
        claims = _strongest(self._corpus.claims_of(article.id))
        return Account(
            article.id,
            tuple(map(self._matching.bearing_of, claims)),
            tuple(self._tolls(article, claims)),
        )

    def _tolls(self, article: Article, claims: list[Claim]) -> Iterator[Bearing]:
        for toll in self._parts.findings.tolls_of(article.id):
            if found := stated_toll(article, toll, claims):
                yield found


def _strongest(claims: list[Claim]) -> list[Claim]:
    """The MOST_CLAIMS that are most worth checking, in reading order."""
    if len(claims) <= MOST_CLAIMS:
        return claims
    best = sorted(claims, key=lambda claim: -claim.score)[:MOST_CLAIMS]
    return sorted(best, key=lambda claim: claim.start)
