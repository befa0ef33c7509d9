"""Figures over time, drawn: when each source gave which number of one thing.

One panel for each thing that is counted: days from left to right, numbers from
zero up, a dot for a number and a line from the lower to the upper bound; an open
end runs on to the edge. A drawing by itself, as a file: it brings its own style,
light or dark as the reader's system has it. Nothing in it is a script or a link.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from workbench.core.events.side_by_side import FigureRow
from workbench.core.publication.escaping import html
from workbench.core.text.display import one_line

WIDTH, PANEL, MARGIN = 720, 240, 56
"""Units (pixels at full size) of the drawing, of one panel's height, and of its margins."""
LONGEST_LABEL = 28
"""Characters of a label beside a dot; the whole is in its title."""
MOST_PANELS, MOST_ROWS = 12, 200
"""Things, and figures of one thing, that are drawn; beyond, nobody can read them."""
_STYLE = (
    "svg{font:12px sans-serif;color:#222;background:#fff}"
    "@media(prefers-color-scheme:dark){svg{color:#ddd;background:#181818}}"
    "text{fill:currentColor}line{stroke:currentColor;stroke-width:2}"
    ".axis{stroke-width:1;opacity:.5}circle{fill:currentColor}"
    ".conflict circle{fill:#c33}.conflict line{stroke:#c33}"
)


def timeline_svg(rows: Iterable[FigureRow]) -> str:
    """The drawing of all rows that have a day and a number, as a whole SVG document."""
    dated = [row for row in rows if row.as_of is not None and _bounds(row)]
    by_thing = groupby(dated, key=lambda row: (row.event, row.of))
    groups = [(of, list(found)[:MOST_ROWS]) for (_, of), found in by_thing]
    panels = groups[:MOST_PANELS]
    drawn = "".join(_panel(of, found, i * PANEL) for i, (of, found) in enumerate(panels))
    height = PANEL * max(1, len(panels))
    empty = "" if panels else f'<text x="{MARGIN}" y="{MARGIN}">No dated figures.</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        f'aria-label="{html(_words(panels))}"><style>{_STYLE}</style>{drawn}{empty}</svg>\n'
    )


def _words(panels: Sequence[tuple[str, list[FigureRow]]]) -> str:
    """The drawing in words."""
    said = (
        f"{row.of} {row.text} ({row.as_of}, {_source(row)})" for _, found in panels for row in found
    )
    return one_line("; ".join(said)) or "no dated figures"


def _panel(of: str, rows: Sequence[FigureRow], top: int) -> str:
    days = [_day(row) for row in rows]
    first, last = min(days), max(days)
    largest = max(bound for row in rows for bound in _bounds(row)) or 1.0
    base = top + PANEL - MARGIN
    ends = f'<text x="{MARGIN}" y="{base + 18}">{first.isoformat()}</text>' + (
        f'<text x="{WIDTH - MARGIN}" y="{base + 18}" text-anchor="end">{last.isoformat()}</text>'
        if last > first
        else ""
    )
    axis = f'<line class="axis" x1="{MARGIN}" y1="{base}" x2="{WIDTH - MARGIN}" y2="{base}"/>'
    title = f'<text x="{MARGIN}" y="{top + 18}">{html(one_line(of))} (0–{largest:,g})</text>'
    marks = "".join(_mark(row, first, last, largest, top) for row in rows)
    return f"<g>{title}{axis}{ends}{marks}</g>"


def _mark(row: FigureRow, first: date, last: date, largest: float, top: int) -> str:
    """The dots and the line of one figure, with its source as the tooltip."""
    span = (last - first).days
    x = MARGIN + 8 + (WIDTH - 2 * MARGIN - 170) * ((_day(row) - first).days / span if span else 0)
    low, high = (None if b is None else _height(b, largest, top) for b in (row.low, row.high))
    from_, to = (
        low if low is not None else top + PANEL - MARGIN,
        high if high is not None else top + 26,
    )
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>'
        for y in sorted({y for y in (low, high) if y is not None})
    )
    label = one_line(f"{row.text} · {_source(row)}")
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    at = low if low is not None else to
    return (
        f'<g class="{html(row.mark)}"><title>{html(label)}: {_day(row).isoformat()}, '
        f'{html(row.mark)}</title><line x1="{x:.1f}" y1="{from_:.1f}" x2="{x:.1f}" y2="{to:.1f}"/>'
        f'{dots}<text x="{x + 8:.1f}" y="{at + 4:.1f}">{html(short)}</text></g>'
    )


def _height(bound: float, largest: float, top: int) -> float:
    return top + PANEL - MARGIN - (PANEL - MARGIN - 40) * bound / largest


def _bounds(row: FigureRow) -> list[float]:
    """The bounds, where they can be drawn: finite and not below zero."""
    given = [bound for bound in (row.low, row.high) if bound is not None]
    return given if all(0 <= bound < float("inf") for bound in given) else []


def _day(row: FigureRow) -> date:
    return row.as_of or date.min


def _source(row: FigureRow) -> str:
    return row.publisher or row.claimant or row.article
