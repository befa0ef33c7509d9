"""Direct quotations: which part of each passage stands in quotation marks.

News English opens each paragraph of a running quotation anew and closes only
the last one (*The Chicago Manual of Style*, 17th ed., 13.30), so a quotation
that is still open at the end of a paragraph goes on only where the next one
opens with a mark. Straight marks (`"`, and two apostrophes as wire services
send them) open after white space and close otherwise.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from workbench.core.reading.tokens import Token, tokens_of
from workbench.core.text.passages import Document, Passage

LONGEST = 40
"""Passages after which an open quotation is taken for a mark that was lost."""

_MARK = re.compile(r"[“”\"«»„]|''|``")
_OPENERS = ("“", '"', "''", "``", "«", "„", "‘")
_SINGLE = re.compile(r"(?:(?<=\s)|(?<=^))‘(?=\w)[^‘’]{1,300}(?:’\w[^‘’]{0,300}){0,5}’(?!\w)")

_TURNED = frozenset(("„“", "»«"))
"""Pairs whose closing mark opens elsewhere: German and Slavic papers set „…“ and »…«."""

Span = tuple[int, int]


class Quotation(Struct, frozen=True):
    """The quoted spans of one passage, as offsets into the article.

    `carried` is set where the passage begins inside a quotation that an earlier
    passage opened, `open` where one is still open at its end.
    """

    spans: tuple[Span, ...]
    carried: bool = False
    open: bool = False

    def covers(self, start: int, end: int) -> bool:
        """Whether the whole of a span stands inside one quotation."""
        return any(a <= start and end <= b for a, b in self.spans)


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of every passage, in order."""
    found: list[Quotation] = []
    is_open, paragraph, run = False, -1, 0
    for passage in document.passages:
        if passage.paragraph != paragraph:
            paragraph = passage.paragraph
            is_open = is_open and passage.quote.startswith(_OPENERS)
        run = run + 1 if is_open else 0
        quotation = _quotation(passage, is_open and run < LONGEST)
        is_open = quotation.open
        found.append(quotation)
    return tuple(found)


@lru_cache(maxsize=2)
def words_of(document: Document) -> tuple[Sequence[Token], ...]:
    """The words of every passage, with what is quoted among them.

    Statements, denials and accusations are read from the same words one after another, so
    those of the last documents are kept.
    """
    return tuple(
        tokens_of(passage.quote, passage.start, quotation.spans)
        for passage, quotation in zip(document.passages, find_quotations(document), strict=True)
    )


def _quotation(passage: Passage, carried: bool) -> Quotation:
    spans: list[Span] = []
    text, opened = passage.quote, 0 if carried else -1
    for match in _MARK.finditer(text):
        at, end = match.span()
        if opened >= 0 and text[opened] + text[at] in _TURNED:
            spans.append((opened, end))
            opened = -1
        elif _opens(text, at, end):
            opened = at if opened < 0 else opened
        elif opened >= 0:
            spans.append((opened, end))
            opened = -1
        elif not spans and at > 0:
            spans.append((0, end))  # the opening mark was lost
    if opened >= 0:
        spans.append((opened, len(text)))
    if not spans and "‘" in text:
        spans = [match.span() for match in _SINGLE.finditer(text)]
    base = passage.start
    return Quotation(tuple((a + base, b + base) for a, b in spans), carried, opened >= 0)


def _opens(text: str, at: int, end: int) -> bool:
    mark, after = text[at:end], text[end : end + 1]
    if mark in "“«„``":
        return not (after in ",." and after and text[at - 1 : at].isspace())
    before = text[at - 1 : at]
    if mark == "»" and after.isalnum() and (at == 0 or before.isspace()):
        return True
    if mark in "”»":
        return before.isalnum() and after.isalnum()  # an opening mark, mistyped
    return (
        bool(after)
        and not after.isspace()
        and (at == 0 or not (before.isalnum() or before in ".,!?…)%"))
    )
