"""What a command says while it works: progress and reports, on stderr."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from workbench.case import ImportReport
from workbench.case import Progress as Step
from workbench.core.display import visible

OUTCOMES = ("imported", "revised", "duplicate", "partial", "refused", "unchanged")


def narrate(text: str) -> None:
    """One line on stderr, control characters made visible."""
    click.echo(visible(text), err=True)


@contextmanager
def progress_bar() -> Iterator[Step]:
    """A progress bar on stderr where that is a terminal; nothing elsewhere."""
    from rich.console import Console  # noqa: PLC0415 - only where something takes long
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("importing", total=None)
        yield lambda what, done, total: bar.update(
            task, description=what, completed=done, total=total or 1
        )


def report_refused(report: ImportReport) -> None:
    """Name every input that was refused or came in only in part."""
    for row in report.refused:
        narrate(f"{row.outcome}: {row.source}: {row.reason}")


def report_import(report: ImportReport) -> None:
    """How many inputs ended which way."""
    counts = [f"{report.count(outcome)} {outcome}" for outcome in OUTCOMES if report.count(outcome)]
    narrate(", ".join(counts) or "nothing to import")
    if report.cancelled:
        narrate("cancelled; the same command goes on where it stopped")
