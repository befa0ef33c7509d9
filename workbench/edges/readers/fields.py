"""The fields that come with an article, under the names that sources use.

A field that is there and cannot be used is flagged, never guessed at.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from workbench.core.reading.datelines import publication_date

LONGEST_VALUE = 1000
"""Characters of a title or a publisher; longer ones are cut with a flag."""

NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("id", "article_id", "doc_id", "guid", "uuid", "_id", "identifier")),
    ("text", ("text", "body", "articlebody", "content", "fulltext", "article_text", "article", "maintext", "story", "content_text")),
    ("html", ("html", "content_html", "body_html", "raw_html")),
    ("title", ("title", "headline", "name", "heading")),
    ("publisher", ("publisher", "source", "site", "outlet", "publication", "newspaper", "site_name", "source_name")),
    ("url", ("url", "link", "canonical", "canonical_url", "permalink", "source_url", "uri")),
    ("published", ("published", "date", "datepublished", "published_at", "date_published", "date_publish", "publication_date", "publish_date", "pubdate", "published_date", "created", "created_at", "timestamp")),
    ("language", ("language", "lang", "inlanguage")),
)  # fmt: skip
"""(our name, the names it goes by in lower case, best first)."""

_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT_DAY = re.compile(r"(?:19|20)\d{6}$")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d{1,6})?$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Fields:
    """What was given with a text. `values` has title, publisher, url, language, id."""

    values: Mapping[str, str] = field(default_factory=dict)
    published: date | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()


def fields_of(given: Mapping[str, object], origin: str) -> Fields:
    """Sort a mapping's values under our names; `origin` says where they stood."""
    by_name = {str(key).strip().lower().replace("-", "_"): value for key, value in given.items()}
    values: dict[str, str] = {}
    flags: list[str] = []
    for name, aliases in NAMES:
        value = next((v for a in aliases if (v := plain_value(by_name.get(a)))), "")
        if value and name not in {"text", "html"}:
            values[name] = one_line(value)
    published = None
    stated = values.pop("published", "")
    if stated:
        published = day_of(stated)
        if published is None:
            flags.append(f"published date not understood: {stated[:60]}")
    if values.get("url") and not is_web_address(values["url"]):
        flags.append(f"link is not kept: {values.pop('url')[:60]}")
    found = {*values, *(("published",) if published else ())} - {"id"}
    return Fields(values, published, dict.fromkeys(sorted(found), origin), tuple(flags))


def plain_value(value: object) -> str:
    """A field's value as text: strings, numbers, the name of an object, a list's first."""
    if isinstance(value, Mapping):
        return plain_value(value.get("name") or value.get("@id") or value.get("url"))
    if isinstance(value, list):
        return plain_value(value[0]) if value and not isinstance(value[0], list) else ""
    if isinstance(value, bool) or value is None:
        return ""
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def one_line(value: str) -> str:
    """A value with its white space, line ends among it, made single spaces."""
    return _SPACE.sub(" ", value[: 4 * LONGEST_VALUE]).strip()[:LONGEST_VALUE]


def day_of(stated: str) -> date | None:
    """The day of a date: ISO 8601, RFC 2822, seconds since 1970,
    or as a date line.

    The day is the one in the zone that the date is given in, as a reader saw it.
    """
    stated = stated.strip()[:100]
    iso = _ISO_DAY.match(stated)
    try:
        if iso:
            return date(*map(int, iso.groups()))
        if _COMPACT_DAY.match(stated):
            return date(int(stated[:4]), int(stated[4:6]), int(stated[6:]))
        if _EPOCH.match(stated):
            seconds = float(stated)
            return datetime.fromtimestamp(seconds / (1000 if seconds > 1e11 else 1), UTC).date()
        return parsedate_to_datetime(stated).date()
    except (ValueError, OverflowError, TypeError, IndexError):
        found = publication_date(stated)
        return found[0] if found else None


def is_web_address(url: str) -> bool:
    """Whether a link leads to the web: `javascript:` and `file:` are never kept."""
    return url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url
