"""All verdicts as a table: one row each, for spreadsheets (CSV) and programs (JSONL)."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from workbench.core.publication import EvidenceItem, PublishedVerdict, independence
from workbench.core.publication.claimreview import page_path, page_url
from workbench.core.publication.escaping import csv_cell

COLUMNS = (
    "claim_id", "claim", "claimant", "said_on", "article", "revision", "start", "end",
    "title", "publisher", "url", "published", "rating", "value", "best", "worst", "summary",
    "corroborates", "conflicts", "context", "sources", "independent_sources",
    "reviewer", "second_reviewer", "decided_at", "corrected_at", "corrections",
    "published_at", "retracted_at", "wording", "page", "address", "rationale", "unknown",
    "chosen", "asked", "tools", "would_change", "evidence", "correction_history", "history_head",
)  # fmt: skip
"""The columns, in order; the same names are the keys of a JSON line."""

Cell = str | int | None | list[dict[str, Any]]


def row(v: PublishedVerdict, base_url: str = "") -> dict[str, Cell]:
    """One verdict as a record; `value`, `best` and `worst` are None off the axis.

    `page` is its page on the site, `address` the whole address where `base_url` is known.
    `evidence` and `correction_history` are lists of records: in CSV, JSON.
    """
    where, rating = v.citation, v.shown_rating
    on_axis = rating.value is not None
    independent, sources = independence(v.weighed)
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
        v.wording,
        page_path(v),
        page_url(v, base_url) if base_url else None,
        v.rationale,
        v.unknown,
        v.chosen,
        v.asked,
        v.tools,
        v.would_change,
        list(map(_evidence, v.evidence)),
        [asdict(one) for one in v.corrections],
        v.history_head or None,
    )
    return dict(zip(COLUMNS, cells, strict=True))


def _evidence(item: EvidenceItem) -> dict[str, Any]:
    where = item.citation
    return {
        "relation": item.relation, "quote": item.quote, "note": item.note,
        "title": where.title, "publisher": where.publisher, "url": where.url,
        "published": where.published.isoformat() if where.published else None,
        "article": where.article, "revision": where.revision,
        "start": where.start, "end": where.end, "independent": item.independent,
        "archive": where.archive, "nature": item.nature, "interest": item.interest,
    }  # fmt: skip


def csv_rows(verdicts: Iterable[PublishedVerdict], base_url: str = "") -> Iterator[str]:
    """The lines of a CSV file (RFC 4180, `\\r\\n`), header first.

    Texts are guarded by `escaping.csv_cell`: no cell is taken for a formula.
    """
    yield csv_line(dict(zip(COLUMNS, COLUMNS, strict=True)))
    for v in verdicts:
        yield csv_line(row(v, base_url))


def csv_line(cells: Mapping[str, Cell]) -> str:
    """One record of a CSV file, with its line end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(map(_guarded, cells.values()))
    return line.getvalue()


def _guarded(cell: Cell) -> Cell:
    if isinstance(cell, list):
        return json.dumps(cell) if cell else ""
    return csv_cell(cell) if isinstance(cell, str) else cell


def jsonl_rows(verdicts: Iterable[PublishedVerdict], base_url: str = "") -> Iterator[str]:
    """The lines of a JSON Lines file: ASCII, so that nothing unseen is in it."""
    for v in verdicts:
        yield json.dumps(row(v, base_url), allow_nan=False) + "\n"
