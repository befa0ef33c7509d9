"""The day of publication that a page states in its layout, where its data states none.

Only what a page says about itself counts: what is marked up as the day of publication, a
line with a label ("Published 3 March 2021"), and what stands alone beside the headline. A
day in running text, a footer, a sidebar, a caption, a quoted post or the notice of an
event is a day of something else; where two days are left that cannot both be it, none is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from workbench.core.reading.datelines import stated_in
from workbench.edges.readers.article_fields import day_of
from workbench.edges.readers.html_inline import text_after, text_before
from workbench.edges.readers.html_lines import Line

LINES_BEFORE, LINES_AFTER = 12, 40
"""Lines above and below the headline among which a day can stand alone; prose ends them."""
PROSE = 110
"""Characters from which a line below the headline is the story."""
PROSE_LINES = 3
"""Lines of prose that can begin with an agency's dateline."""
LONGEST_LINE = 160
"""Characters of a line that can be a byline."""
MOST_ANCESTORS = 60
"""Elements around one that are looked at."""
MOST_TIMES = 200
"""Elements with a time that are looked at on a page."""
UPDATED_WITHIN = 31
"""Days within which the later of two days by a headline is taken for an update."""

APART = frozenset("aside nav figure figcaption blockquote form dialog menu footer header".split())  # noqa: SIM905
"""Elements that hold something else than the story, unless the headline is in them too."""
_APART_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|sidebar|side-bar|widget|footer|foot|copyright|comments?|tweet|twitter"
    r"|instagram|facebook|embed|embedded|quote|pullquote|captions?|promo|teasers?|recommend\w*"
    r"|popular|trending|mostread|most-read|latest|newsletter|events?|calendar|agenda|venue"
    r"|countdown|weather|ticker|masthead|breadcrumbs?|carousel|archives?|recirc\w*|outbrain"
    r"|taboola|advert\w*|sponsor\w*|modified|updated?-(?:date|time|on)|lastmod)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of the same."""
_STATING_NAMES = re.compile(
    r"(?:^|[\s_-])(?:(?:publish(?:ed|ing)?|pub|publication|posted)[_-]?(?:date|time|on|at)?"
    r"|(?:entry|post|article|story|news|byline|dt)[_-]?(?:date|published|time)|dateline"
    r"|date[_-]?published)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes, ids and names of properties that say what a day is."""
_PUBLISHED_PROPERTY = XPath(
    "//*[contains(concat(' ', @itemprop, ' '), ' datePublished ') or @pubdate"
    " or contains(concat(' ', @property, ' '), 'datePublished ')]"
)
_TIMES = XPath("//time")
_NAMED = XPath(
    "//*[contains(@class, 'ate') or contains(@class, 'ubl') or contains(@class, 'ost')"
    " or contains(@class, 'pub') or contains(@class, 'ime') or contains(@id, 'ate')]"
)
_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report|WebPage|Blog)\W*$")
_OTHER = re.compile(
    r"\b(?:events?|when|starts?|starting|begins?|doors|opens?|opening|deadline|due|closes?|expires?"
    r"|valid|until|from|since|on view|born|died|updated|modified|reviewed|accessed|retrieved"
    r"|edition|copyright|founded|established|joined|filed|aired|recorded|taken|built)"
    r"(?:\s(?:date|day|time|on|at|by|in)){0,2}\W{0,3}$|[©]\s*$",
    re.IGNORECASE,
)
"""Words before a day that say it is of something else."""
_LEADS = re.compile(
    r"(?:^|[|•·–—,:/(\[>-])\s*$"
    r"|\b(?:published|posted|publication date|date|first published|issued|on|at)\W{0,3}$"
    r"|^\W*by\b.{0,60}$|^(?-i:[A-Z])[\w.'’-]*(?:\s+(?-i:[A-Z])[\w.'’-]*){1,4}\s*$",
    re.IGNORECASE,
)
"""What stands before a day that stands alone."""
_FOLLOWS = re.compile(
    r"\s*(?:$|[|•·–—,:/()\[\]<@-]|\d|at\b|by\b|updated\b|last\b|modified\b|(?-i:[A-Z]{2,4})\b)",
    re.IGNORECASE,
)
"""What stands behind it."""
_ISO_LINE = re.compile(
    r"\W*(?:[^\W\d]{1,12}\s?){0,3}\W{0,6}((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d).{0,24}$"
)
"""A line with a day in the order of ISO 8601, whatever the language of its label."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A day and where on the page it stands."""

    day: date
    origin: str


def stated_day(
    tree: HtmlElement,
    lines: Sequence[Line],
    title: str,
    taken: frozenset[HtmlElement] = frozenset(),
) -> Stated | None:
    """The day of publication that a page's layout states, if it states one.

    `taken` are elements whose days are their own: the entries of a live page.
    """
    page = _Page(tree, lines, title, taken)
    ways = (page.marked, page.named, page.labelled, page.datelines, page.beside_headline)
    for way in ways:
        found = list(way())
        if found:
            return _one_of(found)
    return None


def _one_of(found: Sequence[Stated]) -> Stated | None:
    """The first of days that may be one and its updates; None where they are of two things."""
    days = {stated.day for stated in found}
    if (max(days) - min(days)).days > UPDATED_WITHIN:
        return None
    return min(found, key=lambda stated: stated.day)


class _Page:
    """A page in which a day is looked for."""

    def __init__(
        self,
        tree: HtmlElement,
        lines: Sequence[Line],
        title: str,
        taken: frozenset[HtmlElement],
    ) -> None:
        self._tree, self._lines, self._taken = tree, lines, taken
        self._headline = _headline(tree, title)
        around = [] if self._headline is None else [self._headline, *self._headline.iterancestors()]
        self._around = frozenset(around)

    def marked(self) -> Iterator[Stated]:
        """Days that are marked up as those of publication."""
        for element in islice(_PUBLISHED_PROPERTY(self._tree), MOST_TIMES):
            if self._is_apart(element, ("footer", "header")) or not _of_article(element):
                continue
            if day := _day(element):
                yield Stated(day, f"element {element.tag}")

    def named(self) -> Iterator[Stated]:
        """Days in elements whose names say that they hold the day of publication."""
        for element in islice(_NAMED(self._tree), MOST_TIMES):
            if not _says_published(element) or self._is_apart(element, ("footer",)):
                continue
            times = list(islice(element.iter("time"), 2)) or [element]
            text = str(element.text_content())
            if len(text) > LONGEST_LINE or _OTHER.search(text_before(times[0])):
                continue
            if day := _day(times[0]) or _line_day(" ".join(text.split())):
                yield Stated(day, f"element {element.tag}")

    def labelled(self) -> Iterator[Stated]:
        """Days in lines that say what they are."""
        for line in self._lines:
            if len(line.text) <= LONGEST_LINE and any(map(str.isdigit, line.text)):
                found = stated_in(line.text)
                if (
                    found
                    and found[1] == "published"
                    and not self._is_apart(line.block, ("footer",))
                ):
                    yield Stated(found[0], "labelled line")

    def datelines(self) -> Iterator[Stated]:
        """The day at the head of an agency's story."""
        prose = (line for line in self._lines if _is_prose(line.text))
        for line in islice(prose, PROSE_LINES):
            found = stated_in(line.text)
            if found and found[1] == "dateline" and not self._is_apart(line.block):
                yield Stated(found[0], "dateline")

    def beside_headline(self) -> Iterator[Stated]:
        """Days that stand alone near the headline."""
        lines = self._near()
        blocks = {line.block for line in lines}
        for time in islice(_TIMES(self._tree), MOST_TIMES):
            if blocks.isdisjoint(islice(time.iterancestors(), 6)) or self._is_apart(time):
                continue
            if _stands_alone(time) and (day := _day(time)):
                yield Stated(day, "element time")
        for line in lines:
            if (day := _line_day(line.text)) and not self._is_apart(line.block):
                yield Stated(day, "byline")

    def _near(self) -> list[Line]:
        """The lines around the headline, up to the story."""
        at = next((i for i, line in enumerate(self._lines) if line.block in self._heading), -1)
        if at < 0:
            at = next((i for i, line in enumerate(self._lines) if _is_prose(line.text)), 0)
        near = [
            line for line in self._lines[max(0, at - LINES_BEFORE) : at] if self._shares(line.block)
        ]
        for line in self._lines[at : at + LINES_AFTER]:
            if _is_prose(line.text) and line.block not in self._heading:
                break
            near.append(line)
        return [line for line in near if len(line.text) <= LONGEST_LINE]

    @property
    def _heading(self) -> frozenset[HtmlElement]:
        return frozenset() if self._headline is None else frozenset((self._headline,))

    def _shares(self, block: HtmlElement) -> bool:
        """Whether a block above the headline is of the story: something smaller holds both."""
        if self._headline is None:
            return True
        close = set(islice(self._headline.iterancestors(), 4))
        return any(
            e in close and e.tag not in {"body", "html", "main"}
            for e in islice(block.iterancestors(), 5)
        )

    def _is_apart(self, element: HtmlElement, allowed: tuple[str, ...] = ()) -> bool:
        """Whether an element is of something else than the story.

        A footer or header that is allowed has to be the story's own.
        """
        for e in islice(_with_ancestors(element), MOST_ANCESTORS):
            if e in self._around:
                return False
            if e in self._taken or _APART_NAMES.search(_names(e)):
                return True
            if e.tag in APART and not (e.tag in allowed and self._in_story(e)):
                return True
            if e.get("itemtype") and not _ARTICLE_TYPE.search(e.get("itemtype")):
                return True
        return False

    def _in_story(self, element: HtmlElement) -> bool:
        return any(e in self._around for e in element.iterancestors("article"))


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _with_ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _headline(tree: HtmlElement, title: str) -> HtmlElement | None:
    """The heading of the story: the one that is its title, or the first there is."""
    headings = [h for h in islice(tree.iter("h1", "h2"), 60) if _plain(h.text_content())]
    wanted = _plain(title)
    for heading in headings:
        said = _plain(heading.text_content())
        if wanted and (said == wanted or (len(said) > 15 and (said in wanted or wanted in said))):
            return heading
    return next((h for h in headings if h.tag == "h1"), None)


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE and text.count(" ") > 12


def _day(element: HtmlElement) -> date | None:
    """The day that an element states, to a machine or in words."""
    for stated in (element.get("datetime"), element.get("content"), element.get("pubdate")):
        if stated and (day := day_of(stated)):
            return day
    text = " ".join(str(element.text_content())[:LONGEST_LINE].split())
    found = stated_in(text)
    return found[0] if found and found[1] != "changed" else None


def _line_day(text: str) -> date | None:
    """The day of a line that is nothing else than the day of publication."""
    found = stated_in(text)
    if found:
        return found[0] if found[1] != "changed" else None
    iso = _ISO_LINE.match(text)
    return day_of("-".join((iso[1], iso[2].zfill(2), iso[3].zfill(2)))) if iso else None


def _says_published(element: HtmlElement) -> bool:
    return bool(_STATING_NAMES.search(_names(element)))


def _of_article(element: HtmlElement) -> bool:
    """Whether a property is one of an article, as far as the markup says of what it is."""
    for e in islice(element.iterancestors(), MOST_ANCESTORS):
        if e.get("itemscope") is not None:
            kind = e.get("itemtype") or ""
            return not kind or bool(_ARTICLE_TYPE.search(kind))
    return True


def _stands_alone(time: HtmlElement) -> bool:
    """Whether a time is no part of a sentence, and not said to be of something else."""
    before, after = text_before(time).strip(), text_after(time).strip()
    if _OTHER.search(before) or (after.endswith(".") and after.count(" ") >= 3):
        return False
    return bool(_LEADS.search(before) and _FOLLOWS.match(after))
