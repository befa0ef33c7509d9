"""`workbench verdict`: rule on a claim."""

from pathlib import Path
from typing import IO

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate, narrate_findings
from workbench.cli.opening import case_option, opened
from workbench.core.verdicts.standing import CLASSES


@click.command("verdict")
@click.argument("claim")
@click.option("--rating", required=True, help="A rating of the case's scale.")
@click.option("--summary", required=True, help="One sentence: what was found.")
@click.option(
    "--rationale",
    type=click.File("r", encoding="utf-8"),
    help="A Markdown file; - for stdin. [default: as it is]",
)
@click.option(
    "--over",
    type=click.IntRange(0),
    metavar="REVISION",
    help="The revision that you have read and rule over. [default: your own; 0: none yet]",
)
@click.option("--correction", default="", help="Why a published verdict is changed.")
@click.option(
    "--class",
    "correction_class",
    type=click.Choice(CLASSES),
    help="How much the correction changes. [default: what was changed says it]",
)
@click.option("--claimant", help="Who said it, or unknown. [default: whom the article names]")
@click.option("--unknown", help="What could not be found out; it is published.")
@click.option("--wording", help="The claim in short words of your own; pages lead with it.")
@click.option("--chosen", help="Why this claim was checked; it is published.")
@click.option("--asked", help="How the claimant was asked, and what came of it; it is published.")
@click.option("--tools", help="What it was checked with; it is published.")
@click.option("--would-change", help="What would change the rating; it is published.")
@case_option
def command(
    claim: str, rating: str, summary: str, rationale: IO[str] | None, over: int | None,
    correction: str, correction_class: str | None, claimant: str | None, unknown: str | None,
    folder: Path | None, **own_words: str | None,
) -> int:  # fmt: skip
    """Record a verdict on CLAIM, or a new revision of it.

    Somebody else's verdict is only changed --over the revision that you have read. What has
    to be mended before it is ready to leave the house is told.
    """
    with opened(folder) as case:
        text = rationale.read() if rationale else None
        seen = case.reviewing.own_revision(claim, rating) if over is None else over
        verdict = case.decisions.rule(
            claim, rating, summary, text, seen, correction=correction,
            correction_class=correction_class or "", claimant=claimant, unknown=unknown,
            own_words=own_words,
        )  # fmt: skip
        click.echo(verdict.claim)
        narrate(f"recorded: {verdict.rating}, revision {verdict.revision}, by {verdict.by}")
        narrate_findings(case, verdict.claim)
    return Exit.DONE
