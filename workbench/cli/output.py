"""Data on stdout: tables for people, JSON Lines and CSV for programs."""

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workbench.core.text.display import visible
from workbench.core.verdicts.records import inert

if TYPE_CHECKING:
    from rich.text import Text

GAP = 2
"""Columns between two columns of a table."""
NARROWEST = 20
"""Columns that the growing column of a table has at the least."""

F = TypeVar("F", bound=Callable[..., Any])


def format_option(*formats: str) -> Callable[[F], F]:
    """`--format`: table on a terminal and jsonl elsewhere, unless it is given."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=lambda: "table" if sys.stdout.isatty() else "jsonl",
        help="How to print: table for people, jsonl for programs. [default: by where it goes]",
    )


def print_json_lines(rows: Iterable[dict[str, Any]]) -> None:
    """One object a line, UTF-8; what could steer a terminal is written as its escape."""
    out = sys.stdout
    if hasattr(out, "reconfigure"):
        out.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    for row in rows:
        out.write(inert(json.dumps(row, ensure_ascii=False)) + "\n")
    out.flush()


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[object]], grow: str, wrap: bool = True
) -> None:
    """A table fitted to the terminal: `grow` takes the room that is left.

    A column named as `name:24` is cut at that many characters; others are shown
    whole. Without `wrap` every row keeps to one line, `grow` being cut.
    """
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    named = [(name, int(limit or 0)) for name, _, limit in (c.partition(":") for c in columns)]
    cells = [
        [_cut(Text(visible(str(cell))), limit) for cell, (_, limit) in zip(row, named, strict=True)]
        for row in rows
    ]
    table = Table(box=None, pad_edge=False, header_style="bold")
    console = Console(file=sys.stdout, soft_wrap=False)
    widths = {
        name: max([len(name), *(row[place].cell_len for row in cells)])
        for place, (name, _) in enumerate(named)
    }
    taken = sum(width + GAP for name, width in widths.items() if name != grow)
    widths[grow] = max(NARROWEST, min(widths[grow], console.width - taken))
    for name, width in widths.items():
        fits = wrap and name == grow
        table.add_column(
            name, width=width, no_wrap=not fits, overflow="fold" if fits else "ellipsis"
        )
    for row in cells:
        table.add_row(*row)
    console.print(table)


def _cut(cell: "Text", limit: int) -> "Text":
    if limit:
        cell.truncate(limit, overflow="ellipsis")
    return cell


def print_paths(paths: Iterable[Path]) -> None:
    """One path a line: for people with its odd characters visible, for programs as it is."""
    for path in paths:
        click.echo(visible(str(path)) if sys.stdout.isatty() else os.fsencode(path))


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV whose cells no spreadsheet takes for a formula."""
    from workbench.core.publication.escaping import csv_cell  # noqa: PLC0415

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([csv_cell(str(cell)) for cell in row])
