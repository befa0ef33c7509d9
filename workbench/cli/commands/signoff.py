"""`workbench signoff`: the second review of a verdict."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate, narrate_findings
from workbench.cli.opening import case_option, opened


@click.command("signoff")
@click.argument("claim")
@click.option(
    "--rating", default="", help="What you rated without seeing the first. [default: you agree]"
)
@case_option
def command(claim: str, rating: str, folder: Path | None) -> int:
    """Sign off the verdict on CLAIM as its second reviewer.

    With another --rating than the verdict's the claim goes back, with both on
    record. The first reviewer cannot sign off.
    """
    with opened(folder) as case:
        review = case.reviewing.sign_off(claim, rating)
        click.echo(review.claim)
        if review.agrees:
            narrate(f"signed off: {review.rating}")
            narrate_findings(case, review.claim)
        else:
            narrate(f"sent back: first {review.first_rating}, second {review.rating}")
    return Exit.DONE
