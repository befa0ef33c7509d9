"""The article of a page: its text and what the page says of it.

Runs in the sandbox. Extraction is trafilatura's, set for precision and without
readers' comments; on the labelled pages of `benchmarks/extraction.py` that does
best. Its own rules are asked alone first, which takes half the time; where they
leave most of a page out, the other extractors that it knows give their opinion too.
What is left out in the end is checked, so that no page comes in silently empty.
"""

from collections import Counter, deque
from dataclasses import dataclass
from datetime import UTC, date, datetime

import trafilatura
from lxml.html import HtmlElement

from workbench.core.text.articles import Part
from workbench.edges.readers.found import Page
from workbench.edges.readers.html_facts import Facts, facts_of, postings_of
from workbench.edges.readers.html_inline import plain_inline
from workbench.edges.readers.html_lines import lines_of
from workbench.edges.readers.html_live import Live, dated, entries_of, live_page
from workbench.edges.readers.html_story import (
    corrections_among,
    moments_of,
    parts_of,
    put_back,
)
from workbench.edges.readers.html_visible import (
    UNSEEN,
    drop_hidden,
    flat_text,
    struck_selectors,
    style_sheets,
    tree_of,
    visible_controls,
)

LEAST_SHARE = 0.05
"""Share of a page's visible text below which extraction is not believed."""
DOUBTFUL_SHARE = 0.2
"""Share of the visible text below which a second opinion is asked for, as trafilatura
does for itself (`ESCALATION_PAGE_SHARE`)."""
LEAST_TEXT = 200
"""Characters of visible text from which a page is expected to hold an article."""

TOO_DEEP = "partial: nested too deep, or too much on one tag, to tell the story; all text kept"
NO_STORY = "partial: no story was told apart, all text of the page kept"

MANY_ELEMENTS = 20_000
"""Elements above which slow second opinions are left out: some are quadratic."""


def page_of(html: str, url: str = "", today: date | None = None) -> Page:
    """Read a page. Always gives text if the page shows any.

    `today` is the day after which no page can have been published but by its own
    mistake; the day of reading unless given.
    """
    html, controls = visible_controls(html)
    flags = ["control characters replaced"] if controls else []
    tree, whole, elements = tree_of(html)
    large = len(elements) > MANY_ELEMENTS
    today = today or datetime.now(UTC).date()
    facts = Facts(today)
    live = Live()
    if tree is not None:
        usual = whole and not large
        postings = postings_of(tree) if "liveBlogUpdate" in html else []
        live = live_page(tree, postings, elements) if usual else live
        facts = facts_of(tree, url, today, usual, live.boxes)
    flags += facts.doubts
    if "modified" in facts.days:
        flags.append(f"updated {facts.days['modified'].isoformat()}")
    if tree is None or not whole:
        story = Story(flat_text(html), (TOO_DEEP,))
    else:
        story = _story_of(tree, html, large, live, facts.days.get("published"))
    flags += story.flags
    published = facts.days.get("published")
    return Page(story.text, facts.values, published, facts.origins, tuple(flags), story.parts)


@dataclass(frozen=True, slots=True)
class Story:
    """The text of a page, what to report of it, and what the page marks off in it."""

    text: str
    flags: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def _story_of(
    tree: HtmlElement, html: str, large: bool, live: Live, published: date | None
) -> Story:
    """The story of a page, or all text of one from which no story can be told."""
    css = style_sheets(tree)
    drop_hidden(tree, css)
    flags = plain_inline(tree, struck_selectors(css), html)
    shown = _visible_length(tree)
    lines = list(lines_of(tree))
    extracted = _extracted(tree, fast=True)
    if not large and len(extracted) < DOUBTFUL_SHARE * shown:
        extracted = _extracted(tree, fast=False)
    entries = entries_of(lines, live) if live.entries else []
    live = dated(live, lines, entries, published) if entries else live
    text = put_back(with_repeated(extracted, tree), lines, entries)
    if shown >= LEAST_TEXT and len(text) < LEAST_SHARE * shown:
        everything = flat_text(html)
        if len(everything) > len(text):
            return Story(everything, (NO_STORY, *flags))
    parts = list(parts_of(text, corrections_among(lines, html)))
    if live:
        parts += moments_of(text, lines, entries, live)
    return Story(text, flags, tuple(sorted(parts, key=lambda part: part.start)))


def _extracted(tree: HtmlElement, fast: bool) -> str:
    return trafilatura.extract(tree, fast=fast, favor_precision=True, include_comments=False) or ""


def with_repeated(text: str, tree: HtmlElement) -> str:
    """The story with the paragraphs that it says twice, which extraction drops.

    A copy is put back where the page has it between two paragraphs of the story.
    A page that holds its whole story twice keeps it once.
    """
    lines = text.split("\n")
    known = set(lines)
    shown = [line for p in tree.iter("p") if (line := " ".join(p.text_content().split())) in known]
    if len(shown) == len(set(shown)):
        return text
    restored: list[str] = []
    said: set[str] = set()
    rest = deque(shown)
    left = Counter(shown)
    for number, line in enumerate(lines, 1):
        restored.append(line)
        said.add(line)
        while left[line] and (passed := rest.popleft()) is not None:
            left[passed] -= 1
            if passed == line:
                break
        while number < len(lines) and rest and rest[0] in said and rest[0] != lines[number]:
            restored.append(rest.popleft())
            left[restored[-1]] -= 1
    return "\n".join(restored)


def _visible_length(tree: HtmlElement) -> int:
    """Characters of text that the page shows, without white space at the ends."""
    length = 0
    for element in tree.iter():
        if element.tag not in UNSEEN and element.text:
            length += len(element.text.strip())
        if element.tail:
            length += len(element.tail.strip())
    return length
