"""`workbench link`: link a passage to a claim as evidence."""

import re
from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.core.verdicts.standing import NATURES, RELATIONS
from workbench.errors import UsageError

_PASSAGE = re.compile(r"(?P<article>.+):(?P<start>\d{1,12})-(?P<end>\d{1,12})")


@click.command("link")
@click.argument("claim")
@click.argument("passage")
@click.option(
    "--as",
    "relation",
    required=True,
    type=click.Choice(RELATIONS),
    help="What the passage is to the claim.",
)
@click.option("--note", default="", help="A word on why.")
@click.option(
    "--source",
    "nature",
    type=click.Choice((*NATURES, "")),
    help="Whether the source saw or made what it tells of; it is published.",
)
@click.option("--interest", help="What the source has to gain or lose; it is published.")
@case_option
def command(
    claim: str, passage: str, relation: str, note: str, nature: str | None, interest: str | None,
    folder: Path | None,
) -> int:  # fmt: skip
    """Link PASSAGE (ARTICLE:START-END, as `match` prints it) to CLAIM."""
    match = _PASSAGE.fullmatch(passage)
    if not match:
        raise UsageError(f"{passage!r} is no passage; write ARTICLE:START-END")
    with opened(folder) as case:
        link = case.decisions.link(
            claim, match["article"], int(match["start"]), int(match["end"]), relation, note,
            nature, interest,
        )  # fmt: skip
        click.echo(link.id)
        narrate(f"linked as {link.relation}: {link.anchor.quote}")
    return Exit.DONE
