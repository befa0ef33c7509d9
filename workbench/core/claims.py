"""Claims: readings with at least one kind, under an id and with a score."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.core.decide.checkworthiness import DEFAULT_WEIGHTS, Evidence, assess
from workbench.core.reading.model import DateMention, Figure, OfReading, Reading
from workbench.core.reading.read import read
from workbench.core.text.articles import Article
from workbench.core.text.passages import Document, split


@dataclass(frozen=True, slots=True)
class Claim(OfReading):
    """A checkable passage.

    `quote` is `article.text[start:end]` of the revision named. `id` is derived from the
    article's id and the quote, so finding claims again, or finding the same words in a new
    revision, yields the same id. `score` is the check-worthiness, 0–100, and `reasons` says in
    words what made it.
    """

    id: str
    article: str
    revision: int
    reading: Reading
    score: float = 0.0
    reasons: tuple[str, ...] = ()

    def as_json(self, status: str = "open") -> dict[str, Any]:
        """The shape of a line of `workbench claims --format jsonl`."""
        return {
            "id": self.id,
            "article": self.article,
            "revision": self.revision,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "kinds": list(self.kinds),
            "claimant": self.claimant or None,
            "figures": [figure_json(f) for f in self.figures],
            "dates": [date_json(d) for d in self.dates],
            "score": self.score,
            "reasons": list(self.reasons),
            "rules": list(self.rules),
            "status": status,
        }


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure as `{text,start,end,low,high,unit,of}`; an open bound is null."""
    names = ("text", "start", "end", "low", "high", "unit", "of")
    return {name: getattr(figure, name) for name in names}


def date_json(mention: DateMention) -> dict[str, Any]:
    """A date as `{text,start,end,from,to}`: inclusive ISO days, null where unresolved."""
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "from": mention.from_.isoformat() if mention.from_ else None,
        "to": mention.to.isoformat() if mention.to else None,
    }


def find_claims(
    article: Article, weights: Mapping[str, float] = DEFAULT_WEIGHTS
) -> tuple[Claim, ...]:
    """The checkable claims of one article, in reading order."""
    return tuple(c for c in _claims(split(article), weights, all_scored=False) if c.kinds)


def annotate(document: Document, weights: Mapping[str, float] = DEFAULT_WEIGHTS) -> Iterator[Claim]:
    """Every passage as a claim whose kinds may be empty: of boilerplate always.

    What has no kind is scored all the same, so that a text can be read in the order of worth.
    """
    return _claims(document, weights, all_scored=True)


def _claims(document: Document, weights: Mapping[str, float], all_scored: bool) -> Iterator[Claim]:
    seen: dict[str, int] = {}
    article = document.article
    for reading in read(document):
        nth = seen[reading.quote] = seen.get(reading.quote, -1) + 1
        told = reading.kinds or (all_scored and not reading.rules)  # no boilerplate or heading
        score, reasons = assess(evidence_of(reading), weights) if told else (0.0, ())
        id = claim_id(article.id, reading.quote, nth)
        yield Claim(id, article.id, article.revision, reading, score, reasons)


def evidence_of(reading: Reading) -> Evidence:
    """What the criteria of check-worthiness look at."""
    return Evidence(
        quote=reading.quote,
        kinds=reading.kinds,
        assertive=reading.assertive,
        claimant=reading.claimant,
        dated=any(d.from_ for d in reading.dates),
        sources=len({a.claimant for a in reading.attributions}),
        language=reading.language,
    )


def claim_id(article: str, quote: str, nth: int = 0) -> str:
    """16 hex digits from the article's id, the quote and which of equal quotes it is."""
    key = "\0".join((article, " ".join(quote.split()), str(nth)))
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
