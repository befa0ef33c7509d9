"""All verdicts as a table: one row each, for spreadsheets (CSV) and programs (JSONL)."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

from workbench.core.publication import PublishedVerdict, independence
from workbench.core.publication.escaping import csv_cell

COLUMNS = (
    "claim_id", "claim", "claimant", "said_on", "article", "revision", "start", "end",
    "title", "publisher", "url", "published", "rating", "value", "best", "worst", "summary",
    "corroborates", "conflicts", "context", "sources", "independent_sources",
    "reviewer", "second_reviewer", "decided_at", "corrected_at", "corrections",
    "published_at", "retracted_at",
)  # fmt: skip
"""The columns, in order; the same names are the keys of a JSON line."""

Cell = str | int | None


def row(v: PublishedVerdict) -> dict[str, Cell]:
    """One verdict as a flat record; `value`, `best` and `worst` are None off the axis."""
    where, rating = v.citation, v.shown_rating
    on_axis = rating.value is not None
    independent, sources = independence(v.evidence)
    cells: tuple[Cell, ...] = (
        v.claim_id,
        v.claim,
        v.claimant,
        v.said_on.isoformat() if v.said_on else None,
        where.article,
        where.revision,
        where.start,
        where.end,
        where.title,
        where.publisher,
        where.url,
        where.published.isoformat() if where.published else None,
        rating.name,
        rating.value,
        rating.best if on_axis else None,
        rating.worst if on_axis else None,
        v.shown_summary,
        *(len(v.related(relation)) for relation in ("corroborates", "conflicts", "context")),
        sources,
        independent,
        v.reviewer,
        v.second_reviewer or None,
        v.decided_at,
        v.corrections[-1].at if v.corrections else None,
        len(v.corrections),
        v.published_at or None,
        v.retraction.at if v.retraction else None,
    )
    return dict(zip(COLUMNS, cells, strict=True))


def csv_rows(verdicts: Iterable[PublishedVerdict]) -> Iterator[str]:
    """The lines of a CSV file (RFC 4180, `\\r\\n`), header first.

    Texts are guarded by `escaping.csv_cell`: no cell is taken for a formula.
    """
    yield csv_line(dict(zip(COLUMNS, COLUMNS, strict=True)))
    for v in verdicts:
        yield csv_line(row(v))


def csv_line(cells: Mapping[str, Cell]) -> str:
    """One record of a CSV file, with its line end."""
    line = io.StringIO()
    guarded = (csv_cell(cell) if isinstance(cell, str) else cell for cell in cells.values())
    csv.writer(line, lineterminator="\r\n").writerow(guarded)
    return line.getvalue()


def jsonl_rows(verdicts: Iterable[PublishedVerdict]) -> Iterator[str]:
    """The lines of a JSON Lines file: ASCII, so that nothing unseen is in it."""
    for v in verdicts:
        yield json.dumps(row(v), allow_nan=False) + "\n"
