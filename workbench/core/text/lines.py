"""What a line end means: the one decision, for every reader.

Most texts have a line for a paragraph. Wire copy, mail and `<pre>` are broken at a
width instead, and a paragraph runs on over lines. Such a text gives itself away by
its breaks in mid-sentence: whoever fills lines puts a word on the next one only where
it would not have fitted (the greedy way of Knuth and Plass, "Breaking Paragraphs into
Lines", 1981), so each such break says between which two numbers the width lies. The
width that most of them agree on is the text's; a text whose breaks agree on none is
ragged (set in letters of different widths, or broken by hand) or has no width at all.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from msgspec import Struct

Span = tuple[int, int]

LINE_END = re.compile("\r{1,2}\n|[\n\r\v\f\x85\u2028\u2029]")
"""Whatever ends a line in any of the texts that come in (UAX #14, class BK and kin).

CR CR LF is one end: a text with CR LF that went through a program which wrote CR LF for LF."""

NARROWEST = 16
"""Columns; what is narrower is a table or a list of names."""
AGREED = 0.75
"""Least share of the breaks in mid-sentence that one width has to explain. Greedy
filling gives 1.0; hand work on it, and words with hyphens, cost some."""
OVERLONG = 0.1
"""Most lines of wrapped paragraphs that may be longer than the width: addresses of pages."""
RAGGED = 0.3
"""Least share of breaks in mid-sentence, of all, in a text that is ragged."""
LONG_ENOUGH = 0.7
"""Share of the longest usual line from which a ragged line was ended for want of room."""
PROSE = 30
"""Characters from which a line that stops in mid-sentence is prose and no label."""
SHORTEST = 1
"""The same where lines are known to be broken at the edge of a page."""
SURE = 3
"""Breaks in mid-sentence that show a text to be wrapped however short its lines are."""

_ITEM = re.compile(
    r"(?:[•·▪◦*–—+-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|#{1,6})\s|\||=+$|-{3,}$|~~~|```"
    r"|\[?\(?\d{1,2}:\d{2}|[A-Z][A-Z .'’-]{1,40}:\s|[QA][:.]\s|@\w+:|https?://\S+$"
)
"""What begins a line of its own: bullets, numbers, table rows, headings, times, speakers."""
_STOPPED = re.compile(r".{20,}[.!?][”\"’)]? [A-Z“\"].{10,}")
"""A sentence that ends and another one that does not: no heading, if it is a long line."""
_SHORTENED = re.compile(
    r"\b(?P<title>Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Sen|Rep|Gov|St|Rev|Hon|No|vs)\.\Z"
    r"|(?:\b[A-Za-z]{1,3}|\.[A-Za-z])\.\Z"
)
"""An abbreviation at the end of a line; a title ends no sentence, whatever comes next."""
_NATION = re.compile(r"\b(?:U\.\s?S|U\.\s?K|U\.\s?N|E\.\s?U)\.\Z")
_NATIONAL = frozenset(
    """Army Navy Air Marine Marines Coast Forces Senate House Congress Capitol Supreme Court
    Attorney District Department Treasury State Secretary President Ambassador Embassy Justice
    Geological Food Fish Forest Postal Secret Central Federal Census Customs Border Immigration
    Bureau Chamber Open Steel Sen Rep Sens Reps Representative Representatives Senator Senators
    Security General Assembly Charter Human High Children Special Commission Parliament Foreign
    Defense Defence Health Environmental National Olympic""".split()  # noqa: SIM905
)
"""Words that stand behind a shortened nation or body of them in a name: "U.S.|Navy"."""
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_HEADING = "#"
_CLOSERS = "”’\"')]»*_"
_ENDED = (".", "!", "?", "…", ":", ";")
_LINKING = frozenset(
    """a an the this that these those of in on at to for from by with as into over under after
    before between against about than and or but nor if when while because which who whose whom
    is are was were be been has have had will would could should may might can did does do not no
    his her its their our my your more most least up off out near""".split()  # noqa: SIM905
)
"""Words that no sentence, heading or item ends with, save by accident."""


class Line(Struct, frozen=True):
    """One line: the span of what it says, its columns, its indent, its depth of `>`.

    `mark` is the kind of mark that makes it begin of its own, or "".
    """

    start: int
    end: int
    width: int
    indent: int
    depth: int
    text: str
    mark: str


def paragraphs(text: str, laid_out: bool = False) -> list[Span]:
    """The spans of a text's paragraphs, in order, without white space around them.

    A paragraph is one line, or several where the text is wrapped; what stands between
    its lines (blanks, `>` of mail) is inside its span, for `as_read` to leave out.
    `laid_out` says that every line was broken where its page ended.
    """
    lines = list(_lines(text))
    marks = Counter(line.mark for line in lines)
    lone = {mark for mark, count in marks.items() if count == 1} - {_HEADING}
    pairs = [(one, other) for one, other in pairwise(lines) if _adjacent(text, one, other)]
    hanging = _hangs(pairs)
    breaks = [_break(one, other, lone, hanging) for one, other in pairs]
    goes_on = _goes_on(breaks, SHORTEST if laid_out else PROSE)
    spans: list[Span] = []
    for line in lines:
        if spans and line.start in goes_on:
            spans[-1] = spans[-1][0], line.end
        else:
            spans.append((line.start, line.end))
    return spans


def _lines(text: str) -> Iterator[Line]:
    """The lines that say something."""
    start = 0
    was_quoted = False
    for match in [*LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        following = text[match.end() : match.end() + 9].lstrip(" ") if match else ""
        line = _line(text, start, end, was_quoted or following.startswith(">"))
        was_quoted = text[start:end].lstrip().startswith(">")
        if line:
            yield line
        start = match.end() if match else end


def _line(text: str, start: int, end: int, near_quoted: bool) -> Line | None:
    """The line of a span; "> 40" is a quoted 40 only beside other quoted lines."""
    raw = text[start:end]
    said = raw.strip()
    quoted = _QUOTED.match(said)
    inner = said[quoted.end() :].lstrip() if quoted else said
    if not inner:
        return None
    if quoted and inner[0].isdigit() and not near_quoted:
        quoted, inner = None, said
    right = start + len(raw.rstrip())
    at = right - len(inner)
    indent = len(said) - len(inner) if quoted else len(text[start:at].expandtabs())
    depth = quoted[0].count(">") if quoted else 0
    return Line(at, right, right - start, indent, depth, inner, _mark(inner))


def _adjacent(text: str, one: Line, other: Line) -> bool:
    """Whether no blank line stands between two, and neither is a quotation of the other."""
    between = text[one.end : other.start]
    return one.depth == other.depth and len(LINE_END.findall(between)) == 1


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of a line with a line right below it, which begins at `start`.

    A text filled at any width from `least` to `most` is broken here. `fresh` says that
    the line below begins something of its own, `ended` that a sentence may end here,
    and `soft` that none does.
    """

    start: int
    least: int
    most: int
    fresh: bool
    ended: bool
    soft: bool


def _break(one: Line, other: Line, lone: Set[str], hanging: bool) -> _Break:
    """What stands between two lines; marks in `lone` occur once, and may be words that wrapped.

    Where indents are `hanging`, a paragraph begins at the edge and goes on further in.
    """
    first, lower, ended = _seam(one, other)
    outer, inner = (other, one) if hanging else (one, other)
    fresh = (
        one.mark == _HEADING
        or (other.mark != "" and (ended or other.mark not in lone))
        or (_is_deeper(outer, inner) and not one.mark)
    )
    soft = not (fresh or ended) and " " in one.text and (lower or _is_open(one.text))
    return _Break(other.start, one.width, one.width + len(first), fresh, ended, soft)


def _seam(one: Line, other: Line) -> tuple[str, bool, bool]:
    """(the word that begins the other line, whether it is a small one, whether the one ended)."""
    said = one.text.rstrip(_CLOSERS)
    first = other.text.split(None, 1)[0]
    lower = first.lstrip("“\"‘'([")[:1].islower()
    shortened = _SHORTENED.search(said)
    named = first.rstrip(_CLOSERS + ".,;:") in _NATIONAL and _NATION.search(said)
    ended = said.endswith(_ENDED) and not (named or (shortened and (lower or shortened["title"])))
    return first, lower, ended


def _is_deeper(one: Line, other: Line) -> bool:
    """Whether the other line begins further in."""
    return other.indent > one.indent + 1


def _hangs(pairs: Sequence[tuple[Line, Line]]) -> bool:
    """Whether the lines that go on in mid-sentence mostly begin further in than the others.

    Then the indents hang; else an indent begins a paragraph.
    """
    edge = min((line.indent for pair in pairs for line in pair), default=0)
    inside = outside = 0
    for one, other in pairs:
        _, lower, ended = _seam(one, other)
        if not (one.mark or ended) and (lower or _is_open(one.text)):
            inside += other.indent > edge + 1
            outside += other.indent <= edge + 1
    return inside > outside


def _is_open(line: str) -> bool:
    """Whether a line ends as no sentence, heading or item does."""
    said = line.rstrip(_CLOSERS)
    last = said.rpartition(" ")[2].lower()
    return (
        last in _LINKING
        or line.endswith((",", "-", "–", "—"))
        or _SHORTENED.search(said) is not None
        or _is_prose(said)
    )


def _is_prose(line: str) -> bool:
    """Whether a long line holds a sentence and the beginning of another."""
    return len(line) >= 2 * PROSE and _STOPPED.match(line) is not None


def _mark(line: str) -> str:
    """What kind of mark makes a line begin of its own: digits, letters, a sign; "" for none."""
    if not _ITEM.match(line):
        return ""
    first = line.lstrip("([")[:1]
    if line.startswith(("#", "|", "```", "~~~", "===", "---")):
        return _HEADING
    return "1" if first.isdigit() else "a" if first.isalpha() else first


def _goes_on(breaks: Sequence[_Break], prose: int) -> frozenset[int]:
    """The starts of the lines that go on with the paragraph above.

    `prose` is the number of characters from which a line can stop in mid-sentence.
    """
    soft = [b for b in breaks if b.soft]
    if len(soft) < SURE:
        soft = [b for b in soft if b.least >= prose]
    soft = soft or _all_filled(breaks)
    if not soft:
        return frozenset()
    width = _width(soft, breaks)
    if width:
        return frozenset(
            b.start
            for b in breaks
            if not b.fresh and (b.soft or b.least <= width <= b.most or b.least > width)
        )
    usual = sorted(b.least for b in breaks)[len(breaks) * 9 // 10 if len(breaks) > 9 else -1]
    ragged = len(soft) >= RAGGED * len(breaks)
    return frozenset(
        b.start
        for b in breaks
        if (b.soft and b.least >= prose)
        or (ragged and not b.fresh and not b.ended and b.least >= max(prose, LONG_ENOUGH * usual))
    )


def _all_filled(breaks: Sequence[_Break]) -> list[_Break]:
    """The breaks of prose that one width explains to the last, though none says so by itself."""
    prose = [b for b in breaks if b.least >= PROSE and not b.fresh]
    alike = len(prose) == len(breaks) >= SURE and any(not b.ended for b in breaks)
    return prose if alike and max(b.least for b in prose) <= min(b.most for b in prose) else []


def _width(soft: Sequence[_Break], breaks: Sequence[_Break]) -> int:
    """The width at which lines were filled, in columns; 0 where there is none."""
    among_soft, among_all = _Spread(soft), _Spread(breaks)
    tries = {edge for b in breaks for edge in (b.least, b.most) if edge >= NARROWEST}
    width = max(tries, key=lambda w: (among_soft.fitting(w), among_all.fitting(w), w), default=0)
    if among_soft.fitting(width) < AGREED * len(soft):
        return 0
    return width if sum(b.least > width for b in breaks) <= OVERLONG * len(breaks) else 0


class _Spread:
    """How many breaks could come of a width: that many more began than ended below it."""

    def __init__(self, breaks: Sequence[_Break]) -> None:
        self._least = sorted(b.least for b in breaks)
        self._most = sorted(b.most for b in breaks)

    def fitting(self, width: int) -> int:
        return bisect_right(self._least, width) - bisect_left(self._most, width)
