"""`workbench figures`: what the sources count, side by side."""

from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

import click

from workbench.cli.exits import Exit
from workbench.cli.ledger import PRINTED
from workbench.cli.narration import narrate, progress_bar
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table
from workbench.core.events.ledger import bounds
from workbench.core.events.side_by_side import FigureRow
from workbench.core.publication.timeline import timeline_svg


@click.command("figures")
@click.option("--about", help="Compare the figures in the passages that bear on this text.")
@click.option(
    "--svg",
    type=click.File("w", encoding="utf-8", lazy=True),
    help="Also draw them over time, into this file; needs --about.",
)
@click.option(
    "--ledger", is_flag=True, help="Print what each event cost: a low, a best and a high count."
)
@format_option("table", "jsonl", "csv")
@case_option
def command(
    about: str | None, svg: TextIO | None, ledger: bool, form: str, folder: Path | None
) -> int:
    """Compare figures across sources.

    Without --about: the human toll that each article gives, one line a thing
    counted. With it: every figure about that, and how it stands to the others.
    With --ledger: one line an event and thing counted, of the events about that.
    """
    if form == "csv" and not ledger:
        raise click.UsageError("--format csv goes with --ledger")
    if ledger and svg is not None:
        raise click.UsageError("--svg does not go with --ledger")
    if svg is not None and about is None:
        raise click.UsageError("--svg draws what --about TEXT asks for")
    with opened(folder) as case:
        if ledger:
            with progress_bar() as progress:
                lines = case.comparing.ledger(about or "", progress)
            PRINTED[form](lines)
        elif about is None:
            _print_tolls(case.comparing.tolls(), form)
        else:
            rows = case.comparing.figures(about)
            _print_rows(rows, form)
            if svg is not None:
                svg.write(timeline_svg(rows))
                narrate(f"drawn in {svg.name}")
    return Exit.DONE


def _print_tolls(tolls: list[dict[str, Any]], form: str) -> None:
    if form == "jsonl":
        print_json_lines(tolls)
        return
    print_table(
        ("of", "how many", "as of", "article:32", "claimant"),
        (
            (
                t["of"],
                bounds(t["low"], t["high"]),
                t["as_of"] or "",
                t["article"],
                t["claimant"] or "",
            )
            for t in tolls
        ),
        grow="claimant",
    )
    narrate(f"{len(tolls)} tolls")


def _print_rows(rows: list[FigureRow], form: str) -> None:
    if form == "jsonl":
        print_json_lines(
            {**asdict(row), "as_of": row.as_of.isoformat() if row.as_of else None} for row in rows
        )
        return
    print_table(
        ("#", "of:14", "how many", "as of", "mark", "source"),
        ((r.event, r.of, _how_many(r), r.as_of or "", r.mark, _source(r)) for r in rows),
        grow="source",
    )
    narrate(f"{len(rows)} figures")


def _how_many(row: FigureRow) -> str:
    return f"{bounds(row.low, row.high)} {row.unit}".rstrip()


def _source(row: FigureRow) -> str:
    """Where the figure stands and, if told, whose it is."""
    printed = row.publisher or row.article
    return f"{row.claimant} in {printed}" if row.claimant else printed
