"""`workbench history`: who decided what, and when."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table
from workbench.core.verdicts.standing import change_json, in_words


@click.command("history")
@click.argument("claim", required=False)
@format_option("table", "jsonl")
@case_option
def command(claim: str | None, form: str, folder: Path | None) -> int:
    """Show every change of the case, or those of one CLAIM, oldest first."""
    with opened(folder) as case:
        changes = case.decisions.shown_history(claim)
        if form == "jsonl":
            print_json_lines(change_json(change) for change in changes)
        else:
            print_table(
                ("nr", "when", "who:12", "what:16", "claim", "now"),
                (
                    (
                        c.seq,
                        c.at[:16].replace("T", " "),
                        c.by,
                        c.action,
                        (c.claim or "")[:8],
                        in_words(c),
                    )
                    for c in changes
                ),
                grow="now",
            )
        if head := case.decisions.head():
            narrate(f"the history ends with {head}")
    return Exit.DONE
