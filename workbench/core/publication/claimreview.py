"""A verdict as schema.org ClaimReview, for aggregators.

Properties and types follow schema.org's ClaimReview, Claim, Rating and DataFeed and Google's "Fact
Check (ClaimReview) structured data": `claimReviewed`, `reviewRating` and `url` are required (Search
phases it out; the Fact Check Explorer reads it); numbers are given only for ratings on the axis,
where higher is truer. Texts keep every code point: this is a record for machines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from workbench.core.publication import Citation, Correction, House, PublishedVerdict
from workbench.core.publication.claimant_kinds import kind_of
from workbench.core.publication.escaping import file_name, link

CONTEXT = "https://schema.org"
FOLDER = "verdicts"
"""Where a site keeps its verdict pages."""


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


def share_path(v: Named) -> str:
    """The picture of a verdict that goes round with its address, relative to the site."""
    return f"share/{file_name(v.claim, v.claim_id)}.svg"


def page_url(v: PublishedVerdict, base_url: str) -> str:
    """The verdict's address on the site at `base_url`; relative where that is empty."""
    base = link(base_url)
    return f"{base.rstrip('/')}/{page_path(v)}" if base else page_path(v)


_POLICIES = {
    "verificationFactCheckingPolicy": ("method", "method"),
    "correctionsPolicy": ("corrections", ""),
    "actionableFeedbackPolicy": ("complaints", "complaints"),
    "ownershipFundingInfo": ("funding", "funding"),
    "masthead": ("people", "people"),
}
"""Property of schema.org's NewsMediaOrganization → the part of the page about the house that it
is, and the setting without which that part is not there."""


def organisation(house: House) -> dict[str, Any]:
    """The house as a NewsMediaOrganization; its policies are parts of the page about it."""
    base = link(house.url).rstrip("/")
    policies = {
        name: f"{base}/about.html#{part}"
        for name, (part, needed) in _POLICIES.items()
        if not needed or getattr(house, needed)
    }
    fields = {
        "@context": CONTEXT, "@type": "NewsMediaOrganization", "name": house.name, "url": base,
        "description": house.about, **policies,
    }  # fmt: skip
    return _known(fields)


def to_claimreview(v: PublishedVerdict, *, base_url: str, organisation: str) -> dict[str, Any]:
    """The ClaimReview of one verdict; what is unknown is left out.

    Without an address of the house it has no `url`: an aggregator takes none that is not
    whole. `version` is the entry of the house's history that it rests on.
    """
    own_url = link(base_url)
    return _known(
        {
            "@context": CONTEXT,
            "@type": "ClaimReview",
            "url": page_url(v, base_url) if own_url else "",
            "identifier": v.claim_id,
            "version": v.history_head,
            "claimReviewed": v.stated,
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
    """The Claim, with the one work in which it was found: others that agree did not make it."""
    work = _work(v.citation)
    return _known(
        {
            "@type": "Claim",
            "author": _claimant(v.speaker, v.same_as),
            "datePublished": v.said_on.isoformat() if v.said_on else "",
            "appearance": [work] if len(work) > 1 else [],
        }
    )


def _claimant(name: str, same_as: str) -> dict[str, Any]:
    kind = kind_of(name)
    return _known({"@type": kind, "name": name, "sameAs": link(same_as)}) if kind else {}


def _work(citation: Citation) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": citation.publisher}
    return _known(
        {
            "@type": "CreativeWork",
            "url": link(citation.url),
            "archivedAt": link(citation.archive),
            "headline": citation.title,
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
