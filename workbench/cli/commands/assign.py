"""`workbench assign`: give a claim to a reviewer."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.opening import case_option, opened


@click.command("assign")
@click.argument("claim")
@click.argument("reviewer", default="")
@case_option
def command(claim: str, reviewer: str, folder: Path | None) -> int:
    """Give CLAIM to REVIEWER; without a name, take it back."""
    with opened(folder) as case:
        case.reviewing.assign(claim, reviewer)
    return Exit.DONE
