"""`workbench compare`: how two texts relate, pair by pair, without a case."""

from typing import IO

import click

from workbench.case.annotating import compare_pairs
from workbench.cli.commands.match import read_lines
from workbench.cli.exits import Exit
from workbench.cli.output import print_json_lines


@click.command("compare")
@click.option(
    "--pairs",
    required=True,
    type=click.File("r", encoding="utf-8"),
    help='JSONL of {"id","claim","passage"}; - for stdin.',
)
@click.option(
    "--format", "form", type=click.Choice(["jsonl"]), default="jsonl", help="Always jsonl."
)
@click.option("--case", "folder", hidden=True, help="Accepted like everywhere; not needed here.")
def command(pairs: IO[str], form: str, folder: str | None) -> int:
    """Say for each pair whether the passage corroborates or conflicts with the claim.

    A line is {"id", "claim", "passage", "claim_published"?, "passage_published"?}.
    """
    print_json_lines(compare_pairs(read_lines(pairs, ("id", "claim", "passage"))))
    return Exit.DONE
