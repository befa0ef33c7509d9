"""Text of unknown origin, cut to the cells of a terminal.

Everything here passes `visible` first: what comes out holds no control
sequence, no line end and no character that a terminal would not draw.
"""

import re
from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size

from workbench.core.text.display import visible

Span = tuple[int, int]

_BLANKS = re.compile(r"[ \t\n]+")
_TOKENS = re.compile(r"[ \t]+|[^ \t\n]+|\n")


def plain(text: str) -> str:
    """`visible` text on one line, with runs of blanks as one space."""
    return _BLANKS.sub(" ", visible(text)).strip()


def fit(text: str, width: int) -> str:
    """Exactly `width` cells of a text that is fit to show; what is cut ends in `…`."""
    if width <= 0:
        return ""
    if text.isascii():
        return text.ljust(width) if len(text) <= width else text[: width - 1] + "…"
    if cell_len(text[: 4 * width]) <= width and len(text) <= 4 * width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text[: 4 * width], width - 1) + "…", width)


def fit_end(text: str, width: int) -> str:
    """Exactly `width` cells of a text whose end tells most, such as a path; a cut begins with
    `…`."""
    if width <= 0 or cells_of(text) <= width:
        return fit(text, width)
    end = text[-width:]
    while cell_len(end) >= width:
        end = end[1:]
    return fit(f"…{end}", width)


def wrap(text: str, width: int, most: int) -> list[str]:
    """The text of a quote as at most `most` lines of `width` cells; a cut ends in `…`."""
    shown = plain(text[: 8 * width * most + 80])
    spans: list[Span] = []
    for span in spans_of_lines(shown, 0, len(shown), max(width, 4)):
        if len(spans) == most:
            start = spans[-1][0]
            spans[-1] = (start, len(shown))
            break
        spans.append(span)
    return [
        fit(shown[a:b].rstrip() if i < most - 1 else shown[a:b], width)
        for i, (a, b) in enumerate(spans)
    ]


def cells_of(text: str) -> int:
    """Cells that a piece of unknown text takes once it is made visible."""
    if text.isascii() and text.isprintable():
        return len(text)
    return cell_len(visible(text))


def spans_of_lines(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Wrap text[start:end] at blanks: spans of lines whose words fit into `width` cells.

    Spans are adjacent but for line feeds, which end a line and belong to none.
    Words wider than a line are cut; no line holds more than 4 × width code
    points, so that marks without width cannot make one endless.
    """
    left, column = start, 0
    for token in _TOKENS.finditer(text, start, end):
        a, b = token.span()
        if token[0] == "\n":
            yield left, a
            left, column = b, 0
            continue
        size = cells_of(token[0])
        fits = column + size <= width and b - left <= 4 * width
        if fits or (token[0][0] in " \t" and b - left <= 4 * width):
            column += size
            continue
        if a > left:
            yield left, a
            left, column = a, 0
        if size <= width and b - a <= 4 * width:
            column = size
            continue
        pieces = list(_pieces(text, a, b, width))
        yield from pieces[:-1]
        left, column = pieces[-1][0], cells_of(text[pieces[-1][0] : b])
    if left < end:
        yield left, end


def _pieces(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Cut one long word into spans of at most `width` cells."""
    left, column = start, 0
    for at in range(start, end):
        size = cells_of(text[at])
        if column + size > width or at - left >= 4 * width:
            if at > left:
                yield left, at
            left, column = at, 0
        column += size
    yield left, end
