"""Opening the case that a command works on."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from workbench.case import Case
from workbench.cli.narration import narrate, progress_bar, report_refused
from workbench.errors import EngineFailed

F = TypeVar("F", bound=Callable[..., Any])


def case_option(command: F) -> F:
    """`--case DIR`, which every command takes, before or after its name."""
    return click.option(
        "--case", "folder", type=click.Path(path_type=Path), help="The case's folder."
    )(command)


def case_folder(folder: Path | None = None) -> Path:
    """The folder named: after the command, before it, by WORKBENCH_CASE, else this one."""
    ctx = click.get_current_context()
    named = folder or (ctx.find_root().obj or {}).get("folder")
    return Path(named or os.environ.get("WORKBENCH_CASE") or ".")


@contextmanager
def opened(
    folder: Path | None = None, *, create: bool = False, sync: bool = True
) -> Iterator[Case]:
    """The case a command works on, with what is new in `seeds/` taken in first."""
    ctx = click.get_current_context()
    reviewer = (ctx.find_root().obj or {}).get("reviewer") or ""
    with Case.open(case_folder(folder), reviewer, create=create) as case:
        gc.freeze()  # what was decided stays: the collector need not walk through it
        _narrate_notices(case)
        if sync and case.corpus.pending():
            _take_in(case)
        yield case
        _narrate_notices(case)


def _take_in(case: Case) -> None:
    """Take in what is new in `seeds/`; with a server away it waits, and the command goes on."""
    try:
        with progress_bar() as progress:
            report_refused(case.corpus.sync(progress))
    except EngineFailed as error:
        narrate(f"{case.corpus.pending()} new sources wait: {error}")
    _narrate_notices(case)


def _narrate_notices(case: Case) -> None:
    for notice in case.take_notices():
        narrate(notice)


def open_tui(ctx: click.Context) -> None:
    """Open the terminal UI on the case; the one place where the CLI loads it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            "the terminal UI needs a terminal; `workbench --help` lists commands"
        )
    options = ctx.obj or {}
    with Case.open(case_folder(), options.get("reviewer") or "") as case:
        from workbench.tui import run  # noqa: PLC0415

        run(case)
