"""`workbench assign`: give a claim or a contradiction to a reviewer."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.opening import case_option, opened


@click.command("assign")
@click.argument("claim")
@click.argument("reviewer", default="")
@click.option("--conflict", is_flag=True, help="CLAIM is a contradiction's id in `conflicts`.")
@case_option
def command(claim: str, reviewer: str, conflict: bool, folder: Path | None) -> int:
    """Give CLAIM to REVIEWER; without a name, take it back."""
    with opened(folder) as case:
        if conflict:
            case.contradicting.assign(claim, reviewer)
        else:
            case.reviewing.assign(claim, reviewer)
    return Exit.DONE
