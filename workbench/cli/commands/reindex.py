"""`workbench reindex`: make the derived data again from seeds/."""

from pathlib import Path

import click

from workbench.case import Case
from workbench.cli.exits import Exit
from workbench.cli.narration import progress_bar, report_import, report_refused
from workbench.cli.opening import case_folder, case_option, opened


@click.command("reindex")
@click.option("--jobs", type=click.IntRange(1), default=1, help="Worker processes. [default: 1]")
@case_option
def command(jobs: int, folder: Path | None) -> int:
    """Delete .workbench/ and make it again; what people decided is not touched."""
    Case.forget_derived(case_folder(folder))
    with opened(folder, sync=False) as case, progress_bar() as progress:
        report = case.corpus.sync(progress, jobs=jobs)
    report_refused(report)
    report_import(report)
    return Exit.REFUSED if report.refused else Exit.DONE
