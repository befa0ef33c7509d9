"""`workbench import`: take articles into the case."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from threading import Event
from types import FrameType

import click

from workbench.case import ImportReport, ImportRow
from workbench.cli.exits import Exit
from workbench.cli.narration import compare_new, narrate, progress_bar, report_import
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table

CAME_IN = frozenset({"imported", "revised", "partial"})
"""Outcomes after which there is something new to compare."""


@click.command("import")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of publication, for articles that state none.",
)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=None,
    help="Worker processes. [default: one per core, none for little]",
)
@click.option(
    "--columns",
    metavar="text=Body,title=Headline",
    help="Which columns of a table hold what; kept for reading it again.",
)
@click.option("--watch", is_flag=True, help="Go on, and take in what comes, until ctrl+c.")
@click.option(
    "--every",
    type=click.FloatRange(0.1),
    default=10.0,
    help="Seconds between two looks with --watch. [default: 10]",
)
@format_option("table", "jsonl")
@case_option
def command(
    paths: tuple[str, ...], published: datetime | None, jobs: int | None, columns: str | None,
    watch: bool, every: float, form: str, folder: Path | None,
) -> int:  # fmt: skip
    """Take files, folders, batch files, pages and feeds (their addresses) into the case.

    PATHS may be a list of addresses too, one a line, or - for standard input.

    The sources are copied into seeds/ as they are. One bad input is one row of
    the report; the rest goes in. The same import again changes nothing, and an
    import that was cut off goes on where it stopped. What came in is compared with
    the corpus at once, unless it is very much.
    """
    if watch and "-" in paths:
        raise click.UsageError("standard input ends: --watch follows files and folders")
    day: date | None = published.date() if published else None
    named = _columns(columns)
    refused = False
    told: set[ImportRow] = set()
    with opened(folder, create=True, sync=False) as case, interruptible() as called_off:
        while True:
            with progress_bar() as progress:
                report = case.corpus.import_paths(
                    paths, day, jobs or 0, progress, called_off.is_set, named
                )
            refused = bool(report.refused)
            news = {row for row in report.rows if row.outcome != "unchanged"} - told
            told |= news
            if not watch or news:
                _print(report, form)
                report_import(report)
            if not report.cancelled and any(row.outcome in CAME_IN for row in news):
                compare_new(case, called_off.is_set)
            if not watch or report.cancelled or called_off.wait(every):
                break
    if report.cancelled:
        return Exit.STOPPED
    return Exit.REFUSED if refused else Exit.DONE


@contextmanager
def interruptible() -> Iterator[Event]:
    """Ctrl+c ends the work at the next whole step; a second one ends it at once."""
    called_off = Event()

    def stop(number: int, frame: FrameType | None) -> None:
        if called_off.is_set():
            raise KeyboardInterrupt
        called_off.set()
        narrate("stopping at the next whole step; ctrl+c again to stop at once")

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield called_off
    finally:
        signal.signal(signal.SIGINT, before)


def _print(report: ImportReport, form: str) -> None:
    """Programs get every row, people those that are more than plainly imported."""
    if form == "jsonl":
        print_json_lines(
            {"source": r.source, "outcome": r.outcome, "article": r.article, "reason": r.reason}
            for r in report.rows
        )
        for row in report.refused:
            narrate(f"{row.outcome}: {row.source}: {row.reason}")
        return
    telling = [r for r in report.rows if r.reason or r.outcome == "refused"]
    if telling:
        print_table(
            ("outcome", "source:36", "reason"),
            ((r.outcome, r.source, r.reason) for r in telling),
            grow="reason",
        )


def _columns(given: str | None) -> dict[str, str]:
    pairs = [part.partition("=") for part in given.split(",")] if given else []
    if not all(field.strip() and column.strip() for field, _, column in pairs):
        raise click.BadParameter("write it like text=Body,title=Headline", param_hint="--columns")
    return {field.strip(): column.strip() for field, _, column in pairs}
