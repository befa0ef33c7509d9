"""What is read of a passage: its words without what typography puts between them.

A passage is quoted as it stands in the stored text, and that may hold line ends of a
wrapped paragraph, marks of footnotes, struck words and characters without width. None
of them is part of what the sentence says: "Some 14[2] people" counts 14. Everything
that reads words reads this text; every offset it reports goes back to the stored one.
"""

import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from msgspec import Struct

LONGEST_STRUCK = 400
"""Characters between `~~` and `~~` (GitHub Flavored Markdown 6.5, strikethrough)."""
MOST_MARKS = 6
"""Marks in a row: "[1][2][3]"."""

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""Superscript digits, by value."""
_AFTER = r"(?<=[\w.,;:!?…%)\]”’\"'»])"
_SIGN = r"\d{1,3}|[a-z]|[ivx]{1,5}|\*|†|‡|nb?\s?\d{1,2}|notes?\s\d{1,3}|fn\.?\s?\d{1,3}"
_WORDED = (
    r"citation needed|who\?|when\?|where\?|which\?|by whom\?|clarification needed|better source "
    r"needed"
    r"|dubious(?: – discuss)?|verification needed|full citation needed|update"
)


_GLUED = re.compile(r"\w-{1,2}\Z")
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
_UNIT = re.compile(r"(?:(?<![^\W\d_])(?:[kcdmµ]?m|mi|ft|yd)|\d\s?in)\Z")
_VARIABLE = re.compile(r"(?:(?<![\w.])[^\W\d_]|[×x·*]\s?10)\Z")


def _blank(match: re.Match[str]) -> str:
    """A line end is a blank, but nothing after the hyphen of a word ("two-|year-old")."""
    text, at, end = match.string, match.start(), match.end()
    glued = _GLUED.search(text, max(0, at - 3), at) and text[end : end + 1].isalnum()
    return "" if glued and not _SUSPENDED.match(text, end) else " "


def _unless_power(match: re.Match[str]) -> str:
    """A raised number is a mark, but not behind a unit, a variable or a power of ten."""
    text, at = match.string, match.start()
    area = match[0] in {"²", "³"} and _UNIT.search(text, max(0, at - 4), at)
    return match[0] if area or _VARIABLE.search(text, max(0, at - 5), at) else ""


def _one_blank(match: re.Match[str]) -> str:
    """A blank, but between digits, which may be two columns."""
    text, at, end = match.string, match.start(), match.end()
    return match[0] if text[at - 1].isdigit() and text[end].isdigit() else " "


def _unless_square(match: re.Match[str]) -> str:
    """A raised number in markup is a mark, but behind a unit it is a power."""
    text, at = match.string, match.start()
    power = RAISED[int(match[0][5])] if match[0][5] in "23" and len(match[0]) == 12 else ""
    return power if power and _UNIT.search(text, max(0, at - 4), at) else ""


def _nothing(match: re.Match[str]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Rule:
    """Something between the words: what it looks like, what is read for it, and examples."""

    name: str
    pattern: str
    read_for: Callable[[re.Match[str]], str]
    yes: Sequence[str] = ()
    no: Sequence[str] = ()


RULES: tuple[Rule, ...] = (
    Rule(
        "line end",
        "[ \t\u00a0]*(?:\r{1,2}\n|[\n\r\v\f\x85\u2028\u2029])(?:[ \t\u00a0]|\r{1,2}\n"
        "|[\n\r\v\f\x85\u2028\u2029])*(?:>[ \t]?){0,9}",
        _blank,
        yes=("killed on\nTuesday", "killed\n> on Tuesday", "two-\nyear-old"),
    ),
    Rule(
        "mark in brackets",
        rf"{_AFTER}(?:(?<=\d) (?=\[\^?\d))?(?:\[\^?(?:{_SIGN})(?:\s?[,–-]\s?(?:{_SIGN}))"
        rf"{{0,5}}\]){{1,{MOST_MARKS}}}(?!\()",
        _nothing,
        yes=("14[2] people", "said.[a]", "said[1][2]", "said[3,4]", "said[note 3]", "14 [2] men",
             "said[^3]"),
        no=("“[14] people", "the [2] people", "he [a man] said"),
    ),
    Rule(
        "worded mark",
        rf"{_AFTER}(?:\[(?i:{_WORDED})\]){{1,3}}",
        _nothing,
        yes=("40 people[citation needed] died",),
    ),
    Rule(
        "raised mark",
        rf"{_AFTER}(?:⁽?[{RAISED}ᵃᵇᶜᵈᵉ]{{1,3}}⁾?(?:[,⸴˒’](?=[⁽{RAISED}ᵃᵇᶜᵈᵉ]))?){{1,{MOST_MARKS}}}"
        rf"(?!⁄)",
        _unless_power,
        yes=("12³ people", "people¹,² died", "said.⁴"),
        no=("40 km² of land", "x² + 1", "3 × 10⁶ cells", "2¹⁄₂ million"),
    ),
    Rule(
        "mark behind a caret",
        r"(?<=[\w.,;:!?%”])(?<!\b10)\^\d{1,2}(?=\s[A-Za-z]|[.,;:]|\Z)",
        _unless_power,
        yes=("23^5 people", "said.^4"),
        no=("10^6 cells", "x^2 + 1", "5^2=25"),
    ),
    Rule(
        "dagger",
        rf"{_AFTER}[†‡§¶]{{1,3}}(?!\s?\d)|(?<=[\d.!?”])\*{{1,3}}(?=\s|[,.;:]|\Z)(?<!\*\*\*\*)",
        _nothing,
        yes=("40† people", "12* people", "killed.†"),
        no=("**40 people",),
    ),
    Rule(
        "blanks in a row",
        r"(?<=\S)[ \t\u00a0]{2,}(?=\S)",
        _one_blank,
        yes=("At  least 40", "40\u00a0 people"),
        no=("12  500",),
    ),
    Rule(
        "struck words",
        rf"~~(?=\S)[^~]{{1,{LONGEST_STRUCK}}}?~~[ \t]?"
        rf"|(?i:<(?:del|s|strike)(?:\s[^<>]{{0,200}})?>[^<]{{1,{LONGEST_STRUCK}}}"
        r"</(?:del|s|strike)>)[ \t]?",
        _nothing,
        yes=("At least ~~40~~ 4 people", "At least <s>40</s> 4 people"),
        no=("some ~40 people",),
    ),
    Rule(
        "raised markup",
        rf"{_AFTER}(?i:<sup>\[?(?:{_SIGN})\]?</sup>)",
        _unless_square,
        yes=("At least 12<sup>3</sup> people", "said.<sup>[a]</sup>"),
        no=("At 40 km and x",),
    ),
    Rule(
        "markup of words",
        r"(?i:</?(?:b|i|u|em|strong|mark|small|span|ins|cite|font|a|sup|sub|abbr|code)"
        r"(?:\s[^<>]{0,400})?>)",
        _nothing,
        yes=("At least <b>12</b> people", 'the <a href="/x">mayor</a> said'),
        no=("a < b and c > d",),
    ),
    Rule(
        "no width",
        "[\u00ad\u200b\u2060\ufeff]+",
        _nothing,
        yes=("kil\u00adled",),
    ),
)  # fmt: skip
"""In the order in which they are tried at a place."""

_ALL = re.compile("|".join(f"(?P<r{i}>{rule.pattern})" for i, rule in enumerate(RULES)))
_ANY = re.compile(
    f"[\n\r\v\f\x85\u2028\u2029\\[\\^{RAISED}ᵃᵇᶜᵈᵉ†‡§¶*~<\u00ad\u200b\u2060\ufeff]|[ \t\u00a0]{{2}}"
)
_BOLD = re.compile(r"\*{1,3}(?=\w)")


class AsRead(Struct, frozen=True):
    """A text as it is read; `offsets[i]` is where its i-th character stands as stored.

    `offsets` has one entry more than the text, for its end; it is None where the text
    is read as it is stored.
    """

    text: str
    offsets: Sequence[int] | None = None

    def at(self, offset: int) -> int:
        """Where a character that was read stands in the stored text."""
        return offset if self.offsets is None else self.offsets[offset]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stored span of a span that was read: up to its last character, no mark behind."""
        if self.offsets is None or end <= start:
            return self.at(start), self.at(end)
        return self.offsets[start], self.offsets[end - 1] + 1


def as_read(text: str) -> AsRead:
    """What is read of a stored text. Reading what was read changes nothing more."""
    if not _ANY.search(text):
        return AsRead(text)
    pieces: list[str] = []
    offsets = array("L")
    last = 0
    bold = _BOLD.search(text) is not None  # a star may close what a star opened
    for match in _ALL.finditer(text):
        if bold and match[0][:1] == "*":
            continue
        rule = RULES[int((match.lastgroup or "r0")[1:])]
        put = rule.read_for(match)
        if put == match[0]:
            continue
        pieces += text[last : match.start()], put
        offsets.extend(range(last, match.start()))
        offsets.extend([match.start()] * len(put))
        last = match.end()
    if not pieces:
        return AsRead(text)
    pieces.append(text[last:])
    offsets.extend(range(last, len(text) + 1))
    return AsRead("".join(pieces), offsets)
