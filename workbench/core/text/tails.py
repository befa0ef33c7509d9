"""What stands behind the last sentence of a paragraph and is none: a table.

A source, tags, a link, signs, an editor's note or the time of a post end many short
paragraphs without a full stop. They neither make a heading of what stands before them
nor are they claims.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec import Struct

from workbench.core.text.sentences import CLOSERS, signed

LONGEST_TAIL = 200
"""Characters from the end in which a tail begins."""
MOST_TAILS = 8
"""Tails in a row: "— AP #ferry #alder https://… 🙏"."""

_TIME = (
    r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?\(?(?:GMT|BST|UTC|CET|CEST|EST|EDT|ET|PT"
    r"|PST|IST)\)?)?"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = (
    rf"(?:{_MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|\d{{1,2}}\s{_MONTH}(?:,?\s\d{{4}})?"
    rf"|\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}})"
)
_NAME = r"(?-i:[A-Z@])[\w.&’'/-]{0,30}"
_HOUSE = (
    r"AP|AFP|UPI|PTI|ANI|IANS|DPA|dpa|EFE|ANSA|TASS|BBC|CNN|NPR|VOA|Reuters|Xinhua|Bloomberg"
    r"|Agencies"
    r"|agencies|Staff|staff|wires|Wires|PA|Press Association|Associated Press"
)


@dataclass(frozen=True, slots=True)
class Tail:
    """One kind of tail; `posted` where only a post on a social network ends so."""

    name: str
    pattern: str
    posted: bool = False
    yes: Sequence[str] = ()
    no: Sequence[str] = ()


TAILS: tuple[Tail, ...] = (
    Tail(
        "link",
        r"(?:(?-i:[A-Z])\w{0,20}:\s?)?(?:https?://|www\.|pic\.twitter\.com/|t\.co/"
        r"|bit\.ly/)[^\s]{1,300}",
        posted=True,
        yes=("https://t.example/abc", "More: https://n.example/1"),
    ),
    Tail("tags", r"(?:[#＃]\w{1,60}[\s,]{0,3}){1,20}", posted=True, yes=("#ferry #alder",)),
    Tail("handles", r"(?:\(?(?:via|by|h/t|cc|with)\s)?(?:@\w{1,30}[\s,)]{0,3}){1,10}", posted=True,
         yes=("via @desk",)),
    Tail("signs", r"[^\w\s(\[{}.!?…,;:”’\"')\]»>%$€£°–—/*~_`|=+^\\-][^\w.!?…]{0,40}", posted=True,
         yes=("🙏", "❤️", "→")),
    Tail(
        "source",
        rf"(?:[—–―-]{{1,2}}\s?(?:with\s|by\s|via\s)?(?:{_NAME}|of|for|and|the|inputs|from|agencies"
        rf"|staff)(?:[\s,/&]{{1,3}}(?:{_NAME}|of|for|and|the|agencies|staff|wires|writer"
        rf"|reporter)){{0,6}}"
        rf"|[(\[/](?:(?:with|source:?|via|by|inputs "
        rf"from)\s)?(?:{_HOUSE})(?:[\s,/&-]{{1,3}}(?:{_HOUSE}|and|\w{{1,12}})){{0,3}}[)\]]?"
        rf"|(?:source|via|credit|from)s?:?\s(?:the\s)?{_NAME}(?:\s{_NAME}){{0,3}}|(?-i:{_HOUSE}))",
        yes=("— AP", "– Alder News Agency", "(Reuters)", "[AFP]", "Source: AP"),
    ),
    Tail(
        "note",
        r"[(\[]?(?:more(?: to (?:come|follow))?|ends?|update[ds]?(?:\s[\d:.]{1,8})?|developing(?: "
        r"story)?|breaking|correct(?:ed|s|ion)|file|1st ld|thread|live|watch|refiled"
        r"|(?:\d{1,2}/(?:\d{1,2}|n)))[)\]]?(?:\s?[…:]|\.{3})?|#{2,5}|-\s?30\s?-"
        r"|-{2,}\s?ends?\s?-{0,3}|[(\[][^()\[\]]{1,60}[)\]]",
        yes=("(more)", "ENDS", "-30-", "[Updated 10:30]", "1/3"),
    ),
    Tail(
        "time",
        rf"[(\[—–-]?\s?(?:(?:at|on|posted|updated|published)\s)?(?:{_TIME}|{_DAY})(?:\s?[·•,"
        rf"|@–-]?\s?(?:at\s)?(?:{_TIME}|{_DAY})){{0,2}}[)\]]?|\d{{1,3}}\s?(?:m|h|d|min|mins"
        rf"|minutes?|hours?|hrs?|days?)(?:\sago)?",
        yes=("10:30 AM · Feb 4, 2022", "(4 Feb 2022)", "2h", "5 minutes ago"),
    ),
)  # fmt: skip
"""In the order in which they are tried."""

_PICTURE = r"(?!.{0,60}\b(?:photo|picture|image|handout|video|graphic|illustration|screen)s?\b)"
_ANY = re.compile(
    rf"{_PICTURE}(?:{'|'.join(f'(?P<t{n}>{t.pattern})' for n, t in enumerate(TAILS))})\s*\Z",
    re.IGNORECASE,
)
"""All tails in one pattern: it is tried at every blank of the end of every line."""
_STOP = re.compile(r"[.!?…][”’\"')\]»]{0,3}\s|\s")


class Tailed(Struct, frozen=True):
    """Where the tails of a line begin (its length where it has none), and what they are."""

    start: int
    names: tuple[str, ...] = ()
    posted: bool = False


def tails_of(line: str) -> Tailed:
    """The tails of a line, the last first; a line that is all tail has none."""
    if " " not in line:
        return Tailed(len(line))
    end = len(line.rstrip())
    waiting: list[Tail] = []  # those that need a finished sentence, or a post's tail, before them
    found: list[Tail] = []
    start = len(line)
    while len(found) + len(waiting) < MOST_TAILS and (last := _last_tail(line, end)):
        end, tail = last
        waiting.append(tail)
        if tail.posted or finished(line[:end]):
            found += waiting
            waiting, start = [], end
    return Tailed(start, tuple(tail.name for tail in found), any(tail.posted for tail in found))


def _last_tail(line: str, end: int) -> tuple[int, Tail] | None:
    """(where the text before it ends, the tail) of the tail that ends a line at `end`."""
    for gap in _STOP.finditer(line, max(0, end - LONGEST_TAIL), end):
        if found := _ANY.match(line, gap.end(), end):
            before = len(line[: gap.end()].rstrip())
            tail = TAILS[int((found.lastgroup or "t0")[1:])]
            named = tail.name in {"source", "note"} and signed(line, before, end)
            return (before, tail) if before and not named else None
    return None


def finished(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(CLOSERS).endswith((".", "!", "?", "…"))
