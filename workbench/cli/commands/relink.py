"""`workbench relink`: take a link to where its quote stands now."""

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.core.evidence.alignment import DiffOp
from workbench.core.verdicts.standing import RELATIONS


@click.command("relink")
@click.argument("link_id")
@click.option(
    "--as",
    "relation",
    default="",
    type=click.Choice(("", *RELATIONS)),
    help="What the passage is to the claim now; needed where its facts differ.",
)
@click.option("--show", is_flag=True, help="Show what became of the quote, and change nothing.")
@case_option
def command(link_id: str, relation: str, show: bool, folder: Path | None) -> int:
    """Accept the place where the quote of LINK_ID stands in its article now.

    The link gets a new revision; what it quoted before stays in the history. What
    changed in the words is shown.
    """
    with opened(folder) as case:
        if show:
            found = case.evidence.follow(case.evidence.link(link_id).anchor)
        else:
            link, found = case.evidence.relink(link_id, relation)
            click.echo(link.id)
        narrate(f"{found.state}: {found.reason}")
        if found.diff:
            narrate(diff_in_words(found.diff))
    return Exit.DONE


def diff_in_words(diff: Sequence[DiffOp]) -> str:
    """A word diff in one line, as git shows it: [-what went-]{+what came+}."""
    return "".join(
        op.new
        if op.kind == "equal"
        else "".join((f"[-{op.old}-]" if op.old else "", f"{{+{op.new}+}}" if op.new else ""))
        for op in diff
    )
