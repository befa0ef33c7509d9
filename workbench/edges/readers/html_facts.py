"""What a page says about itself: title, publisher, address, days, language.

Sources, best first: JSON-LD (schema.org), `<meta>` (Open Graph, Dublin Core and
the like), the page's own elements, its address, and for the day of publication what its
layout states (`html_days`). A day that nothing states stays unknown.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from workbench.core.lexicon.en.time_words import MONTHS
from workbench.core.reading.metadata import without_publisher
from workbench.edges.readers.article_fields import day_of, is_web_address, one_line, plain_value
from workbench.edges.readers.html_days import stated_day
from workbench.edges.readers.html_lines import lines_of

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
    ("published",
     ("article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date",
      "sailthru.date", "article:published", "og:published_time", "publication_date",
      "publish-date", "publishdate", "pubdate", "dc.date.issued", "dcterms.created",
      "dc.date.created", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime",
      "article.published", "published_time", "originalpublicationdate", "date_published",
      "citation_publication_date", "ptime", "date")),
    ("modified",
     ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
      "last-modified", "lastmod")),
    ("title",
     ("og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "parsely-title")),
    ("publisher", ("og:site_name", "publisher", "dc.publisher")),
    ("url", ("og:url",)),
    ("language", ("og:locale", "content-language", "dc.language")),
)  # fmt: skip
"""(our field, names of `<meta>` property, name or itemprop in lower case, best first)."""

_ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d\d)([/-])(0?[1-9]|1[0-2]|[a-zA-Z]{3})\2(0?[1-9]|[12]\d|3[01])/"
    r"(?=[^?#]*[^\W\d_]{3})"
)
"""A day in an address, as folders above the name of the article: "/2021/03/02/ferry/"."""
_OTHER_ADDRESS = re.compile(
    r"/(?:events?|calendar|agenda|whats-on|schedule|tickets)/", re.IGNORECASE
)
NO_DAYS = frozenset((date(1970, 1, 1), date(1900, 1, 1)))
"""Days that stand for none: where systems begin to count."""
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?$", re.IGNORECASE)
_SUFFIX = re.compile(r"\s+(?:\||–|—|-|::|»|·)\s+")
_WRAPPING = re.compile(r"^\s*(?:/\*|//)?\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*(?:\*/)?\s*$")


@dataclass(slots=True)
class Facts:
    """Fields of a page as found, and where; the first to say a thing is believed.

    A day after `latest` is not: `doubts` says so.
    """

    latest: date
    values: dict[str, str] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def say(self, name: str, value: object, origin: str) -> None:
        """Note a field, unless it is known already or the value is of no use."""
        stated = one_line(unescape(plain_value(value)))
        if not stated or name in self.values or name in self.days:
            return
        if name in {"published", "modified"}:
            day = day_of(stated)
            if day is None or not self._is_possible(name, day, origin):
                return
            self.days[name] = day
        elif name == "url" and not is_web_address(stated):
            return
        else:
            self.values[name] = stated
        self.origins[name] = origin

    def _is_possible(self, name: str, day: date, origin: str) -> bool:
        """Whether a page can have been published on a day; one to come is doubted aloud."""
        if day > self.latest and name == "published":
            self.doubts.append(f"day of publication lies ahead, not taken: {day} ({origin})")
        return day.year >= 1900 and day <= self.latest and day not in NO_DAYS


def facts_of(
    tree: HtmlElement,
    url: str,
    today: date,
    search: bool = True,
    taken: frozenset[HtmlElement] = frozenset(),
) -> Facts:
    """Everything that a page says about itself; `url` is where it came from, or "".

    `search` allows the search of the layout for a day. No day after tomorrow is believed:
    it is tomorrow already in some places. `taken` are elements whose days are their own.
    """
    facts = Facts(today + timedelta(days=1))
    _from_json_ld(tree, facts)
    _from_meta(tree, facts)
    _from_elements(tree, facts)
    _from_address(facts.values.get("url", "") or url, facts)
    if search and "published" not in facts.days:
        stated = stated_day(tree, list(lines_of(tree)), facts.values.get("title", ""), taken)
        if stated:
            facts.say("published", stated.day.isoformat(), stated.origin)
    title, publisher = facts.values.get("title", ""), facts.values.get("publisher", "")
    if title:
        facts.values["title"] = without_publisher(title, publisher)
    if language := facts.values.pop("language", ""):
        code = _LANGUAGE.match(language)
        if code:
            facts.values["language"] = code[1].lower()
    return facts


def _from_json_ld(tree: HtmlElement, facts: Facts) -> None:
    for item in _own(list(_articles(tree)), tree):
        facts.say("published", item.get("datePublished"), "JSON-LD")
        facts.say("modified", item.get("dateModified"), "JSON-LD")
        facts.say("title", item.get("headline") or item.get("name"), "JSON-LD")
        publisher = item.get("publisher")
        if isinstance(publisher, list):
            publisher = publisher[0] if publisher else None
        if isinstance(publisher, Mapping):
            facts.say("publisher", publisher.get("name"), "JSON-LD")
        facts.say("language", item.get("inLanguage"), "JSON-LD")


def _own(items: list[Mapping[str, Any]], tree: HtmlElement) -> list[Mapping[str, Any]]:
    """Of several articles that a page describes, those that it is; all where none is told apart."""
    days = {str(item.get("datePublished")) for item in items}
    if len(items) < 2 or len(days) < 2:
        return items
    texts = {_key(h.text_content()) for h in tree.iter("h1", "title")}
    texts |= {_key(meta.get("content")) for meta in tree.xpath("//meta[@property='og:title']")}
    addresses = {_key(link.get("href")) for link in tree.xpath("//link[@rel='canonical']")}
    addresses |= {_key(meta.get("content")) for meta in tree.xpath("//meta[@property='og:url']")}
    named = [item for item in items if _key(item.get("headline") or item.get("name")) in texts]
    placed = [item for item in items if not addresses.isdisjoint(map(_key, _addresses(item)))]
    return placed or named or items


def _key(stated: object) -> str:
    return "".join(c for c in plain_value(stated).casefold() if c.isalnum()) or "-"


def _addresses(item: Mapping[str, Any]) -> Iterator[object]:
    for name in ("url", "@id", "mainEntityOfPage"):
        yield item.get(name)


def postings_of(tree: HtmlElement) -> list[Mapping[str, Any]]:
    """The articles that a page's JSON-LD describes."""
    return list(_articles(tree))


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
    headings = [h.text_content() for h in tree.iter("h1") if h.text_content().strip()]
    if len(headings) == 1:
        facts.say("title", headings[0], "h1")
    for title in tree.xpath("//head/title"):
        parts = _SUFFIX.split(one_line(title.text_content()))
        if len(parts) > 1 and len(parts[-1]) <= 40:
            facts.say("publisher", parts[-1], "title")
            parts.pop()
        facts.say("title", " - ".join(parts), "title")


def _from_address(url: str, facts: Facts) -> None:
    """The day in an address, which is the day where the paper is made.

    A time that a page states in UTC can fall on the day before or after it; then
    the address is right about the day that readers saw.
    """
    found = _ADDRESS_DAY.search(url[:500])
    if not found or _OTHER_ADDRESS.search(url[:500]):
        return
    year, _, month, day = found.groups()
    number = str(MONTHS.get(month.lower(), month))
    stated = day_of(f"{year}-{number.zfill(2)}-{day.zfill(2)}")
    known = facts.days.get("published")
    if stated is None or stated > facts.latest:
        return
    if known is None or abs(stated - known) == timedelta(days=1):
        facts.days["published"], facts.origins["published"] = stated, "address"
