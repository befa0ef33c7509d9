"""Passages: the sentences (or merged quotations) of an article, with offsets.

Sentence ends come from nupunkt, run on each line by itself: a line end always
ends a sentence in news text, and abbreviations and initials are what its model
was trained on. What it does not know is quotation: sentences of one quotation
are joined here, with the attribution that stands on the same line.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import nupunkt

from workbench.core.text.articles import Article
from workbench.core.text.boilerplate import noise_of, repeated_labels

LONGEST = 1200
"""Characters in a passage; longer "sentences" are cut at white space."""
LONGEST_QUOTATION = 600
"""Characters up to which the sentences of one quotation are joined."""
MOST_JOINED = 12
"""Sentences looked at for the end of a quotation."""
LONGEST_HEADING = 120
"""Characters up to which a line without a full stop can be a heading."""

PIECE = 20_000
"""Characters of a line in which sentence ends are looked for at a time."""
DENSE = 4
"""Characters a mark; where marks stand closer, a long stretch holds no sentences."""
REPETITIVE = 600
"""Characters from which a sentence has to say more than the same words again."""
VARIED = 8
"""Prose of that length uses a word fewer times than this on average: three or four."""
LONGEST_WORD = 40
"""Characters of a word on average that no prose in Latin letters reaches."""

_BULLET = re.compile(r"[\s•·▪◦*–—-]+(?=\S)")
_WORD = re.compile(r"\w")
_CLOSERS = "”’\"')]»"
_SAID = re.compile(r"\w\W{0,3}[,:]\s?(?:[“\"«‘]|'')")
"""A quotation that something leads up to: no heading, even where it ends in a question."""
_NEVER_OPENS = re.compile(r"\s{0,9}[)\],;]")
"""What no sentence begins with: the cut before it was wrong."""
_MARKS = ".?!…"
_INNER_MARK = re.compile(rf"[{_MARKS}](?=.)")
_WRONG_SIDE = re.compile(r"(?<=\s)“(?=[,.])")

_ONLY_WHOLE = frozenset(("label", "no words"))
"""Boilerplate only as a line of its own: "She reports:" at the end of a paragraph is prose."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence, or one quotation merged with its attribution.

    `quote` is `article.text[start:end]`, always. `paragraph` counts the lines of
    the article that hold text, from 0. `noise` names the rule that marked the
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


def _passages(article: Article) -> Iterator[Passage]:
    lines = [line for line in _lines(article.text) if line[0] < line[1]]
    repeated = repeated_labels([article.text[a:b] for a, b in lines])
    in_list = False  # a list of bullets under a label is prose again
    for paragraph, (start, end) in enumerate(lines):
        line = article.text[start:end]
        noise = "repeated label" if line in repeated else noise_of(line)
        heading = not noise and _is_heading(line, in_list)
        for a, b in _sentences(line):
            quote = line[a:b]
            why = noise or _no_prose(quote) or _ending(line, a, b)
            yield Passage(article.id, start + a, start + b, quote, paragraph, why, heading)
        in_list = bool(_BULLET.match(line))


def _ending(line: str, start: int, end: int) -> str:
    """Name the notice that the last sentence of a paragraph is ("Follow us on …"), or return ""."""
    last = start > 0 and end - start <= LONGEST_HEADING and not line[end:].strip()
    why = noise_of(line[start:end]) if last else ""
    return "" if why in _ONLY_WHOLE else why


def _lines(text: str) -> Iterator[Span]:
    """Spans of the lines of a text, without the white space around them."""
    start = 0
    for line in text.split("\n"):
        left = start + len(line) - len(line.lstrip())
        yield left, max(left, start + len(line.rstrip()))
        start += len(line) + 1


def _is_heading(line: str, in_list: bool) -> bool:
    bullet = _BULLET.match(line)
    if len(line) > LONGEST_HEADING or (bullet and in_list):
        return False
    end = line.rstrip(_CLOSERS)[-1:]
    return end not in {".", "!", "…", ";", ","} and not (end == "?" and _SAID.search(line))


def _sentences(line: str) -> Iterator[Span]:
    """Spans of a line's sentences, quotations joined, bullets left out."""
    bullet = _BULLET.match(line)
    for a, b in _join_quotations(line, list(_bounded(line, list(_split(line))))):
        left = bullet.end() if bullet and a == 0 else a
        while left < b and line[left].isspace():
            left += 1
        while b > left and line[b - 1].isspace():
            b -= 1
        if _WORD.search(line, left, b):
            yield left, b


def _split(line: str) -> Iterator[Span]:
    """Spans of a line's sentences; what begins like no sentence belongs to the one before."""
    last: Span = (0, 0)
    for a, b in _cut(line):
        if last[1] and _NEVER_OPENS.match(line, a):
            last = last[0], b  # "Ana Silva (D-N.Y.|), the chair, said"
            continue
        if last[1]:
            yield last
        last = a, b
    if last[1]:
        yield last


def _cut(line: str) -> Iterator[Span]:
    """Spans of a line's sentences as nupunkt sees them, a piece of the line at a time.

    It is not asked where no mark can end a sentence, and takes quadratic time where
    most characters are marks.
    """
    for start, end in _bounded(line, [(0, len(line))], PIECE):
        piece = line[start:end]
        marks = sum(map(piece.count, _MARKS)) if _INNER_MARK.search(piece) else 0
        if marks and (len(piece) <= LONGEST or marks * DENSE < len(piece)):
            yield from ((start + a, start + b) for a, b in nupunkt.sent_spans(piece))
        else:
            yield start, end


def _no_prose(quote: str) -> str:
    """Name what keeps a long stretch without a stop from being prose, or return ""."""
    if len(quote) < REPETITIVE:
        return ""
    words = quote.lower().split()
    if len(set(words)) * VARIED < len(words):
        return "repetition"
    return "no words" if quote.isascii() and len(words) * LONGEST_WORD < len(quote) else ""


def _bounded(line: str, spans: Sequence[Span], longest: int = LONGEST) -> Iterator[Span]:
    """Cut spans longer than `longest` at the last white space before the limit."""
    for start, end in spans:
        while end - start > longest:
            space = line.rfind(" ", start + 1, start + longest)
            cut = space if space > start else start + longest
            yield start, cut
            start = cut
        yield start, end


def _join_quotations(line: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Join the sentences over which one quotation runs, where it closes in the line."""
    i = 0
    while i < len(spans):
        j = _closing_sentence(line, spans, i)
        yield spans[i][0], spans[j][1]
        i = j + 1


def _closing_sentence(line: str, spans: Sequence[Span], first: int) -> int:
    """Index of the sentence that closes the quotation open in spans[first].

    That is `first` itself where none is open, or where it closes too late to be
    read as one passage (or never).
    """
    start = spans[first][0]
    for j in range(first, min(first + MOST_JOINED, len(spans))):
        end = spans[j][1]
        if j > first and end - start > LONGEST_QUOTATION:
            return first
        if not _quotation_open(line, start, end):
            return j
    return first


def _quotation_open(line: str, start: int, end: int) -> bool:
    """Whether a quotation mark opened in line[start:end] is still open at its end.

    An opening mark between a space and a comma or stop is a closing one that was
    typeset on the wrong side.
    """
    wrong_side = len(_WRONG_SIDE.findall(line, start, end))
    opened = line.count("“", start, end) - wrong_side
    closed = line.count("”", start, end) + wrong_side
    return opened > closed or line.count('"', start, end) % 2 == 1
