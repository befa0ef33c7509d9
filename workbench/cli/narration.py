"""What a command says while it works: progress and reports, on stderr."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from workbench.case import Cancelled, Case, ImportReport
from workbench.case import Progress as Step
from workbench.core.text.display import visible

LINE_SECONDS = 60.0
"""Between two lines of progress in a log."""

OUTCOMES = ("imported", "revised", "duplicate", "partial", "refused", "unchanged")


def narrate(text: str) -> None:
    """One line on stderr, control characters made visible."""
    click.echo(visible(text), err=True)


@contextmanager
def progress_bar() -> Iterator[Step]:
    """A progress bar on stderr where that is a terminal; a line a minute elsewhere."""
    if not sys.stderr.isatty():
        yield minutely()
        return
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
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("importing", total=None)
        yield lambda what, done, total: bar.update(
            task, description=what, completed=done, total=total or 1
        )


def minutely(clock: Callable[[], float] = time.monotonic) -> Step:
    """Progress for a log: a line a minute with what is done and the time that is left."""
    begun = said = clock()

    def step(what: str, done: int, total: int) -> None:
        nonlocal said
        now = clock()
        if now - said < LINE_SECONDS:
            return
        said = now
        left = (now - begun) * (total - done) / done / 60 if done else 0
        share = f", {done / total:.0%}" if total else ""
        narrate(f"{what}{share}" + (f", about {max(1, round(left))} min left" if left else ""))

    return step


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


def compare_new(case: Case, cancelled: Cancelled | None = None, *, listing: bool = False) -> None:
    """Look for conflicts with what came in lately, or say that this is still to be done."""
    new = case.comparing.unchecked()
    with progress_bar() as progress:
        found = case.comparing.catch_up(progress, cancelled, listing=listing)
    if found is None:
        narrate(f"{new} articles were not yet compared; `workbench conflicts` does so")
    elif found > 0:
        narrate(f"{found} new conflicts; `workbench conflicts` lists them")


def narrate_findings(case: Case, claim: str) -> None:
    """What the gate finds in a verdict: what would hold it back, then what it would tell."""
    findings = case.publications.check(claim)
    stopping = case.publications.stopping
    for finding in findings:
        held = "would be held back" if finding.rule in stopping else "found"
        narrate(f"{held}: {finding.rule}: {finding.message}; {finding.mend}")
