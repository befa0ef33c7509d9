"""The reviewer's own Markdown, fitted into a page.

A rationale may use emphasis, lists, quotations, tables and links to web pages. It
may not bring HTML, images or other links, nor swallow what follows it (an unclosed
code fence would hide the evidence against). Where it tries, its text is published
plain, and the gate says so beforehand.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from workbench.core.publication.escaping import link, markdown
from workbench.core.text.display import visible

DEEPEST = 6
"""Level of the smallest heading there is."""

_END = "the rationale ends here"
_READER = MarkdownIt("commonmark").enable("table")
_WRITER = MarkdownIt("commonmark", {"html": False}).enable("table")


_TEMPLATE = re.compile(r"\{[{%#]")
"""What Jekyll's Liquid, Hugo and Eleventy would run, in the middle of a code block too."""


@lru_cache(maxsize=16)
def _read(shown: str) -> tuple[Token, ...]:
    """What a reader makes of the text and a last paragraph; the gate and the page ask for both."""
    return tuple(_READER.parse(f"{shown}\n\n{_END}\n"))


def objections(text: str) -> tuple[str, ...]:
    """What in a rationale cannot be published as it stands, in words; empty if all can."""
    tokens = _read(visible(text).strip())
    found = dict.fromkeys(_objections(_flat(tokens)))
    if _TEMPLATE.search(text):
        found["signs of a template language ({{, {% or {#)"] = None
    last = tokens[-3:]
    if [token.type for token in last] != ["paragraph_open", "inline", "paragraph_close"] or (
        last[1].content != _END or last[0].level
    ):
        found["a code fence or comment that is not closed"] = None
    return tuple(found)


def _objections(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"html_block", "html_inline"}:
            yield "HTML"
        elif token.type == "image":
            yield "an image"
        elif token.type == "link_open" and not link(str(token.attrGet("href"))):
            yield "a link that is not http or https"
        elif token.type == "heading_open" and token.level:
            yield "a heading inside a list or quotation"


def _flat(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def as_markdown(text: str, under: int = 2) -> str:
    """The rationale as Markdown under a heading of level `under`, or its plain text."""
    shown = visible(text).strip()
    if objections(text):
        return "\n\n".join(str(markdown(part)) for part in shown.split("\n\n") if part.strip())
    return _lower_headings(shown, under)


def _lower_headings(text: str, under: int) -> str:
    """Headings moved below level `under`, none more than one level deeper than the last."""
    lines = text.split("\n")
    headings = [t for t in _read(text) if t.type == "heading_open" and t.map]
    highest = min((int(token.tag[1]) for token in headings), default=1)
    last = under
    for token in headings:
        assert token.map is not None
        first, end = token.map
        last = min(DEEPEST, last + 1, int(token.tag[1]) - highest + under + 1)
        words = _heading_words(lines[first:end], token.markup)
        lines[first:end] = [f"{'#' * last} {words}", *[""] * (end - first - 1)]
    return "\n".join(lines)


def _heading_words(lines: list[str], markup: str) -> str:
    """The text of a heading, `## like this` or underlined; a final # of an underlined one stays."""
    if markup.startswith("#"):
        return lines[0].strip().lstrip("#").strip()
    words = " ".join(line.strip() for line in lines[:-1])
    return f"{words[:-1]}\\#" if words.endswith("#") else words


def as_html(text: str, under: int = 2) -> str:
    """The rationale as HTML: no raw HTML, links only to http and https, with `rel`."""
    tokens = _WRITER.parse(as_markdown(text, under))
    for token in _flat(tokens):
        if token.type == "link_open":
            token.attrSet("rel", "noopener noreferrer nofollow")
    return str(_WRITER.renderer.render(tokens, _WRITER.options, {}))
