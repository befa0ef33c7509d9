"""`workbench undo`."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened


@click.command("undo")
@case_option
def command(folder: Path | None) -> int:
    """Take back your last decision."""
    with opened(folder, sync=False) as case:
        narrate(f"taken back: {case.decisions.undo()}")
    return Exit.DONE
