"""CSV and TSV with a header: one article a row, in bounded memory.

Columns go by the names of `workbench.edges.readers.article_fields`. A quotation mark that
is never closed would swallow the rest of the file (RFC 4180 has no way back): its
line is refused and reading goes on at the next one.
"""

import csv
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from io import StringIO

from workbench.edges.readers.article_fields import NAMES, is_named, squashed
from workbench.edges.readers.decoding import decode
from workbench.edges.readers.readings import LONGEST_ROW, Row, Source, refuse
from workbench.edges.readers.rows import RowIds, article_of, has_summary, has_text
from workbench.errors import InputRefused

DELIMITERS = (",", "\t", ";", "|")
MOST_LINES = 20_000
"""Lines of one row, in a quoted field."""

_QUOTE = b'"'
_SEPARATOR = re.compile(r"\ufeff?\"?sep\s?=\s?(\\t|[^\"\r\n\w ])\"?[,;|\t]*\s*\Z", re.IGNORECASE)
"""What spreadsheets write above the header, and read there: the sign between the fields."""


def read(source: Source) -> Iterator[Row]:
    """The articles of a table, in its order; a bad row is one refusal."""
    csv.field_size_limit(LONGEST_ROW)
    lines = _Lines(source)
    header_text = _first(lines, source.id)
    if named_separator := _SEPARATOR.match(header_text):
        header_text = _first(lines, source.id)
    delimiter = named_separator[1] if named_separator else max(DELIMITERS, key=header_text.count)
    delimiter = "\t" if delimiter == r"\t" else delimiter
    named = [name.strip() for name in _fields(header_text, delimiter, source.id)]
    header = in_our_words(named, source.columns)
    there = ", ".join(name[:30] for name in named[:8])
    if source.insisted and (lacking := _lacking(named, source.columns)):
        raise InputRefused(source.id, f"no column named {lacking}; there are: {there}")
    if not (has_text(columns := dict.fromkeys(header, "x")) or has_summary(columns)):
        raise InputRefused(source.id, f"no column named text, body or html; there are: {there}")
    ids = RowIds(source.id)
    while (first := lines.next_line()) is not None:
        number = lines.number
        if not first.strip():
            continue
        try:
            yield _row(source, lines, first, header, delimiter, ids)
        except InputRefused as refused:
            yield refuse(f"{source.id} line {number}", refused.reason)


def _first(lines: "_Lines", name: str) -> str:
    """The text of the next line that is not blank. Raises InputRefused where there is none."""
    while (line := lines.next_line()) is not None:
        if line.strip():
            return decode(line, name).text
    raise InputRefused(name, "no text in it")


def in_our_words(header: Sequence[str], columns: Mapping[str, str]) -> list[str]:
    """A header with the columns that were chosen under our names, and none that vies with them.

    What was chosen for all tables of a case and is not in this one changes nothing: the usual
    names hold.
    """
    chosen = {theirs.strip().casefold(): ours for ours, theirs in columns.items()}
    renamed = [chosen.get(name.casefold(), "") for name in header]
    taken = [ours for ours, _ in NAMES if ours in renamed]
    return [
        ours or ("" if any(is_named(squashed(name), field) for field in taken) else name)
        for ours, name in zip(renamed, header, strict=True)
    ]


def _lacking(header: Sequence[str], columns: Mapping[str, str]) -> str:
    """Columns that were chosen and are not there, in words."""
    there = {name.casefold() for name in header}
    return ", ".join(t[:30] for t in columns.values() if t.strip().casefold() not in there)


def _row(
    source: Source,
    lines: "_Lines",
    first: bytes,
    header: Sequence[str],
    delimiter: str,
    ids: RowIds,
) -> Row:
    number = lines.number
    place = f"{source.id} line {number}"
    if len(first) > LONGEST_ROW:
        raise InputRefused(place, f"row longer than {LONGEST_ROW // 1024 // 1024} MiB")
    following = lines.until_closed(first)
    decoded = decode(b"".join([first, *following]), place)
    try:
        values = _fields(decoded.text, delimiter, place)
        if len(values) != len(header):
            raise InputRefused(place, f"{len(values)} fields under {len(header)} columns")
    except InputRefused:
        lines.give_back(following)
        raise
    return article_of(
        source, dict(zip(header, values, strict=True)), partial(ids.of, number), decoded.flags
    )


def _fields(text: str, delimiter: str, place: str) -> list[str]:
    """The fields of one row. Raises InputRefused for quotation marks that do not fit."""
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise InputRefused(
            place,
            "its quotation marks do not fit: one is not closed, or text follows a closing one",
        ) from None
    if len(rows) != 1:
        raise InputRefused(place, "not one row of the table")
    return rows[0]


class _Lines:
    """The lines of a table, of which those after a bad quotation mark are read again."""

    def __init__(self, source: Source) -> None:
        self._stream = source.stream
        self._again: deque[bytes] = deque()
        self.number = 0

    def next_line(self) -> bytes | None:
        """The next line, cut after LONGEST_ROW bytes where it is longer; None at the end."""
        if self._again:
            self.number += 1
            return self._again.popleft()
        line = self._stream.readline(LONGEST_ROW + 1)
        if not self.number and b"\r" in line and not line.endswith(b"\n"):
            first, *rest = line.splitlines(keepends=True)  # line ends as old Macs write them
            self._again.extend(rest)
            line = first
        piece = line
        while len(piece) > LONGEST_ROW and not piece.endswith(b"\n"):
            piece = self._stream.readline(LONGEST_ROW + 1)
        self.number += bool(line)
        return line or None

    def until_closed(self, first: bytes) -> list[bytes]:
        """The lines up to the one that closes the quotation open in `first`.

        None where it is not open, and none where it is closed nowhere near.
        """
        quotes, length = first.count(_QUOTE), len(first)
        following: list[bytes] = []
        while quotes % 2:
            line = self.next_line()
            if line is not None:
                following.append(line)
                quotes += line.count(_QUOTE)
                length += len(line)
            if line is None or length > LONGEST_ROW or len(following) > MOST_LINES:
                self.give_back(following)
                return []
        return following

    def give_back(self, lines: Sequence[bytes]) -> None:
        """Have lines come again, in their order."""
        self._again.extendleft(reversed(lines))
        self.number -= len(lines)
