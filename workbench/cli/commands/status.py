"""`workbench status`: where a claim stands."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.opening import case_option, opened
from workbench.core.verdicts.standing import BY_HAND


@click.command("status")
@click.argument("claim")
@click.argument("status", type=click.Choice(BY_HAND), required=False)
@case_option
def command(claim: str, status: str | None, folder: Path | None) -> int:
    """Say where CLAIM stands, or print it.

    What was signed off, published, corrected or retracted shows by itself.
    """
    with opened(folder) as case:
        if status:
            case.reviewing.set_status(claim, status)
        click.echo(case.decisions.status(claim))
    return Exit.DONE
