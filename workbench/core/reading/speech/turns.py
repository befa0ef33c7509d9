"""Turns: who speaks where a text names its speakers before a colon, as transcripts do.

A name in capitals alone may as well be a place ("LONDON: The …"), so it is a speaker only with a
title or a time before it, or where another line begins so.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.names import without_titles
from workbench.core.reading.language.source_nouns import GIVEN_FEMALE, GIVEN_MALE
from workbench.core.text.passages import Passage

_LINE = re.compile(
    r"[\"“]?(?P<time>[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?\s{0,3}[–-]?\s{0,3})?"
    r"(?P<who>@\w{2,30}|[A-Z][\w.'’-]{0,30}(?: [A-Z(][\w.'’()-]{0,30}){0,4}):\s{1,3}(?=\S)"
)
_PARTY = re.compile(r" \([^)]{1,30}\)$")
LABELS = word_set("""
    note update breaking watch exclusive related warning video photos opinion analysis editor read
    listen live source latest photo image picture credit file by contact phone email tel time date
    location where when who what price cost tickets address info details age name byline tags more
    correction updated caption headline summary alert advisory background question answer q a
    reporting writing editing sources copyright notice important reminder tip fact claim verdict
    rating subject from to cc re sent
    """)
"""What stands before a colon and names nobody."""
_GIVEN = GIVEN_MALE | GIVEN_FEMALE


LEAST_TURNS = 0.12
"""Share of paragraphs that begin a turn from which a text is a transcript. In articles on
politics that print a few lines after a colon ("Iowa: …") half of what had been taken for a turn
was nobody's; .08 to .2 tell the same texts apart."""


class Turn(NamedTuple):
    """Who begins to speak: the name, and where it stands in the article."""

    name: str
    start: int
    end: int


def turns_of(passages: Sequence[Passage]) -> tuple[Turn | None, ...]:
    """For every passage whose turn it is; a turn lasts until the next one.

    Where too few stand in a text for a transcript each lasts to the end of its paragraph.
    """
    begun = [_begun(passages, i) for i in range(len(passages))]
    lines = Counter(match["who"] for match in begun if match)
    speaking = [m is not None and _is_speaker(m, len(lines)) for m in begun]
    paragraphs = len({p.paragraph for p in passages if not p.noise})
    alone = sum(speaking) < max(2, LEAST_TURNS * paragraphs)
    turns: list[Turn | None] = []
    turn, paragraph = None, -1
    for passage, match, speaks in zip(passages, begun, speaking, strict=True):
        if speaks and match:
            turn, paragraph = _turn(passage, match), passage.paragraph
        elif alone and passage.paragraph != paragraph:
            turn = None
        turns.append(turn)
    return tuple(turns)


def _begun(passages: Sequence[Passage], i: int) -> re.Match[str] | None:
    """The name and colon at the beginning of a paragraph, if it has them."""
    passage = passages[i]
    first = i == 0 or passages[i - 1].paragraph != passage.paragraph
    match = _LINE.match(passage.quote) if first and not passage.noise else None
    if match is None or match["who"].split()[0].lower().rstrip(".") in LABELS:
        return None
    return match


def _is_speaker(match: re.Match[str], lines: int) -> bool:
    who = _PARTY.sub("", match["who"])
    words = who.split()
    titled = without_titles(who.title()) != who.title()
    if who.isupper() and len(words) < 4:
        return bool(match["time"]) or titled or lines > 1
    named = len(words) in {2, 3} and (titled or words[0].lower() in _GIVEN or lines > 1)
    return who.startswith("@") or (bool(match["time"]) and len(words) < 4) or named


def _turn(passage: Passage, match: re.Match[str]) -> Turn:
    start, end = match.span("who")
    name = _PARTY.sub("", match["who"]).lstrip("@")
    shown = without_titles(name.title() if name.isupper() else name)
    return Turn(shown, passage.start + start, passage.start + end)
