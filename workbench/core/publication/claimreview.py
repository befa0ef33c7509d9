"""A verdict as schema.org ClaimReview, for aggregators.

Properties and types follow schema.org's ClaimReview, Claim, Rating and DataFeed and
Google's "Fact Check (ClaimReview) structured data": `claimReviewed`, `reviewRating`
and `url` are required; numbers are given only for ratings on the axis, where
higher is truer. Texts keep every code point: this is a record for machines.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from workbench.core.publication import Citation, Correction, PublishedVerdict
from workbench.core.publication.escaping import file_name, link

CONTEXT = "https://schema.org"
FOLDER = "verdicts"
"""Where a site keeps its verdict pages."""

ORGANISATION_WORDS = frozenset({
    "agency", "army", "assembly", "association", "authorities", "authority", "bank", "board",
    "bureau", "cabinet", "centre", "center", "command", "commission", "committee", "company",
    "congress", "corporation", "council", "court", "defence", "defense", "department", "embassy",
    "foundation", "government", "group", "hospital", "institute", "kremlin", "media", "ministry",
    "movement", "nations", "news", "newspaper", "office", "officials", "organisation",
    "organization", "parliament", "party", "pentagon", "police", "senate", "service", "services",
    "staff", "treasury", "union", "university",
})  # fmt: skip
"""Words that make a claimant an organisation; without one it is given as a person."""


class Named(Protocol):
    """What a page's name is made of."""

    @property
    def claim(self) -> str:
        """The claim's words."""

    @property
    def claim_id(self) -> str:
        """The claim's id."""


def page_path(v: Named) -> str:
    """The verdict's page, relative to the site."""
    return f"{FOLDER}/{file_name(v.claim, v.claim_id)}.html"


def page_url(v: PublishedVerdict, base_url: str) -> str:
    """The verdict's address on the site at `base_url`; relative where that is empty."""
    base = link(base_url)
    return f"{base.rstrip('/')}/{page_path(v)}" if base else page_path(v)


def to_claimreview(v: PublishedVerdict, *, base_url: str, organisation: str) -> dict[str, Any]:
    """The ClaimReview of one verdict; what is unknown is left out."""
    own_url = link(base_url)
    return _known(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "url": page_url(v, base_url),
            "identifier": v.claim_id,
            "claimReviewed": v.claim,
            "author": _known({"@type": "Organization", "name": organisation, "url": own_url}),
            "datePublished": v.first_day[:10],
            "dateModified": v.corrections[-1].at[:10] if v.corrections else "",
            "creativeWorkStatus": "Retracted" if v.retraction else "",
            "correction": [_correction(one) for one in v.corrections],
            "itemReviewed": _claim(v),
            "reviewRating": _rating(v),
            "abstract": v.shown_summary,
        }
    )


def _claim(v: PublishedVerdict) -> dict[str, Any]:
    """The Claim, with the works it appears in: its own article, then those that repeat it."""
    works = _distinct([v.citation, *(item.citation for item in v.related("corroborates"))])
    first = min(works, key=lambda work: work.published or date.max)
    return _known(
        {
            "@type": "Claim",
            "author": _claimant(v.claimant),
            "datePublished": v.said_on.isoformat() if v.said_on else "",
            "appearance": [_work(work) for work in works],
            "firstAppearance": _work(first),
        }
    )


def _distinct(works: Iterable[Citation]) -> list[Citation]:
    return list({work.article: work for work in reversed(list(works))}.values())[::-1]


def _claimant(name: str) -> dict[str, Any]:
    words = name.lower().replace("’s", "").replace("'s", "").split()
    kind = "Organization" if ORGANISATION_WORDS.intersection(words) else "Person"
    return {"@type": kind, "name": name} if name else {}


def _work(citation: Citation) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": citation.publisher}
    return _known(
        {
            "@type": "CreativeWork",
            "url": link(citation.url),
            "headline": citation.title,
            "identifier": citation.article,
            "datePublished": citation.published.isoformat() if citation.published else "",
            "publisher": publisher if citation.publisher else {},
        }
    )


def _rating(v: PublishedVerdict) -> dict[str, Any]:
    given = v.shown_rating
    rating: dict[str, Any] = {
        "@type": "Rating",
        "alternateName": given.name,
        "ratingExplanation": given.meaning,
    }
    if given.value is not None:
        rating["ratingValue"] = given.value
        rating["bestRating"] = given.best
        rating["worstRating"] = given.worst
    return rating


def _correction(one: Correction) -> dict[str, Any]:
    return {"@type": "CorrectionComment", "text": one.reason, "dateCreated": one.at[:10]}


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in ("", {}, [], None)}


def feed_lines(
    verdicts: Iterable[PublishedVerdict], *, base_url: str, organisation: str
) -> Iterator[str]:
    """A DataFeed of all ClaimReviews, in pieces, so that many never stand in memory.

    The pieces joined are one JSON object, with a line for each verdict.
    """
    yield f'{{"@context":"{CONTEXT}","@type":"DataFeed","name":{_compact(organisation)},\n'
    yield '"dataFeedElement":['
    comma = "\n"
    for v in verdicts:
        review = to_claimreview(v, base_url=base_url, organisation=organisation)
        item = _known(
            {
                "@type": "DataFeedItem",
                "dateCreated": review["datePublished"],
                "dateModified": review.get("dateModified", ""),
                "item": [review],
            }
        )
        yield comma + _compact(item)
        comma = ",\n"
    yield "\n]}\n"


def _compact(value: object) -> str:
    return json.dumps(value, allow_nan=False, separators=(",", ":"))
