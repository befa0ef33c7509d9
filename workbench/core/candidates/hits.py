"""What passes through the seam to a search engine: passages in, queries, hits out."""

from dataclasses import dataclass
from datetime import date

OWN_ARTICLE = 2.0
"""Score that a passage of the claim's own article has in advance: less than a rare word's."""


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """A passage as an engine stores it, with what is known of its article.

    `article`, `start` and `end` together are its key: adding it again replaces it.
    `reading` is what was read in it, packed (see `core.reading.codec`); b"" where that is unknown.
    """

    article: str
    start: int
    end: int
    quote: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    language: str = ""
    reading: bytes = b""


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """One term to look for: `field` is "words" or "keys", `weight` multiplies its BM25."""

    field: str
    text: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class PassageQuery:
    """The terms of a query; without terms it finds nothing.

    An engine adds OWN_ARTICLE to the score of every passage of `article`, so that
    what is said around a claim is among the hits; the rerank takes it off again.
    """

    terms: tuple[QueryTerm, ...] = ()
    article: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which passages may be found at all; empty means no limit.

    `published_from` and `published_to` are inclusive days; passages without a
    known day of publication are left out where either is set.
    """

    articles: frozenset[str] = frozenset()
    without_articles: frozenset[str] = frozenset()
    language: str = ""
    published_from: date | None = None
    published_to: date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that an engine found; `score` compares only within one search.

    `reading` is what was read in it, packed (see `core.reading.codec`), or b"": still to be read.
    """

    article: str
    start: int
    end: int
    quote: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    score: float = 0.0
    reading: bytes = b""


@dataclass(frozen=True, slots=True)
class IndexStats:
    """How much an index holds: passages, articles (about, above some thousands), bytes."""

    passages: int
    articles: int
    bytes: int
