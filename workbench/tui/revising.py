"""What changed between two revisions of a text, word by word.

The signs are those of GNU wdiff: `[-gone-]` and `{+new+}`. They stand in the text
itself, so that nothing depends on colour.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.widgets.reader import Highlight

MOST = 6000
"""Words between the first and the last change that are compared; the time goes with the square."""

_TOKEN = re.compile(r"\s+|[^\s]{1,200}")
Change = tuple[str, str]
"""(what became of it: "kept", "gone" or "new"; the stretch of text)."""
SIGNS = {"kept": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}


@dataclass(frozen=True, slots=True)
class Marked:
    """Both texts in one, with signs around what changed; `changes` counts the places."""

    text: str
    marks: "tuple[Highlight, ...]"
    changes: int


def marked(before: str, now: str) -> Marked:
    """The newer text with what is gone and what is new."""
    parts: list[str] = []
    marks: list[Highlight] = []
    at = 0
    for what, stretch in changes(before, now):
        left, right = SIGNS[what]
        part = left + stretch + right
        if what != "kept":
            marks.append((at, at + len(part), what))
        parts.append(part)
        at += len(part)
    return Marked("".join(parts), tuple(marks), len(marks))


def changes(before: str, now: str) -> Iterator[Change]:
    """Stretches in reading order; the kept and the new ones together are `now`."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(now)
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    if head:
        yield "kept", "".join(new[:head])
    yield from _middle(old[head : len(old) - tail], new[head : len(new) - tail])
    if tail:
        yield "kept", "".join(new[len(new) - tail :])


def _common(old: list[str], new: list[str]) -> int:
    """How many tokens both begin with."""
    pairs = zip(old, new, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _middle(old: list[str], new: list[str]) -> Iterator[Change]:
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415

    if len(old) > MOST or len(new) > MOST:
        yield from _replaced(old, new)
        return
    for block in Levenshtein.opcodes(old, new):
        gone, fresh = old[block.src_start : block.src_end], new[block.dest_start : block.dest_end]
        if block.tag == "equal":
            yield "kept", "".join(fresh)
        else:
            yield from _replaced(gone, fresh)


def _replaced(gone: list[str], fresh: list[str]) -> Iterator[Change]:
    for what, tokens in (("gone", gone), ("new", fresh)):
        if tokens:
            yield what, "".join(tokens)
