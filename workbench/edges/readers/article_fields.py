"""The fields that come with an article, under the names that sources use.

A field that is there and cannot be used is flagged, never guessed at.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from workbench.core.reading.datelines import publication_date

LONGEST_VALUE = 1000
"""Characters of a title or a publisher; longer ones are cut with a flag."""

NAMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("id", ("id", "articleid", "docid", "guid", "uuid", "identifier", "objectid", "tweetid")),
    ("text", (
        "text", "body", "articlebody", "content", "fulltext", "articletext", "article", "maintext",
        "story",
        "contenttext", "textcontent", "bodytext", "cleanedtext", "plaintext", "fullcontent",
        "fullarticle",
        "rawtext", "newscontent", "message", "paragraphs", "bodies",
    )),
    ("html",
     ("html", "contenthtml", "bodyhtml", "rawhtml", "bodyxhtml", "articlehtml", "htmlcontent")),
    ("title",
     ("title", "headline", "name", "heading", "webtitle", "articletitle", "titlepage",
      "headlines")),
    ("publisher", (
        "publisher", "source", "site", "outlet", "publication", "newspaper", "sitename",
        "sourcename",
        "provider", "websitename", "mediaoutlet", "hostname", "sourcedomain", "domain", "sourceid",
        "cleanurl",
    )),
    ("url", (
        "url", "link", "canonical", "canonicalurl", "canonicallink", "permalink", "sourceurl",
        "uri", "weburl",
        "articleurl", "pageurl", "finalurl", "resolvedurl", "originalurl", "externalurl",
    )),
    ("published", (
        "published", "date", "datepublished", "publishedat", "datepublish", "publicationdate",
        "publishdate",
        "pubdate", "publisheddate", "publishedon", "publishedtime", "publishtime",
        "publicationtime",
        "datetimepub", "datetime", "webpublicationdate", "firstpublished", "firstpublisheddate",
        "firstpublicationdate",
        "publishedutc", "publishedparsed", "articlepublishedtime", "versioncreated",
        "firstcreated", "dateissued",
        "issued", "releasedate", "seendate", "created", "createdat", "createdtime", "datecreated",
        "timestamp", "pubtime",
    )),
    ("language", ("language", "lang", "inlanguage", "languagecode", "humanlanguage", "locale")),
)  # fmt: skip
"""(our name, the names it goes by, best first, in small letters without `_`, `-`, `.`, blanks).

News services (NewsAPI, GNews, Bing, the Guardian, the New York Times, Webz, Event Registry,
GDELT, NewsData) and extractors (newspaper, news-please, trafilatura, goose, Readability,
Diffbot) were gone through for them. A day of change is no day of publication.
"""

WRAPPERS = ("fields", "attributes", "_source", "article", "properties")
"""Objects in which some services put an article's fields, beside its address and day."""

NAMED_BY = (
    "name",
    "title",
    "main",
    "rendered",
    "value",
    "text",
    "#text",
    "@value",
    "domain",
    "@id",
    "url",
)
"""Members of an object in a field's place that hold its value, best first."""

_JOINTS = re.compile(r"[\s_.:-]+")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT_DAY = re.compile(r"(?:19|20)\d{6}(?:[T ]?\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?)?$")
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
    by_name = by_squashed_name(given)
    values: dict[str, str] = {}
    flags: list[str] = []
    for name, aliases in NAMES:
        value = _first(name, by_name, aliases)
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


def by_squashed_name(given: Mapping[str, object]) -> Mapping[str, object]:
    """A mapping's values by names as NAMES has them; of two that fall together the first that
    holds anything."""
    by_name: dict[str, object] = {}
    for key, value in given.items():
        name = squashed(str(key))
        if not by_name.get(name):
            by_name[name] = value
    return by_name


def squashed(name: str) -> str:
    """A field's name as NAMES has them: "published_at" and "publishedAt" are one."""
    return _JOINTS.sub("", name).lower()


def _first(name: str, by_name: Mapping[str, object], aliases: Sequence[str]) -> str:
    """The best value of a field; a source is a name or an address, each in its own place."""
    values = [v for a in aliases if (v := plain_value(by_name.get(a)))]
    if name == "publisher":
        values = [v for v in values if not is_web_address(v)]
    elif name == "url":
        source = plain_value(by_name.get("source"))
        values = [v for v in values if not v.startswith(("urn:", "tag:"))]
        values.sort(key=is_web_address, reverse=True)
        values += [source] if is_web_address(source) else []
    return values[0] if values else ""


def plain_value(value: object) -> str:
    """A field's value as text: strings, numbers, the name of an object, a list's first."""
    if isinstance(value, Mapping):
        return next((v for name in NAMED_BY if (v := plain_value(value.get(name)))), "")
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
            return date(int(stated[:4]), int(stated[4:6]), int(stated[6:8]))
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
