"""What a page says about itself: title, publisher, address, days, language.

Sources, best first: JSON-LD (schema.org), `<meta>` (Open Graph, Dublin Core and
the like), the page's own elements, and for the date htmldate's heuristics.
"""

import json
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from workbench.core.lexicon.en.time_words import MONTHS
from workbench.core.reading.metadata import without_publisher
from workbench.edges.readers.fields import day_of, is_web_address, one_line, plain_value

MOST_JSON_LD = 2_000_000
"""Characters of JSON-LD that are parsed; more is no description of an article."""
MOST_OBJECTS = 2_000
"""Objects of a page's JSON-LD that are looked at."""

ARTICLE_TYPES = frozenset((
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle", "BlogPosting",
    "LiveBlogPosting", "Report", "SocialMediaPosting", "TechArticle", "ScholarlyArticle", "Review",
))  # fmt: skip
"""schema.org types that are an article."""

META: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("published", ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "article:published", "og:published_time", "publication_date", "publish-date", "publishdate", "pubdate", "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime", "article.published", "published_time", "originalpublicationdate", "date_published", "citation_publication_date", "ptime", "date")),
    ("modified", ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")),
    ("title", ("og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "parsely-title")),
    ("publisher", ("og:site_name", "publisher", "dc.publisher")),
    ("url", ("og:url",)),
    ("language", ("og:locale", "content-language", "dc.language")),
)  # fmt: skip
"""(our field, names of `<meta>` property, name or itemprop in lower case, best first)."""

_ADDRESS_DAY = re.compile(
    r"[/-]((?:19|20)\d\d)[/-](0?[1-9]|1[0-2]|[a-zA-Z]{3})[/-](0?[1-9]|[12]\d|3[01])(?=[/.?-]|$)"
)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?$", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:\||–|—|-|::|»|·)\s+")
_WRAPPING = re.compile(r"^\s*(?:/\*|//)?\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*(?:\*/)?\s*$")


@dataclass(slots=True)
class Facts:
    """Fields of a page as found, and where; the first to say a thing is believed."""

    values: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)

    def say(self, name: str, value: object, origin: str) -> None:
        """Note a field, unless it is known already or the value is of no use."""
        stated = one_line(unescape(plain_value(value)))
        if not stated or name in self.values or name in self.days:
            return
        if name in {"published", "modified"}:
            day = day_of(stated)
            if day is None or day.year < 1900:
                return
            self.days[name] = day
        elif name == "url" and not is_web_address(stated):
            return
        else:
            self.values[name] = stated
        self.origins[name] = origin


def facts_of(tree: HtmlElement, url: str, search: bool = True) -> Facts:
    """Everything that a page says about itself; `url` is where it came from, or "".

    `search` allows the slow search of the layout for a date.
    """
    facts = Facts()
    _from_json_ld(tree, facts)
    _from_meta(tree, facts)
    _from_elements(tree, facts)
    _from_address(facts.values.get("url", "") or url, facts)
    if search and "published" not in facts.days:
        _from_layout(tree, facts)
    title, publisher = facts.values.get("title", ""), facts.values.get("publisher", "")
    if title:
        facts.values["title"] = without_publisher(title, publisher)
    if language := facts.values.pop("language", ""):
        code = _LANGUAGE.match(language)
        if code:
            facts.values["language"] = code[1].lower()
    return facts


def _from_json_ld(tree: HtmlElement, facts: Facts) -> None:
    for item in _articles(tree):
        facts.say("published", item.get("datePublished"), "JSON-LD")
        facts.say("modified", item.get("dateModified"), "JSON-LD")
        facts.say("title", item.get("headline") or item.get("name"), "JSON-LD")
        publisher = item.get("publisher")
        if isinstance(publisher, list):
            publisher = publisher[0] if publisher else None
        if isinstance(publisher, Mapping):
            facts.say("publisher", publisher.get("name"), "JSON-LD")
        facts.say("language", item.get("inLanguage"), "JSON-LD")


def _articles(tree: HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = _WRAPPING.sub("", (script.text or "").strip())
        if len(text) > MOST_JSON_LD:
            continue
        try:
            parsed = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _objects(parsed) if ARTICLE_TYPES & _types(item))


def _objects(parsed: object) -> Iterator[Mapping[str, Any]]:
    """Objects of a JSON-LD text, outer ones first, in lists and graphs too."""
    queue = [parsed]
    for place in range(MOST_OBJECTS):
        if place >= len(queue):
            return
        item = queue[place]
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(item.get(name) for name in ("@graph", "mainEntity", "mainEntityOfPage"))


def _types(item: Mapping[str, Any]) -> set[str]:
    kind = item.get("@type")
    names = kind if isinstance(kind, list) else [kind]
    return {name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def _from_meta(tree: HtmlElement, facts: Facts) -> None:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        content = meta.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := meta.get(attribute)):
                found.setdefault(name.strip().lower(), content)
    for name, aliases in META:
        for alias in aliases:
            if alias in found:
                facts.say(name, found[alias].removeprefix("@"), f"meta {alias}")


def _from_elements(tree: HtmlElement, facts: Facts) -> None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            facts.values.pop("url", None)
            facts.say("url", link.get("href"), "link canonical")
    facts.say("language", tree.get("lang"), "html lang")
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate]"):
        stated = element.get("datetime") or element.get("content") or element.text_content()[:100]
        facts.say("published", stated, f"element {element.tag}")
    headings = [h.text_content() for h in tree.iter("h1") if h.text_content().strip()]
    if len(headings) == 1:
        facts.say("title", headings[0], "h1")
    for title in tree.xpath("//head/title"):
        parts = _SUFFIX.split(one_line(title.text_content()))
        if len(parts) > 1 and len(parts[-1]) <= 40:
            facts.say("publisher", parts[-1], "title")
            parts.pop()
        facts.say("title", " - ".join(parts), "title")
    times = {time.get("datetime") or "" for time in tree.xpath("//article//time | //header//time")}
    if len(times) == 1:
        facts.say("published", times.pop(), "element time")


def _from_address(url: str, facts: Facts) -> None:
    """The day in an address, which is the day where the paper is made.

    A time that a page states in UTC can fall on the day before or after it; then
    the address is right about the day that readers saw.
    """
    found = _ADDRESS_DAY.search(url[:500])
    if not found:
        return
    year, month, day = found.groups()
    number = str(MONTHS.get(month.lower(), month))
    stated = day_of(f"{year}-{number.zfill(2)}-{day.zfill(2)}")
    known = facts.days.get("published")
    if stated and (known is None or abs(stated - known) == timedelta(days=1)):
        facts.days["published"], facts.origins["published"] = stated, "address"


def _from_layout(tree: HtmlElement, facts: Facts) -> None:
    from htmldate import find_date  # noqa: PLC0415 (its tables are slow to load)

    stated = find_date(deepcopy(tree), original_date=True, extensive_search=True)
    facts.say("published", stated, "page layout")
