"""A passage as numbers are read in it: footnote marks gone, every blank a plain one.

A raised figure or a mark in brackets behind a word is no part of the number before it
("12³ people", "14[2] people"). Offsets into the plain text are taken back by `Plain.span`.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_UNITS = "".join(rf"(?<!{unit})" for unit in (r"\bm", r"\b[kcd]m", r"\dm", r"\d[kcd]m", "ft", "mi"))
_NOTE = r"(?:note|nb|ref|fn|footnote|citation|who|when|by whom|clarification)\b\.?[ \w]{0,20}"
_MARKS = rf"\[(?:\d{{1,3}}(?:[,–-] ?\d{{1,3}})*|[a-z]|{_NOTE})\]"
_VERB = r"(?:were|was|are|is|had|have|has|died|in|on|at|by|after|when|who|said|from|and)"
_UNEVEN = re.compile(
    rf"(?P<mark>(?<=[^\W_]|[.,;:!?”’\"')»\]%]){_UNITS}[{_RAISED}]+(?:[,⁻–-][{_RAISED}]+)*(?![/⁄])"
    rf"|(?<=[\w.,;:!?”’\"')»\]%]){_MARKS}"
    rf"|(?<=\w) \[\d{{1,2}}\](?=[.,;:]|\Z| {_VERB}\b)"
    r"|(?<=\w)\^\d{1,3}\b|(?<=\w)[*†‡§¶]+(?=[\s.,;:]|\Z))"
    r"|(?P<blank>(?<!\d)\s{2,}|\s{2,}(?!\d)|[^\S ])",
    re.IGNORECASE,
)
"""Marks of footnotes behind what they belong to, and blanks that are no single plain one. A power
of a unit (m², km²) is no mark; several blanks between digits part columns, and stay."""

_MAY_BE_UNEVEN = re.compile(rf"[\[^*†‡§¶{_RAISED}]|[^\S ]|  ")


@dataclass(frozen=True, slots=True)
class Plain:
    """A plain text; from `starts[i]` on its offsets lie `shifts[i]` before the original's."""

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """(start, end) in the original of a stretch that is not empty."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, offset: int) -> int:
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def plain(original: str) -> Plain:
    """The plain text of a passage."""
    if not _MAY_BE_UNEVEN.search(original):
        return Plain(original)
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = last = 0
    for match in _UNEVEN.finditer(original):
        sign = " " if match["blank"] else ""
        pieces += (original[last : match.start()], sign)
        length += match.start() - last + len(sign)
        last = match.end()
        if last - length != shifts[-1]:
            starts.append(length)
            shifts.append(last - length)
    return Plain("".join((*pieces, original[last:])), tuple(starts), tuple(shifts))
