"""Figures side by side, drawn: one line for each source on a common axis from zero.

The drawing is SVG in percentages, so that it fits a phone with its text at full
size, and has no colours of its own: the page's style gives them, light or dark.
The table beside it says the same in words.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from workbench.core.publication import FigureRow
from workbench.core.publication.escaping import html
from workbench.core.publication.words import bounds, day, is_given
from workbench.core.text.display import one_line

ROW = 54
"""Pixels of height for each source."""
LONGEST_LABEL = 44
"""Characters of a label, as many as fit on a phone; the table has it whole."""
SHORTEST_NAME = 8
"""Characters of a source's name that a label has at the least."""
AXIS = 92.0
"""Percent of the width at which the largest figure stands; an open end goes on to the right."""


def plotted(rows: Iterable[FigureRow]) -> list[tuple[str, tuple[FigureRow, ...]]]:
    """(what is counted, its rows) where two rows or more can be compared, oldest first."""
    drawn = (row for row in rows if _known(row) and is_given(row))
    counted = sorted(drawn, key=lambda row: row.of)
    groups = ((of, tuple(group)) for of, group in groupby(counted, key=lambda row: row.of))
    return [
        (of, tuple(sorted(group, key=lambda row: str(row.published or "9999"))))
        for of, group in groups
        if len(group) > 1
    ]


def figures_svg(of: str, rows: Sequence[FigureRow]) -> str:
    """The drawing of one group of `plotted`, as an SVG element with a text alternative."""
    largest = max(bound for row in rows for bound in _known(row)) or 1.0
    words = "; ".join(f"{_source(row)}: {'denied, ' * row.denied}{bounds(row)}" for row in rows)
    drawn = "".join(_row(row, place, largest) for place, row in enumerate(rows))
    return (
        f'<svg class="plot" width="100%" height="{ROW * len(rows) + 4}" role="img" '
        f'aria-label="{html(one_line(f"{of}: {words}"))}">{drawn}</svg>'
    )


def _row(row: FigureRow, place: int, largest: float) -> str:
    low, high = (
        None if bound is None else _percent(bound, largest) for bound in (row.low, row.high)
    )
    line = place * ROW + 28
    start, end = (low if low is not None else 0.0), (high if high is not None else 100.0)
    open_end = " open" if low is None or high is None or row.denied else ""
    parts = [
        f'<text x="0" y="{line - 13}">{html(_label(row))}</text>',
        f'<line class="base" x1="0" y1="{line}" x2="100%" y2="{line}"/>',
        f'<line class="range{open_end}" x1="{start:.2f}%" y1="{line}" x2="{end:.2f}%" '
        f'y2="{line}"/>',
    ]
    for bound in sorted({bound for bound in (low, high) if bound is not None}):
        hollow = ' class="denied"' if row.denied else ""
        parts.append(f'<circle cx="{bound:.2f}%" cy="{line}" r="5"{hollow}/>')
    return "".join(parts)


def _label(row: FigureRow) -> str:
    """Figure, source and day; of a source with a long name the day stays."""
    figure = f"{'denied: ' * row.denied}{bounds(row)} · "
    return figure + _source(row, LONGEST_LABEL - len(figure))


def _source(row: FigureRow, longest: int | None = None) -> str:
    who = one_line(row.publisher or row.claimant or "publisher not stated")
    when = f", {day(row.published)}" if row.published else ""
    room = longest and max(longest - len(when), SHORTEST_NAME)
    return f"{who[: room - 1]}…{when}" if room and len(who) > room else who + when


def _known(row: FigureRow) -> list[float]:
    """The bounds that can be drawn: finite and not below zero, both or one."""
    given = [bound for bound in (row.low, row.high) if bound is not None]
    return given if all(0 <= bound < float("inf") for bound in given) else []


def _percent(bound: float, largest: float) -> float:
    """Where a figure stands on the axis; half the dot's width is kept free at the left."""
    return 1.0 + bound / largest * (AXIS - 1.0)
