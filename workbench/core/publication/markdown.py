"""A verdict as Markdown: front matter for machines, a CommonMark body for readers."""

import re
from datetime import date
from typing import Any

from markupsafe import Markup

from workbench.core.publication import House, PublishedVerdict, Templates, independence
from workbench.core.publication.escaping import Plain, file_name, markdown
from workbench.core.publication.flavours import FLAVOURS, Flavour
from workbench.core.publication.rationale import as_markdown
from workbench.core.publication.templating import render
from workbench.core.text.display import one_line

TEMPLATE = "verdict.md.j2"
"""The template's name; a newsroom's own of that name takes its place."""


def to_markdown(
    v: PublishedVerdict,
    house: House | None = None,
    templates: Templates = (),
    flavour: Flavour = FLAVOURS["plain"],
) -> str:
    """The whole file, ending with one line feed, as the tool of a flavour reads it.

    Quotes render as exactly their text (see `escaping.markdown`). Raises UsageError
    where a newsroom's own template fails.
    """
    rationale = Markup(as_markdown(v.rationale))  # noqa: S704 - the reviewer's own Markdown
    context = {"v": v, "rationale": rationale}
    body = render(TEMPLATE, templates, context, house or House())
    fields = header(v)
    heading = f"# {markdown(one_line(fields['title']))}\n\n" if flavour.titled else ""
    return f"{flavour.block(flavour.shaped(fields))}\n{heading}{body.strip()}\n"


def header(v: PublishedVerdict) -> dict[str, Any]:
    """The front matter: what a site generator sorts, filters and lists by.

    Flat, because Pelican and python-markdown read no mapping inside it, and with `date`,
    `lastmod`, `slug`, `description` and `tags` under the names that Hugo, Jekyll, Pelican,
    MkDocs and Eleventy look for.
    """
    independent, sources = independence(v.weighed)
    rating, where = v.shown_rating, v.citation
    fields: dict[str, Any] = {
        "title": f"Retracted: {v.stated}" if v.retraction else v.summary or v.stated,
        "date": Plain(v.first_day),
        "lastmod": Plain(v.changed_at),
        "slug": Plain(file_name(v.claim, v.claim_id)),
        "description": one_line(f"{rating.name.capitalize()}. {v.shown_summary}"),
        "tags": Plain("-".join(["rated", *re.findall(r"[a-z0-9]+", rating.name.lower())])),
        "claim": v.claim,
        "claim_id": v.claim_id,
        "wording": v.wording or None,
        "claimant": v.claimant,
        "said_on": _day(v.said_on),
        "source_title": where.title,
        "source_publisher": where.publisher,
        "source_url": where.url,
        "source_published": _day(where.published),
        "rating": rating.name,
        "rating_meaning": rating.meaning,
        "summary": v.shown_summary,
        "reviewer": v.reviewer,
        "second_reviewer": v.second_reviewer or None,
        "decided_at": v.decided_at,
        "published_at": v.published_at or None,
        "retracted_at": v.retraction.at if v.retraction else None,
        "corrected_at": v.corrections[-1].at if v.corrections else None,
        "sources": sources,
        "independent_sources": independent,
        "history_head": v.history_head or None,
    }
    if rating.value is not None:
        axis = {"value": rating.value, "best": rating.best, "worst": rating.worst}
        fields |= {f"rating_{name}": number for name, number in axis.items()}
    return fields


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
