"""Passages: the sentences (or merged quotations) of an article, with offsets.

`lines` says what a paragraph is, `as_read` what is read of it, `sentences` where its
sentences end and `tails` what stands behind the last one. Here these become passages
whose offsets point into the stored text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from workbench.core.text import correction_notices
from workbench.core.text.articles import Article
from workbench.core.text.as_read import AsRead, as_read
from workbench.core.text.boilerplate import noise_of, repeated_labels
from workbench.core.text.lines import paragraphs
from workbench.core.text.notices import notice_of
from workbench.core.text.sentences import CLOSERS, LONGEST, Span, ends_signed, sentences
from workbench.core.text.tails import Tailed, finished, tails_of

__all__ = ["LONGEST", "Document", "Passage", "read_document", "split"]

LONGEST_HEADING = 120
"""Characters up to which a line without a full stop can be a heading."""
REPETITIVE = 600
"""Characters from which a sentence has to say more than the same words again."""
VARIED = 8
"""Prose of that length uses a word fewer times than this on average: three or four."""
LONGEST_WORD = 40
"""Characters of a word on average that no prose in Latin letters reaches."""
SHORT = 200
"""Characters up to which a line is remembered: pages say their short lines again and again."""
POST = 4
"""Words from which a line that ends in tags or a link is a post and no heading."""
TITLE = 5
"""Capitals from which a line can be known for a title by them: names come in twos and threes."""
LONGEST_SMALL = 4
"""Letters of words that titles write small: "from", "with"."""

_BULLET = re.compile(r"[\s•·▪◦*–—-]+(?=\S)")
_WORD = re.compile(r"\w")
_SAID = re.compile(r"\w\W{0,3}[,:]\s?(?:[“\"«‘]|'')")
"""A quotation that something leads up to: no heading, even where it ends in a question."""
_TOLD = re.compile(
    r",\s(?:\w[\w.’' -]{1,60}\s)?(?:said|told|added|reported|confirmed|announced)(?:\s[\w "
    r".]{1,40})?\Z"
    r"|[,!?][”\"]\s(?:\w[\w.’' -]{1,60}\s)?(?:said|told|added|explained)\b"
    r"|\b(?:said|told|added|wrote|tweeted|confirmed|explained|replied)\b[^:]{0,40}:\Z"
)
"""Reported speech in the past, which headings put in the present ("police say")."""
_ONLY_WHOLE = frozenset(("label", "no words"))
"""Boilerplate only as a line of its own: "She reports:" at the end of a paragraph is prose."""


Piece = tuple[int, int, str, bool]
"""(start, end, noise, whether it is a heading) of a piece of a paragraph."""


class Passage(Struct, frozen=True):
    """One sentence, or one quotation merged with its attribution.

    `quote` is `article.text[start:end]`, always: it may hold the line ends of a wrapped
    paragraph and marks of footnotes, which `as_read` leaves out. `paragraph` counts the
    paragraphs of the article, from 0. `noise` names the rule that marked the
    passage as boilerplate, or is empty: a passage with `noise` is never a claim.
    `heading` is set for titles and subheadings.
    """

    article: str
    start: int
    end: int
    quote: str
    paragraph: int = 0
    noise: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its passages, in reading order: what every signal reads."""

    article: Article
    passages: Sequence[Passage]


def split(article: Article) -> Document:
    """Split an article into passages; spans ascend and never overlap."""
    return Document(article, tuple(_passages(article)))


def read_document(document: Document) -> Document:
    """The document as it is read: passages whose quotes are `as_read`, spans as stored."""
    seen = [as_read(p.quote) for p in document.passages]
    if all(one.offsets is None for one in seen):
        return document
    read = (replace(p, quote=s.text) for p, s in zip(document.passages, seen, strict=True))
    return Document(document.article, tuple(read))


def _passages(article: Article) -> Iterator[Passage]:
    text = article.text
    spans = paragraphs(text)
    seen = [as_read(text[a:b]) for a, b in spans]
    repeated = repeated_labels([one.text for one in seen])
    in_list = False  # a list of bullets under a label is prose again
    under = False  # the heading of a correction
    for number, ((start, _), one) in enumerate(zip(spans, seen, strict=True)):
        line = one.text
        alone = len(spans) == 1
        corrects = under or article.part_at(start, correction_notices.NAME) is not None
        named = (
            correction_notices.NAME if corrects else "repeated label" if line in repeated else ""
        )
        pieces = _known_pieces if len(line) <= SHORT else _pieces
        for a, b, why, heading in pieces(line, named, in_list, alone):
            for left, right in _stored(one, a, b):
                quote = text[start + left : start + right]
                yield Passage(article.id, start + left, start + right, quote, number, why, heading)
        in_list = bool(_BULLET.match(line))
        under = correction_notices.heads_correction(line)


def _pieces(line: str, named: str, in_list: bool, alone: bool) -> tuple[Piece, ...]:
    """The pieces of a paragraph; `named` is the boilerplate that it is known to be."""
    tailed = Tailed(len(line)) if finished(line) else tails_of(line)
    return tuple(_parts(line, tailed, named or noise_of(line[: tailed.start]), in_list, alone))


_known_pieces = lru_cache(maxsize=4096)(_pieces)


def _parts(line: str, tailed: Tailed, noise: str, in_list: bool, alone: bool) -> Iterator[Piece]:
    body = line[: tailed.start]
    found = list(_trimmed(body, in_body=True))
    heading = not noise and not alone and len(found) < 2 and _is_heading(body, tailed, in_list)
    for a, b in found:
        if not noise and correction_notices.opens_correction(line[a:b]):
            noise = correction_notices.NAME  # and so is what follows it in the paragraph
        yield a, b, noise or _no_prose(line[a:b]) or _ending(body, a, b), heading
    if tailed.names:
        for a, b in _trimmed(line[tailed.start :]):
            yield tailed.start + a, tailed.start + b, tailed.names[-1], False


def _stored(seen: AsRead, start: int, end: int) -> Iterator[Span]:
    """The stored span of a piece that was read, cut where line ends make it too long."""
    left, right = seen.span(start, end)
    while right - left > LONGEST and end - start > 1:
        cut = start + 1
        while cut < end and seen.at(cut) - left <= LONGEST:
            cut += 1
        blank = seen.text.rfind(" ", start + 1, cut)
        middle = blank if blank > start else max(start + 1, cut - 1)
        yield seen.span(start, middle)
        start = middle + (middle == blank)
        left, right = seen.span(start, end)
    yield left, right


def _ending(line: str, start: int, end: int) -> str:
    """Name the notice that a sentence of a paragraph is ("Follow us on …"), or return ""."""
    if notice := notice_of(line[start:end]):
        return notice
    last = start > 0 and end - start <= LONGEST_HEADING and not line[end:].strip()
    why = noise_of(line[start:end]) if last else ""
    return "" if why in _ONLY_WHOLE else why


def _is_heading(body: str, tailed: Tailed, in_list: bool) -> bool:
    """Whether a line of one sentence, without its tails, reads as a title or subheading."""
    bullet = _BULLET.match(body)
    if len(body) > LONGEST_HEADING or (bullet and in_list):
        return False
    if (tailed.posted and len(body.split()) >= POST) or ends_signed(body):
        return False
    end = body.rstrip().rstrip(CLOSERS)[-1:]
    ended = end in {".", "!", "…", ";", ","} or (end == "?" and _SAID.search(body))
    return (not ended and not _TOLD.search(body)) or _is_title(body)


def _is_title(body: str) -> bool:
    """Whether a line is written as titles are, word for word: "Storm Ends Fair in Dolna."."""
    words = [word for word in body.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    longer = (word[0].isupper() for word in words if len(word) > LONGEST_SMALL)
    return capitals >= max(TITLE, 0.7 * len(words)) and all(longer) and not body.isupper()


def _trimmed(line: str, in_body: bool = False) -> Iterator[Span]:
    """Spans of a line's sentences, bullets and white space around them left out."""
    bullet = _BULLET.match(line) if in_body else None
    for a, b in sentences(line):
        left = bullet.end() if bullet and a == 0 else a
        while left < b and line[left].isspace():
            left += 1
        while b > left and line[b - 1].isspace():
            b -= 1
        if _WORD.search(line, left, b):
            yield left, b


def _no_prose(quote: str) -> str:
    """Name what keeps a long stretch without a stop from being prose, or return ""."""
    if len(quote) < REPETITIVE:
        return ""
    words = quote.lower().split()
    if len(set(words)) * VARIED < len(words):
        return "repetition"
    return "no words" if quote.isascii() and len(words) * LONGEST_WORD < len(quote) else ""
