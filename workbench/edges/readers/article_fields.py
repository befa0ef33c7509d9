"""The fields that come with an article, under the names that sources use.

A field that is there and cannot be used is flagged, never guessed at.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

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
        "rawtext", "newscontent", "message", "paragraphs", "bodies", "selftext",
        "contentelements",
    )),
    ("html",
     ("html", "contenthtml", "bodyhtml", "rawhtml", "bodyxhtml", "articlehtml", "htmlcontent")),
    ("summary",
     ("description", "summary", "leadparagraph", "abstract", "excerpt", "snippet", "standfirst")),
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

_CLOCKED = r"(?:dates?|day|time|at|on|utc|gmt|iso|timestamp|epoch|unix|parsed|ms|string)"
DAY_NAMES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:first|original(?:ly)?|initial(?:ly)?|web|article|og|dc|dcterms|prism|meta|news)*"
        rf"(?:published|(?:publish|publication|pub){_CLOCKED}){_CLOCKED}*"
        rf"|(?:initial|original|first)publication",
        rf"(?:date)?(?:posted|issued|released){_CLOCKED}*|(?:post|release|issue){_CLOCKED}+",
        rf"(?:display|story|article|news|doc|document|sent|live|item|sort|dc|dcterms)"
        rf"{_CLOCKED}+(?:issued|created)?|dct|(?=.*(?:date|time)){_CLOCKED}{{1,3}}",
        rf"(?:date)?created{_CLOCKED}*|(?:creation|create){_CLOCKED}+",
    )
)  # fmt: skip
"""What else the name of a day of publication may look like ("created_utc", "postDate"), best
first: what is published, posted, shown, made. A day of change, of reading or of an end is none."""

WRAPPERS = ("fields", "attributes", "_source", "article", "properties")
"""Objects in which some services put an article's fields, beside its address and day."""
ENVELOPES = ("data", "post", "record", "status", "value")
"""Objects in which some put all of it; beside a text they are something else."""
MOST_WRAPPERS = 3
"""Of these one in the other."""

NAMED_BY = (
    "name", "title", "main", "basic", "rendered", "value", "text", "#text", "@value", "domain",
    "display_name", "@id", "url", "$date", "$numberLong", "$oid", "iso", "date", "datetime",
    "timestamp", "seconds", "_seconds",
)  # fmt: skip
"""Members of an object in a field's place that hold its value, best first."""

_JOINTS = re.compile(r"[\s_.:-]+")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_COMPACT_DAY = re.compile(r"(?:19|20)\d{6}(?:[T ]?\d{4,6}(?:Z|[+-]\d{2}:?\d{2})?)?$")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3}){0,3}(?:\.\d{1,6})?$")
"""Seconds since 1970, or thousandths, millionths, billionths of one."""
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
        if value and name not in {"text", "html", "summary", "published"}:
            values[name] = one_line(value)
    stated = list(_days(by_name))
    published = next((day for _, day in stated if day), None)
    if stated and published is None:
        flags.append(f"published date not understood: {stated[0][0][:60]}")
    if values.get("url") and not is_web_address(values["url"]):
        flags.append(f"link is not kept: {values.pop('url')[:60]}")
    found = {*values, *(("published",) if published else ())} - {"id"}
    return Fields(values, published, dict.fromkeys(sorted(found), origin), tuple(flags))


def _days(by_name: Mapping[str, object]) -> Iterator[tuple[str, date | None]]:
    """(what is stated, the day that it is) under each name of a day of publication, best first."""
    ranked = sorted((rank, name) for name in by_name if (rank := _day_rank(name)) is not None)
    for _, name in ranked:
        value = by_name[name]
        if parts := _calendar_day(value):
            yield parts.isoformat(), parts
        elif stated := plain_value(value):
            yield one_line(stated), day_of(stated)


@lru_cache(maxsize=4096)
def _day_rank(name: str) -> int | None:
    """How surely a name, as NAMES has them, is that of a day of publication; less is surer."""
    known = dict(NAMES)["published"]
    if name in known:
        return known.index(name)
    found = (at for at, form in enumerate(DAY_NAMES) if form.fullmatch(name))
    return next((len(known) + at for at in found), None)


def is_named(name: str, field: str) -> bool:
    """Whether a squashed name is one of a field of ours."""
    return name in dict(NAMES)[field] or (field == "published" and _day_rank(name) is not None)


def _calendar_day(value: object) -> date | None:
    """The day of a value that gives year, month and day apart, as feed parsers and services do."""
    if isinstance(value, Mapping):
        value = [value.get(name) for name in ("year", "month", "day")]
    if not (isinstance(value, list) and len(value) >= 3):
        return None
    try:
        return date(*map(int, value[:3]))
    except (TypeError, ValueError, OverflowError):
        return None


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
    if isinstance(value, float) and value.is_integer():
        value = int(value)
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
            digits = len(stated.partition(".")[0])
            scale = 1000 ** max(0, (digits - 8) // 3)
            return datetime.fromtimestamp(float(stated) / scale, UTC).date()
        return parsedate_to_datetime(stated).date()
    except (ValueError, OverflowError, TypeError, IndexError):
        found = publication_date(stated)
        return found[0] if found else None


def is_web_address(url: str) -> bool:
    """Whether a link leads to the web: `javascript:` and `file:` are never kept."""
    return url.lower().startswith(("http://", "https://")) and url.isprintable() and " " not in url
