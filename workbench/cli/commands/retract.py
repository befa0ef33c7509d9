"""`workbench retract`: take a published verdict back."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened


@click.command("retract")
@click.argument("claim")
@click.option("--why", required=True, help="The reason; it is published in the verdict's place.")
@case_option
def command(claim: str, why: str, folder: Path | None) -> int:
    """Take the published verdict on CLAIM back.

    Its page does not vanish: the next export puts a notice with the reason in its
    place, in the corrections, the feed and the ClaimReview. A new verdict, or undo,
    brings it back; its page goes on telling that it was retracted.
    """
    with opened(folder) as case:
        verdict = case.publications.retract(claim, why)
        click.echo(verdict.claim)
        narrate(f"retracted: {verdict.rating}; `workbench export` publishes the notice")
    return Exit.DONE
