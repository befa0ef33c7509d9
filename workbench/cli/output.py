"""Data on stdout: tables for people, JSON Lines and CSV for programs."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click

from workbench.core.display import visible

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
    """One object a line, UTF-8; a lone surrogate is written as its escape."""
    out = sys.stdout
    if hasattr(out, "reconfigure"):
        out.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    out.flush()


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]], grow: str = "") -> None:
    """A table fitted to the terminal; the column `grow` takes the room that is left."""
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        table.add_column(
            name, ratio=1 if name == grow else None, no_wrap=name != grow, overflow="ellipsis"
        )
    for row in rows:
        table.add_row(*(Text(visible(str(cell))) for cell in row))
    Console(file=sys.stdout, soft_wrap=False).print(table)


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV whose cells no spreadsheet takes for a formula."""
    from workbench.core.publication.escaping import csv_cell  # noqa: PLC0415

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([csv_cell(str(cell)) for cell in row])
