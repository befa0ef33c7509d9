"""What a command says while it works: progress and reports, on stderr."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from workbench.case import ImportReport, Progress
from workbench.core.display import visible

OUTCOMES = ("imported", "revised", "duplicate", "partial", "refused", "unchanged")


def narrate(text: str) -> None:
    """One line on stderr, control characters made visible."""
    click.echo(visible(text), err=True)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A progress bar on stderr where that is a terminal; nothing elsewhere."""
    stream = click.get_text_stream("stderr")
    with click.progressbar(length=1, file=stream, label="importing") as bar:

        def step(what: str, done: int, total: int) -> None:
            bar.label = what
            bar.length = max(total, 1)
            bar.update(max(0, done - bar.pos))

        yield step


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
