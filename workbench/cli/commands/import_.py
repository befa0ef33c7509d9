"""`workbench import`: take articles into the case."""

from datetime import date, datetime
from pathlib import Path

import click

from workbench.case import ImportReport
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate, progress_bar, report_import
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("import")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of publication, for articles that state none.",
)
@click.option("--jobs", type=click.IntRange(1), default=1, help="Worker processes. [default: 1]")
@format_option("table", "jsonl")
@case_option
def command(
    paths: tuple[str, ...], published: datetime | None, jobs: int, form: str, folder: Path | None
) -> int:
    """Take files, folders and batch files (JSONL, CSV) into the case.

    The sources are copied into seeds/ as they are. One bad input is one row of
    the report; the rest goes in. The same import again changes nothing.
    """
    day: date | None = published.date() if published else None
    with opened(folder, create=True, sync=False) as case, progress_bar() as progress:
        report = case.corpus.import_paths(paths, day, jobs, progress)
    _print(report, form)
    report_import(report)
    return Exit.REFUSED if report.refused else Exit.DONE


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
