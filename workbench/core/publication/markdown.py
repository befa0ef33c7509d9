"""A verdict as Markdown: front matter for machines, a CommonMark body for readers."""

from typing import Any

from markupsafe import Markup

from workbench.core.publication import House, PublishedVerdict, Templates, independence
from workbench.core.publication.escaping import front_matter
from workbench.core.publication.rationale import as_markdown
from workbench.core.publication.templating import render

TEMPLATE = "verdict.md.j2"
"""The template's name; a newsroom's own of that name takes its place."""


def to_markdown(v: PublishedVerdict, house: House | None = None, templates: Templates = ()) -> str:
    """The whole file, ending with one line feed.

    Quotes render as exactly their text (see `escaping.markdown`). Raises UsageError
    where a newsroom's own template fails.
    """
    rationale = Markup(as_markdown(v.rationale))  # noqa: S704 - the reviewer's own Markdown
    context = {"v": v, "rationale": rationale}
    body = render(TEMPLATE, templates, context, house or House())
    return f"{front_matter(header(v))}\n{body.strip()}\n"


def header(v: PublishedVerdict) -> dict[str, Any]:
    """The front matter: what a site generator sorts, filters and lists by."""
    independent, sources = independence(v.evidence)
    fields: dict[str, Any] = {
        "title": f"Retracted: {v.claim}" if v.retraction else v.summary or v.claim,
        "claim": v.claim,
        "claim_id": v.claim_id,
        "claimant": v.claimant,
        "said_on": v.said_on.isoformat() if v.said_on else None,
        "source": {
            "title": v.citation.title,
            "publisher": v.citation.publisher,
            "url": v.citation.url,
            "published": v.citation.published.isoformat() if v.citation.published else None,
        },
        "rating": v.shown_rating.name,
        "rating_meaning": v.shown_rating.meaning,
        "summary": v.shown_summary,
        "reviewer": v.reviewer,
        "second_reviewer": v.second_reviewer or None,
        "decided_at": v.decided_at,
        "published_at": v.published_at or None,
        "retracted_at": v.retraction.at if v.retraction else None,
        "corrected_at": v.corrections[-1].at if v.corrections else None,
        "sources": sources,
        "independent_sources": independent,
    }
    if v.shown_rating.value is not None:
        axis = {"value": v.rating.value, "best": v.rating.best, "worst": v.rating.worst}
        fields["rating_axis"] = axis
    return fields
