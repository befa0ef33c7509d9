"""Formulas of a page (MathML) on one line, as they would be read out."""

from collections.abc import Callable

from lxml.html import HtmlElement

from workbench.edges.readers.html_raised import SUBSCRIPTS, SUPERSCRIPTS, fraction

DEEPEST = 40
"""Elements within elements up to which a formula is taken apart; a deeper one is read flat."""

_LEFT_OUT = frozenset(("annotation", "annotation-xml", "mphantom"))
"""What a formula carries and does not show."""


def formula_text(formula: HtmlElement) -> str:
    """The text of a `math` element: "4", "½", "10⁶", "√2"."""
    return " ".join(_read(formula, 0).split())


def _read(element: HtmlElement, depth: int) -> str:
    if not isinstance(element.tag, str):
        return ""
    tag = element.tag.rpartition(":")[2].lower()
    if tag in _LEFT_OUT:
        return ""
    if depth > DEEPEST:
        return str(element.text_content())
    parts = [_read(child, depth + 1) for child in element]
    if writer := _WRITERS.get(tag):
        return writer(parts)
    tails = [child.tail or "" for child in element]
    pieces = (part + tail for part, tail in zip(parts, tails, strict=True))
    return (element.text or "").strip() + "".join(pieces)


def _fraction(parts: list[str]) -> str:
    above, below = (" ".join(part.split()) for part in (*parts, "", "")[:2])
    if above.isdecimal() and below.isdecimal():
        return fraction(above, below, "0").strip() if len(above + below) < 9 else f"{above}/{below}"
    return f"{above}/{below}"


def _raised(parts: list[str]) -> str:
    base, power = (part.strip() for part in (*parts, "", "")[:2])
    raised = power.translate(SUPERSCRIPTS)
    return base + raised if raised != power or not power else f"{base}^{power}"


def _lowered(parts: list[str]) -> str:
    base, index = (part.strip() for part in (*parts, "", "")[:2])
    return base + index.translate(SUBSCRIPTS)


_WRITERS: dict[str, Callable[[list[str]], str]] = {
    "mfrac": _fraction,
    "msup": _raised,
    "msub": _lowered,
    "msqrt": lambda parts: "√" + "".join(parts),
    "mspace": lambda parts: " ",
}
