"""All verdicts as one file that a blog takes in: WordPress's WXR, Ghost's JSON.

Each verdict is a post whose body is the article of its page, word for word: of a retracted
one the notice. Its id, slug and dates stay the same from export to export, so that a post is
known again. WXR 1.2 is RSS 2.0 with WordPress's elements; Ghost's file holds the body as an
HTML card in the form of its editor since 5.30 ("lexical"), which is kept as it is.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from workbench.core.publication import House, PublishedVerdict, Templates
from workbench.core.publication.claimreview import page_url
from workbench.core.publication.escaping import file_name, html, link
from workbench.core.publication.html import to_html, urn_of_claim
from workbench.core.publication.words import capital, page_title
from workbench.core.text.display import one_line
from workbench.errors import UsageError

_MAIN = re.compile(r'<main id="main">(.*)</main>', re.DOTALL)
LONGEST_EXCERPT = 300
"""Characters of Ghost's excerpt."""
_WXR = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>{name}</title>
<link>{url}</link>
<language>{language}</language>
<wp:wxr_version>1.2</wp:wxr_version>
"""


def to_wxr(
    verdicts: Iterable[PublishedVerdict], house: House, templates: Templates = ()
) -> Iterator[str]:
    """The lines of a WXR file. Raises UsageError where a newsroom's template fails."""
    name, url = html(house.name), html(link(house.url))
    yield _WXR.format(name=name, url=url, language=html(house.language))
    for v in verdicts:
        yield _item(v, house, templates)
    yield "</channel>\n</rss>\n"


def _item(v: PublishedVerdict, house: House, templates: Templates) -> str:
    rating, at = v.shown_rating.name, _moment(v.first_day)
    fields = {
        "title": html(_title(v)),
        "link": html(page_url(v, house.url)),
        "pubDate": f"{at:%a, %d %b %Y %H:%M:%S} +0000",
        "dc:creator": _cdata(one_line(v.reviewer)),
        "content:encoded": _cdata(body(v, house, templates)),
        "excerpt:encoded": _cdata(_finding(v)),
        "wp:post_date": f"{at:%Y-%m-%d %H:%M:%S}",
        "wp:post_date_gmt": f"{at:%Y-%m-%d %H:%M:%S}",
        "wp:post_modified_gmt": f"{_moment(v.changed_at):%Y-%m-%d %H:%M:%S}",
        "wp:post_name": file_name(v.claim, v.claim_id),
        "wp:status": "publish",
        "wp:post_type": "post",
        "wp:comment_status": "closed",
    }
    lines = [f"<{name}>{text}</{name}>" for name, text in fields.items()]
    tag = _cdata(one_line(rating))
    lines += [
        f'<guid isPermaLink="false">{urn_of_claim(v.claim_id)}</guid>',
        f'<category domain="post_tag" nicename="{_slug(rating)}">{tag}</category>',
    ]
    return "<item>\n" + "\n".join(lines) + "\n</item>\n"


def to_ghost(
    verdicts: Iterable[PublishedVerdict], house: House, templates: Templates = ()
) -> Iterator[str]:
    """The pieces of a Ghost import file, one JSON object. Raises UsageError as `to_wxr`."""
    ratings: dict[str, str] = {}
    tagged: list[dict[str, str]] = []
    latest = 0
    yield '{"db":[{"data":{"posts":['
    comma = "\n"
    for v in verdicts:
        rating, latest = v.shown_rating.name, max(latest, _milliseconds(v.changed_at))
        ratings[rating] = _object_id(f"tag {_slug(rating)}")
        tagged.append({"post_id": _object_id(v.claim_id), "tag_id": ratings[rating]})
        yield comma + json.dumps(_post(v, house, templates))
        comma = ",\n"
    tags = [{"id": id, "name": one_line(r), "slug": _slug(r)} for r, id in ratings.items()]
    rest = {"tags": tags, "posts_tags": tagged}
    meta = {"exported_on": latest, "version": "5.30.0"}
    yield f'\n],{json.dumps(rest)[1:-1]}}},"meta":{json.dumps(meta)}}}]}}\n'


def _post(v: PublishedVerdict, house: House, templates: Templates) -> dict[str, Any]:
    card = {"type": "html", "version": 1, "html": body(v, house, templates)}
    root = {
        "children": [card], "direction": None, "format": "", "indent": 0, "type": "root",
        "version": 1,
    }  # fmt: skip
    finding = _finding(v)
    return {
        "id": _object_id(v.claim_id),
        "title": _title(v),
        "slug": file_name(v.claim, v.claim_id),
        "lexical": json.dumps({"root": root}),
        "status": "published",
        "visibility": "public",
        "type": "post",
        "custom_excerpt": finding[:LONGEST_EXCERPT],
        "meta_description": finding[:LONGEST_EXCERPT],
        "published_at": _iso(v.first_day),
        "created_at": _iso(v.first_day),
        "updated_at": _iso(v.changed_at),
    }


def body(v: PublishedVerdict, house: House, templates: Templates = ()) -> str:
    """The article of a verdict's page, without what stands around it."""
    found = _MAIN.search(to_html(v, house, templates, alone=True))
    if not found:
        raise UsageError('template page.html.j2: has no <main id="main"> that a blog could take')
    return found[1].strip()


def _title(v: PublishedVerdict) -> str:
    return page_title(f"{capital(v.shown_rating.name)}: {v.stated}")


def _finding(v: PublishedVerdict) -> str:
    return one_line(f"{capital(v.shown_rating.name)}. {v.shown_summary}")


def _cdata(text: str) -> str:
    inner = text.replace("]]>", "]]]]><![CDATA[>")
    return f"<![CDATA[{inner}]]>"


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())) or "rated"


def _object_id(name: str) -> str:
    """The 24 hexadecimal digits by which Ghost knows a thing."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _moment(at: str) -> datetime:
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)


def _iso(at: str) -> str:
    return f"{_moment(at):%Y-%m-%dT%H:%M:%S}.000Z"


def _milliseconds(at: str) -> int:
    return int(_moment(at).timestamp()) * 1000
