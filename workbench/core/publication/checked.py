"""Others' fact-checks, read from ClaimReview: what has been checked already.

A feed or a JSON-LD file comes from elsewhere, so it is walked without recursion,
and each entry that is no usable ClaimReview is named with the reason.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workbench.core.publication.escaping import link

DEEPEST = 12
"""Levels of nesting that are looked into: a DataFeed's item in a @graph is at level 6."""
LONGEST = 2000
"""Characters of a claim or name that are kept."""
_CONTAINERS = ("@graph", "dataFeedElement", "item", "itemListElement", "mainEntity", "review")


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim that somebody else has rated; unknown fields are empty or None.

    `rating` is their word for it, on their scale: it is shown, never converted.
    `url` is http or https, or empty.
    """

    claim: str
    rating: str
    publisher: str
    url: str
    claimant: str = ""
    said_on: date | None = None
    checked_on: date | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that was left out: `place` is the path to it in the file."""

    place: str
    reason: str


def read_claimreviews(data: object) -> tuple[tuple[CheckedClaim, ...], tuple[Refused, ...]]:
    """All ClaimReviews in parsed JSON (one, a list, a @graph, a DataFeed), and what was refused."""
    taken: dict[tuple[str, str], CheckedClaim] = {}
    refused: list[Refused] = []
    for place, review in _reviews(data):
        claim, rating = _words(review.get("claimReviewed")), _rating(review.get("reviewRating"))
        if not claim:
            refused.append(Refused(place, "no claimReviewed"))
        elif not rating:
            refused.append(Refused(place, "no rating in words or numbers"))
        else:
            read = _checked(review, claim, rating)
            taken.setdefault((read.claim, read.url), read)
    return tuple(taken.values()), tuple(refused)


def _reviews(data: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    waiting: list[tuple[str, int, object]] = [("$", 0, data)]
    while waiting:
        place, depth, node = waiting.pop()
        inside: list[tuple[str, object]] = []
        if isinstance(node, list):
            inside = [(f"{place}[{i}]", one) for i, one in enumerate(node)]
        elif isinstance(node, Mapping):
            if "ClaimReview" in _types(node):
                yield place, node
            inside = [(f"{place}.{key}", node[key]) for key in _CONTAINERS if key in node]
        if depth < DEEPEST:
            waiting.extend((where, depth + 1, one) for where, one in reversed(inside))


def _types(node: Mapping[str, Any]) -> tuple[str, ...]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return tuple(k.rpartition("/")[2].rpartition(":")[2] for k in kinds if isinstance(k, str))


def _checked(review: Mapping[str, Any], claim: str, rating: str) -> CheckedClaim:
    item = _first(review.get("itemReviewed"))
    url = review.get("url")
    return CheckedClaim(
        claim=claim,
        rating=rating,
        publisher=_name(review.get("author")) or _name(review.get("publisher")),
        url=link(url) if isinstance(url, str) else "",
        claimant=_name(item.get("author")),
        said_on=_day(item.get("datePublished")),
        checked_on=_day(review.get("datePublished")),
    )


def _rating(value: object) -> str:
    """Their word, or their number with its bounds where there is no word."""
    rating = _first(value)
    if word := _words(rating.get("alternateName")) or _words(rating.get("name")):
        return word
    number = _words(rating.get("ratingValue"))
    best = _words(rating.get("bestRating"))
    return f"{number} of {best}" if number and best else number


def _name(value: object) -> str:
    return _words(value) if isinstance(value, str) else _words(_first(value).get("name"))


def _first(value: object) -> Mapping[str, Any]:
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, Mapping)), {})
    return value if isinstance(value, Mapping) else {}


def _words(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return " ".join(value[:LONGEST].split()) if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
