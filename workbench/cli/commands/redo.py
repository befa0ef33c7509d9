"""`workbench redo`."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened


@click.command("redo")
@case_option
def command(folder: Path | None) -> int:
    """Make again what you last took back."""
    with opened(folder, sync=False) as case:
        narrate(f"done again: {case.decisions.redo()}")
    return Exit.DONE
