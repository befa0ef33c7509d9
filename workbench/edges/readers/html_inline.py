"""The words of a sentence, whatever elements they stand in, made plain before extraction.

Extraction takes some inline elements for parts of a form or of the page's frame and drops
them with their words, and reads the raised mark of a note as a digit. Here every such
element becomes text, as the page shows it: quotation marks around `q`, formulas on one
line, raised and lowered pieces as `html_raised` says. What is struck out is emptied and
reported. Elements are renamed and emptied in place, never taken out, so that a paragraph
of 100,000 of them costs no more than reading it.
"""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import XPath
from lxml.html import HtmlElement

from workbench.edges.readers.html_math import formula_text
from workbench.edges.readers.html_raised import Raised, fraction, lowered_text, raised_text

CONTEXT = 40
"""Characters on either side of an element that tell what it is."""
MOST_STEPS = 12
"""Nodes looked at for them, either way."""
LONGEST_SHOWN = 60
"""Characters of a piece of struck text in the report."""
MOST_SHOWN = 3
"""Pieces of struck text in the report."""
PROSE = 5
"""Words from which what stands alone in a paragraph is a sentence and no button."""

PLAIN = "span"
"""The element that extraction sees through."""
SENTENCES = frozenset(
    "p li dd dt blockquote td th h1 h2 h3 h4 h5 h6 figcaption caption summary pre".split()  # noqa: SIM905
)
"""Elements that hold a sentence."""
INLINE = frozenset(
    """a abbr acronym b bdi bdo big blink button cite code data del dfn em font i ins kbd label
    legend mark marquee meter nobr noindex output progress q ruby rb rt rp s samp slot small span
    strike strong sub sup time tt u var wbr""".split()  # noqa: SIM905
)  # fmt: skip

_RAISED = XPath(
    "//sup | //sub | //*[@role='doc-noteref'] | //a[starts-with(@href, '#')]"
    " | //span[contains(@style, 'vertical-align')] | //*[contains(@class, 'footnote')]"
    " | //*[contains(@class, 'noteref')] | //span[contains(@class, 'sup')]"
)
_STRUCK = XPath("//del | //s | //strike | //*[@role='deletion'] | //*[contains(@style, 'line-')]")
_HOVERING = XPath(
    "//*[@role='tooltip'] | //p//*[contains(@class, 'tooltip') or contains(@class, 'popover')"
    " or contains(@class, 'hovercard') or contains(@class, 'hover-card')]"
)
_MAY_HOVER = re.compile(r"tooltip|popover|hover-?card")
_HOVER_CLASS = re.compile(
    r"(?:[\w-]*[-_])?(?:tooltip|popover|hover-?card)(?:[-_]?(text|content|body|box|inner|bubble))?",
    re.IGNORECASE,
)
"""Classes of what explains the words before it; without the last part also of those words."""
_NAMED = XPath("//*[@class or @id]")
_LOST = XPath(
    "//time | //button | //label | //legend | //output | //progress | //meter | //blink"
    " | //marquee | //noindex | //data | //rt | //rp | //slot | //*[contains(name(), '-')]"
)
"""Inline elements that extraction may drop, with their words."""
_QUOTED = XPath("//q")
_SIGNATURES = XPath(
    "//blockquote//footer | //figure[.//blockquote]//figcaption | //figure[.//blockquote]"
    " | //blockquote/cite[not(normalize-space(following-sibling::node()[1][self::text()]))]"
)
"""Who is quoted, and what holds a quotation together with it: no frame and no caption."""
_FORMULAS = XPath("//math")
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_RAISING = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.IGNORECASE)
_NOTE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:footnote|noteref|fnref|fn|endnote)(?:$|[\s_-])|footnote-?ref", re.IGNORECASE
)
_RAISED_CLASS = re.compile(r"(?:^|\s)(?:sup|superscript|super)(?:\s|$)", re.IGNORECASE)
_LINKED_MARK = re.compile(r"\[[\w\s.]{1,12}\]|\(\d{1,3}\)|\d{1,3}|[*†‡§¶‖↩↑^]️?")
_SLASH = frozenset("/⁄∕")
_WORD = re.compile(r"[^\W\d_]{2,}")
_QUOTES = "“”„«»‹›‘’\"'"


def plain_inline(tree: HtmlElement, struck_names: frozenset[str], html: str) -> tuple[str, ...]:
    """Make a page's inline elements plain; flags for the report.

    `struck_names` are the classes and ids (".name", "#name") that its style sheet strikes out;
    `html` is its source, which is asked first whether anything can hover.
    """
    struck = list(_strike(tree, struck_names))
    likely = _HOVERING(tree) if _MAY_HOVER.search(html) else []
    hovering = [_emptied(element) for element in likely if _is_hovering(element)]
    for element in _FORMULAS(tree):
        _become(element, formula_text(element))
    _level(tree)
    quoted = [(q, next(q.iterancestors("q"), None) is not None) for q in _QUOTED(tree)]
    for element, nested in quoted:
        _quote(element, nested)
    for element in _SIGNATURES(tree):
        element.tag = "div" if element.tag == "figure" else "p"
    for element in _LOST(tree):
        if element.tag != PLAIN and _in_sentence(element):
            element.tag = PLAIN
    left_out = (("struck", struck), ("hovering", [words for words in hovering if words]))
    return tuple(f"{kind} text left out: {_some(pieces)}" for kind, pieces in left_out if pieces)


def _some(pieces: list[str]) -> str:
    shown = "; ".join(f"“{piece[:LONGEST_SHOWN]}”" for piece in pieces[:MOST_SHOWN])
    return shown + (f" and {len(pieces) - MOST_SHOWN} more" if len(pieces) > MOST_SHOWN else "")


def _become(element: HtmlElement, text: str) -> None:
    """Put text in the place of an element and all that is in it."""
    element.clear(keep_tail=True)
    element.tag, element.text = PLAIN, text


def _empty(element: HtmlElement) -> None:
    """Leave nothing of an element, nor two blanks where it stood."""
    before = text_before(element)
    _become(element, "")
    if element.tail and (not before or before[-1].isspace()):
        element.tail = element.tail.lstrip()


def _emptied(element: HtmlElement) -> str:
    """The words of an element, of which nothing is left."""
    words = " ".join(_text(element).split())
    _empty(element)
    return words


def _is_hovering(element: HtmlElement) -> bool:
    """Whether an element shows only while the pointer rests on the words before it."""
    if element.get("role") == "tooltip":
        return True
    found = [_HOVER_CLASS.fullmatch(name) for name in (element.get("class") or "").split()]
    named = next((match for match in found if match), None)
    if named is None or not text_before(element).strip() or not _is_inline(element):
        return False
    return bool(named[1]) or len(_text(element).split()) >= PROSE


# -- struck out ---------------------------------------------------------------------


def _strike(tree: HtmlElement, names: frozenset[str]) -> Iterator[str]:
    """Empty what is struck out; the words of each piece."""
    found = list(_STRUCK(tree))
    if names:
        found += [e for e in _NAMED(tree) if not names.isdisjoint(_names(e))]
    for element in found:
        if _is_struck(element, names):
            words = _emptied(element)
            if words:
                yield words


def _names(element: HtmlElement) -> list[str]:
    classes = [f".{name}" for name in (element.get("class") or "").split()]
    return [*classes, f"#{element.get('id')}"]


def _is_struck(element: HtmlElement, names: frozenset[str]) -> bool:
    if element.tag in {"del", "s", "strike"} or element.get("role") == "deletion":
        return True
    if _LINE_THROUGH.search(element.get("style") or ""):
        return True
    return bool(names) and not names.isdisjoint(_names(element))


# -- raised and lowered -------------------------------------------------------------


def _level(tree: HtmlElement) -> None:
    """Write what is raised and lowered on the line."""
    for element in _RAISED(tree):
        if element.tag == "sub":
            _become(element, lowered_text(_text(element), text_before(element)))
        elif element.tag == "sup" or _looks_raised(element):
            if not _join_fraction(element):
                _level_one(element)
        elif _leads_to_a_note(element):
            _empty(element)


def _leads_to_a_note(element: HtmlElement) -> bool:
    """Whether an element is a link behind some words that reads like the mark of a note."""
    mark = element.tag == "a" and _LINKED_MARK.fullmatch(_text(element).strip())
    return bool(mark and text_before(element).strip())


def _looks_raised(element: HtmlElement) -> bool:
    if len(_text(element)) > CONTEXT or element.tag not in INLINE:
        return False
    classes = element.get("class") or ""
    return (
        element.get("role") == "doc-noteref"
        or bool(_RAISING.search(element.get("style") or ""))
        or bool(_NOTE_CLASS.search(classes) and _LINKED_MARK.fullmatch(_text(element).strip()))
        or (element.tag == "span" and bool(_RAISED_CLASS.search(classes)))
    )


def _level_one(element: HtmlElement) -> None:
    before, after = text_before(element), text_after(element)
    written = raised_text(Raised(_text(element), before, after, _is_linked(element)))
    if written:
        _become(element, written)
        return
    if before[-1:].isspace() and after[:1] in {",", ".", ";", ":"}:
        _close_up(element)
    _empty(element)
    for around in islice(element.iterancestors("a"), 1):
        if not _text(around).strip():
            around.tag = PLAIN


def _is_linked(element: HtmlElement) -> bool:
    """Whether a raised element leads to a place on a page, or is marked up as a note."""
    around = [element, *islice(element.iterancestors(), 2), *islice(element.iterdescendants(), 4)]
    return any(
        (e.tag == "a" and "#" in (e.get("href") or ""))
        or e.get("role") == "doc-noteref"
        or bool(_NOTE_CLASS.search(e.get("class") or "") and e.tag in INLINE)
        for e in around
    )


def _join_fraction(element: HtmlElement) -> bool:
    """Whether a raised number is the upper part of a fraction, which is then written whole."""
    above, slash = _text(element).strip(), (element.tail or "").strip()
    lower = element.getnext()
    if not slash and lower is not None and (lower.text or "").strip() in _SLASH:
        slash, lower = (lower.text or "").strip(), lower.getnext()
    if not above.isdecimal() or len(above) > 4 or slash not in _SLASH or lower is None:
        return False
    below = _text(lower).strip()
    if lower.tag not in {"sub", "span"} or not below.isdecimal() or len(below) > 4:
        return False
    middle = element.getnext()
    if middle is not lower:
        _become(middle, "")
    before = text_before(element)
    element.tail = None
    _become(element, fraction(above, below, before))
    _become(lower, "")
    return True


def _close_up(element: HtmlElement) -> None:
    """Take the blank before an element away."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None and previous.tail:
        previous.tail = previous.tail.rstrip()
    elif previous is None and parent is not None and parent.text:
        parent.text = parent.text.rstrip()


# -- quotations ---------------------------------------------------------------------


def _quote(element: HtmlElement, nested: bool) -> None:
    """Give a quotation the marks that a browser puts around it, unless it has its own."""
    inner = element.text_content().strip()
    before, after = text_before(element), text_after(element)
    element.tag = PLAIN
    if not inner or inner[0] in _QUOTES or (before[-1:] in _QUOTES and after[:1] in _QUOTES):
        return
    opening, closing = "‘’" if nested else "“”"
    element.text = opening + (element.text or "").lstrip()
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "").rstrip() + closing
    else:
        element.text = element.text.rstrip() + closing


# -- in a sentence ------------------------------------------------------------------


def _in_sentence(element: HtmlElement) -> bool:
    """Whether an inline element is part of a sentence: words stand beside it, or it is one."""
    block = next((e for e in element.iterancestors() if not _is_inline(e)), None)
    if block is None or any(child.tag not in INLINE for child in element):
        return False
    beside = f"{text_before(element)} {text_after(element)}"
    if len(_WORD.findall(beside)) >= 2:
        return True
    return block.tag in SENTENCES and len(_WORD.findall(element.text_content()[:200])) >= PROSE


def _is_inline(element: HtmlElement) -> bool:
    return element.tag in INLINE or "-" in str(element.tag)


def _text(element: HtmlElement) -> str:
    return str(element.text_content())


def text_before(element: HtmlElement) -> str:
    """The last CONTEXT characters of the same block before an element, at least."""
    return "".join(reversed(_gathered(_backwards(element))))[-CONTEXT:]


def text_after(element: HtmlElement) -> str:
    """The first CONTEXT characters of the same block behind an element, at most."""
    return "".join(_gathered(_forwards(element)))[:CONTEXT]


def _gathered(pieces: Iterator[str]) -> list[str]:
    found: list[str] = []
    length = 0
    for piece in islice(pieces, MOST_STEPS):
        found.append(piece)
        length += len(piece)
        if length >= CONTEXT:
            break
    return found


def _backwards(element: HtmlElement) -> Iterator[str]:
    """Pieces of text before an element, nearest first, up to the start of its block."""
    while element is not None:
        for sibling in element.itersiblings(preceding=True):
            yield (sibling.tail or "")[-CONTEXT:]
            if not isinstance(sibling.tag, str):
                continue
            if not _is_inline(sibling):
                return
            yield _text(sibling)[-CONTEXT:] if len(sibling) < CONTEXT else ""
        parent = element.getparent()
        if parent is None:
            return
        yield (parent.text or "")[-CONTEXT:]
        if not _is_inline(parent):
            return
        element = parent


def _forwards(element: HtmlElement) -> Iterator[str]:
    """Pieces of text behind an element, nearest first, up to the end of its block."""
    while element is not None:
        yield (element.tail or "")[:CONTEXT]
        for sibling in element.itersiblings():
            if not isinstance(sibling.tag, str) or not _is_inline(sibling):
                return
            yield _text(sibling)[:CONTEXT] if len(sibling) < CONTEXT else ""
            yield (sibling.tail or "")[:CONTEXT]
        element = element.getparent()
        if element is None or not _is_inline(element):
            return
