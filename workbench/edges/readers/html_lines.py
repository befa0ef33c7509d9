"""The lines that a page shows, in order, each with the element that holds it."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from workbench.edges.readers.html_visible import BLOCKS, UNSEEN

_UNSEEN = frozenset(UNSEEN)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its text with single blanks, and the block that it stands in."""

    text: str
    block: HtmlElement


def lines_of(tree: HtmlElement) -> Iterator[Line]:
    """Every line of a page that holds text, in the order of the page."""
    blocks = [tree]
    parts: list[str] = []
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _UNSEEN:
                walk.skip_subtree()
                continue
            if tag in BLOCKS:
                yield from _line(parts, blocks[-1])
                blocks.append(element)
            if element.text:
                parts.append(element.text)
        else:
            if tag in BLOCKS and tag not in _UNSEEN:
                yield from _line(parts, blocks[-1])
                blocks.pop()
            if element.tail:
                parts.append(element.tail)
    yield from _line(parts, tree)


def _line(parts: list[str], block: HtmlElement) -> Iterator[Line]:
    text = " ".join("".join(parts).split())
    parts.clear()
    if text:
        yield Line(text, block)
