"""Where sentences end in a paragraph, and which belong to one quotation.

Sentence ends come from nupunkt: abbreviations and initials are what its model was
trained on. What it does not know is quotation, what no sentence begins with, and a
blank that was lost when a footer was glued to the last sentence.
"""

import re
from collections.abc import Iterator, Sequence

import nupunkt

LONGEST = 1200
"""Characters in a passage; longer "sentences" are cut at white space."""
LONGEST_QUOTATION = 600
"""Characters up to which the sentences of one quotation are joined."""
MOST_JOINED = 12
"""Sentences looked at for the end of a quotation."""
PIECE = 20_000
"""Characters of a line in which sentence ends are looked for at a time."""
DENSE = 4
"""Characters a mark; where marks stand closer, a long stretch holds no sentences."""

CLOSERS = "”’\"')]»"
_MARKS = ".?!…"
_INNER_MARK = re.compile(rf"[{_MARKS}](?=.)")
_NEVER_OPENS = re.compile(r"\s{0,9}[)\],;]")
"""What no sentence begins with: the cut before it was wrong."""
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_GOES_ON = re.compile(
    r"(?:\b(?:Rs|Nos?|approx|ca)\.\s{1,3}(?=\d)"
    rf"|\b[0-3]?\d\.\s{{1,3}}(?={_MONTHS}\.)"
    r"|(?:\b(?:on|from|since|until|till|the|of|\w{3,6}day|between|before|after),? |\d\. to |\A)"
    rf"[0-3]?\d\.\s{{1,3}}(?={_MONTHS}[a-z]|May\s))"
)
"""Abbreviations before a number, and days with a point before a month: "Rs. 3", "09. Mar.", "on
7. March"."""
_WRONG_SIDE = re.compile(r"(?<=\s)“(?=[,.])")
_GLUED = re.compile(
    r"(?<=[a-z]{3})[.!?][”\"’)]?(?=(?:©|(?!(?:Com|Org|Net|Gov|Edu|Co|Info|Io|Js|Ai)\b)[A-Z][a-z]+"
    r"(?:[\s.:|]|\Z))(?!\S*[/@]))"
)
"""A blank is lost: "police said.Follow us". Names of sites hold no lost blank."""
_FLAT_MARK = re.compile(
    r"(?=\d)(?:(?<=[a-z]{4}[.!?])|(?<=\s[a-z]{2}[.!?])|(?<=\s[a-z]{3}[.!?])|(?<=[a-z][.!?][”\"’)])|(?<=\b(?:19|20)\d\d\.))"
    r"\d{1,3}(?:,\d{1,3}){0,3}(?=\s{1,3}[A-Z“\"]|\Z)"
)
"""A footnote's mark that lost its raising: "were killed.3 The mayor", "in 2021.4 The".

A short word with a capital is an abbreviation: "Fig.3". That a figure stands there is asked
first, as it is said of few places and quickly."""
_NAME = r"[A-Z][\w.’'-]{0,30}"
_OF_NAME = (
    rf"(?:{_NAME}|of|for|the|and|de|van|von|al|mayor|president|minister|chief|governor|spokesman"
    r"|spokeswoman|spokesperson)"
)
_SIGNATURE = (
    rf"\s{{0,3}}(?:(?:[—–―~]|-{{1,2}})\s?(?=[^\W\d_]){_OF_NAME}(?:\s{_OF_NAME}){{1,8}}"
    r"(?:,\s[^.!?”\"]{2,80}|\s\([^()]{1,40}\)[^.!?”\"]{0,30})?"
    rf"|\({_NAME}(?:\s{_NAME}){{1,4}}(?:,\s[^()]{{2,60}})?\))\.?\s*\Z"
)
_SIGNED = re.compile(_SIGNATURE)
"""Who is quoted, behind a dash or in brackets: "“…” – Commissioner Lena Voss, head of a guard"."""
_SIGNED_AT_END = re.compile(rf"[”\"’»]{_SIGNATURE}")
LONGEST_SIGNATURE = 200

Span = tuple[int, int]


def sentences(line: str) -> Iterator[Span]:
    """Spans of a line's sentences, quotations joined, none longer than LONGEST."""
    found: list[Span] = []
    for piece in _apart(line):
        found += _join_quotations(line, list(bounded(line, list(_split(line, *piece)))))
    yield from _with_signatures(line, found)


def bounded(line: str, spans: Sequence[Span], longest: int = LONGEST) -> Iterator[Span]:
    """Cut spans longer than `longest` at the last white space before the limit."""
    for start, end in spans:
        while end - start > longest:
            space = line.rfind(" ", start + 1, start + longest)
            cut = space if space > start else start + longest
            yield start, cut
            start = cut
        yield start, end


def _apart(line: str) -> Iterator[Span]:
    """The stretches of a line that marks and lost blanks set apart; mostly there is one."""
    start = 0
    gaps = [(m.end(), m.end()) for m in _GLUED.finditer(line)]
    gaps += [m.span() for m in _FLAT_MARK.finditer(line)]
    for left, right in sorted(gaps):
        if start < left:
            yield start, left
        start = right
    if start < len(line):
        yield start, len(line)


def signed(line: str, at: int, end: int) -> bool:
    """Whether somebody's name behind a dash stands between `at` and `end`, after a quotation."""
    quoted = line[:at].rstrip()[-1:] in {"”", '"', "’", "»"}
    return quoted and _SIGNED.match(line, at, end) is not None


def ends_signed(line: str) -> bool:
    """Whether a line ends in a quotation and the name of whoever is quoted."""
    return _SIGNED_AT_END.search(line, max(0, len(line) - LONGEST_SIGNATURE)) is not None


def _with_signatures(line: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Join who is quoted, behind a dash, to the quotation."""
    last: Span | None = None
    for start, end in spans:
        if last and signed(line, last[1], end):
            last = last[0], end
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last


def _split(line: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the sentences; what begins like no sentence belongs to the one before."""
    last: Span = (start, start)
    for a, b in _cut(line, start, end):
        if last[1] > start and (_NEVER_OPENS.match(line, a) or _goes_on(line, a)):
            last = last[0], b  # "Ana Silva (D-N.Y.|), the chair, said"
            continue
        if last[1] > start:
            yield last
        last = a, b
    if last[1] > start:
        yield last


def _goes_on(line: str, at: int) -> bool:
    """Whether the cut at `at` stands behind an abbreviation, before its number or month."""
    around = _GOES_ON.finditer(line, max(0, at - 12), at + 5)
    return any(match.end() == at for match in around)


def _cut(line: str, first: int, last: int) -> Iterator[Span]:
    """Spans of sentences as nupunkt sees them, a piece of the line at a time.

    It is not asked where no mark can end a sentence, and takes quadratic time where
    most characters are marks.
    """
    for start, end in bounded(line, [(first, last)], PIECE):
        piece = line[start:end]
        marks = sum(map(piece.count, _MARKS)) if _INNER_MARK.search(piece) else 0
        if marks and (len(piece) <= LONGEST or marks * DENSE < len(piece)):
            yield from ((start + a, start + b) for a, b in nupunkt.sent_spans(piece))
        else:
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
