"""Verdicts as a static site: pages that stand alone and load nothing.

Style and the one small script of the index lie inside the page, allowed by their
hash in a Content-Security-Policy that allows nothing else. A verdict page runs no
script; its only `<script>` element is the JSON-LD, which is data.
"""

import base64
import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from workbench.core.publication import Correction, House, PublishedVerdict, Templates
from workbench.core.publication.claimreview import (
    organisation,
    page_path,
    page_url,
    share_path,
    to_claimreview,
)
from workbench.core.publication.escaping import json_ld, link
from workbench.core.publication.plots import figures_svg, plotted
from workbench.core.publication.rationale import as_html
from workbench.core.publication.templating import parts, render, source
from workbench.core.verdicts.ratings import Rating
from workbench.errors import UsageError

TEMPLATES = ("verdict.html.j2", "page.html.j2", "parts.html.j2", "style.css")
"""What a verdict page is made of; a newsroom may replace each."""
LIST_TEMPLATES = (
    "index.html.j2", "corrections.html.j2", "about.html.j2", "feed.xml.j2", "corrections.xml.j2",
    "sitemap.xml.j2", "page.html.j2",
    "parts.html.j2",
    "style.css", "filter.js",
)  # fmt: skip
"""What the pages are made of that list all verdicts."""
LATEST = 50
"""Entries of an Atom feed."""
MOST_ADDRESSES = 49_000
"""Verdicts in a sitemap, of which the protocol allows 50,000 addresses."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What the lists show of one verdict: small, so that 10,000 stay in memory."""

    claim_id: str
    stated: str
    speaker: str
    rating: Rating
    summary: str
    published_at: str
    path: str
    url: str
    corrections: tuple[Correction, ...]
    retraction: Correction | None = None

    @property
    def changed_at(self) -> str:
        """When the verdict was published or last corrected."""
        return max([self.published_at, *(one.at for one in self.corrections)])

    @property
    def urn(self) -> str:
        """The verdict's lasting id in a feed (RFC 4122, from its claim)."""
        return urn_of_claim(self.claim_id)

    def urn_of(self, one: Correction) -> str:
        """The lasting id of one of its corrections."""
        of = f"claim-workbench:{self.claim_id!r}:{one.at}:{one.kind}:{one.reason}"
        return uuid.uuid5(uuid.NAMESPACE_URL, of).urn


def urn_of_claim(claim_id: str) -> str:
    """The lasting id of a claim's verdict (RFC 4122)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"claim-workbench:{claim_id!r}").urn


def to_html(
    v: PublishedVerdict, house: House | None = None, templates: Templates = (), *,
    alone: bool = False,
) -> str:  # fmt: skip
    """The page of one verdict. Raises UsageError where a newsroom's template fails.

    One that stands `alone` has no links to a site around it.
    """
    house = house or House()
    review = to_claimreview(v, base_url=house.url, organisation=house.name)
    plots = [(of, _markup(figures_svg(of, rows))) for of, rows in plotted(v.figures)]
    context = {
        "v": v,
        "rationale": _markup(as_html(v.rationale)),
        "json_ld": json_ld(review),
        "plots": plots,
        "canonical": page_url(v, house.url) if link(house.url) else "",
        "picture": f"{_base(house)}/{share_path(v)}" if link(house.url) else "",
        "alone": alone,
        "same_speaker": "" if alone or not v.speaker else _narrowed(v.speaker),
    }
    return _page("verdict.html.j2", "../", house, templates, context)


def _narrowed(words: str) -> str:
    """The index as seen from a verdict's page, narrowed to verdicts with these words."""
    return f"../index.html#{urlencode({'q': words}, errors='replace')}"


def listed(v: PublishedVerdict, house: House) -> Listed:
    """What the lists show of a verdict."""
    return Listed(
        v.claim_id,
        v.stated,
        v.speaker,
        v.shown_rating,
        v.shown_summary,
        v.first_day,
        page_path(v),
        page_url(v, house.url),
        v.corrections,
        v.retraction,
    )


def index_html(rows: Sequence[Listed], house: House, templates: Templates = ()) -> str:
    """The index, newest first, with a filter by rating and a search that run in the page."""
    return "".join(index_parts(rows, house, templates))


def index_parts(rows: Sequence[Listed], house: House, templates: Templates = ()) -> Iterator[str]:
    """The index in pieces, so that one of 10,000 verdicts is never in memory whole."""
    ratings = list({row.rating.name: row.rating for row in rows}.values())
    ratings.sort(key=lambda rating: (rating.value is None, -(rating.value or 0), rating.name))
    context = {
        "rows": sorted(rows, key=lambda row: row.published_at, reverse=True),
        "ratings": [(r, sum(row.rating.name == r.name for row in rows)) for r in ratings],
    }
    return _page_parts("index.html.j2", "", house, templates, context, script="filter.js")


def corrections_html(rows: Sequence[Listed], house: House, templates: Templates = ()) -> str:
    """All corrections, newest first, each with its reason and its verdict."""
    return _page("corrections.html.j2", "", house, templates, {"corrections": _corrections(rows)})


def _corrections(rows: Sequence[Listed]) -> list[tuple[Correction, Listed]]:
    """Each correction with its verdict, newest first."""
    found = [(one, row) for row in rows for one in row.corrections]
    return sorted(found, key=lambda pair: pair[0].at, reverse=True)


def about_html(house: House, templates: Templates = (), head: str = "") -> str:
    """The page about the house: how it checks, corrects, is paid and is reached.

    `head` is the last entry of the case's history; a history that was cut or forged
    contradicts it.
    """
    context = {"head": head, "json_ld": json_ld(organisation(house)) if _base(house) else ""}
    return _page("about.html.j2", "", house, templates, context)


def atom_feed(rows: Sequence[Listed], house: House, templates: Templates = ()) -> str:
    """The LATEST verdicts and corrections as an Atom feed (RFC 4287)."""
    latest = sorted(rows, key=lambda row: row.changed_at, reverse=True)[:LATEST]
    return render("feed.xml.j2", templates, {"rows": latest, **_feed(house, "")}, house)


def corrections_feed(rows: Sequence[Listed], house: House, templates: Templates = ()) -> str:
    """The LATEST corrections and retractions as an Atom feed, each an entry of its own."""
    context = {"corrections": _corrections(rows)[:LATEST], **_feed(house, ":corrections")}
    return render("corrections.xml.j2", templates, context, house)


def _feed(house: House, which: str) -> dict[str, str]:
    name = f"claim-workbench:{house.url}:{house.name}{which}"
    return {"feed_id": uuid.uuid5(uuid.NAMESPACE_URL, name).urn, "base": _base(house)}


def _base(house: House) -> str:
    return link(house.url).rstrip("/")


def sitemap(rows: Sequence[Listed], house: House, templates: Templates = ()) -> str:
    """The addresses of a site that has one, newest first (sitemaps.org, 0.9)."""
    latest = sorted(rows, key=lambda row: row.changed_at, reverse=True)[:MOST_ADDRESSES]
    return render("sitemap.xml.j2", templates, {"rows": latest, "base": _base(house)}, house)


def _page(name: str, root: str, house: House, templates: Templates, context: dict[str, Any]) -> str:
    return "".join(_page_parts(name, root, house, templates, context))


def _page_parts(
    name: str,
    root: str,
    house: House,
    templates: Templates,
    context: dict[str, Any],
    script: str = "",
) -> Iterator[str]:
    style = _inline(source(templates, "style.css"), "</style")
    code = _inline(source(templates, script), "</script") if script else ""
    allowed = [
        f"style-src {_hash(style)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if code:
        allowed.append(f"script-src {_hash(code)}")
    shared = {
        "alone": False,
        "root": root,
        "style": _markup(style),
        "script": _markup(code),
        "policy": "; ".join(["default-src 'none'", *allowed]),
    }
    return parts(name, templates, {**shared, **context}, house)


def _inline(text: str, end: str) -> str:
    if end in text.lower():
        raise UsageError(f"style.css or a script may not contain {end}>")
    return text.strip()


def _hash(text: str) -> str:
    """A Content-Security-Policy source for one inline element (CSP Level 3, 2.3.1)."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _markup(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - made by our own renderers, which escape
