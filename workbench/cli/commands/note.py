"""`workbench note`: talk about a claim or a contradiction."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.opening import case_option, opened
from workbench.cli.output import print_json_lines


@click.command("note")
@click.argument("claim")
@click.argument("text", required=False)
@click.option("--question", is_flag=True, help="It waits for an answer.")
@click.option("--conflict", is_flag=True, help="CLAIM is a contradiction's id in `conflicts`.")
@case_option
def command(
    claim: str, text: str | None, question: bool, conflict: bool, folder: Path | None
) -> int:
    """Leave a note on CLAIM; without TEXT, print the notes as JSON Lines."""
    if question and conflict:
        raise click.UsageError("--question is of claims, not of contradictions")
    with opened(folder) as case:
        if text is not None and conflict:
            case.contradicting.note(claim, text)
        elif text is not None:
            case.reviewing.note(claim, text, question)
        elif conflict:
            print_json_lines(
                {"by": n.by, "at": n.at, "text": n.text} for n in case.contradicting.notes(claim)
            )
        else:
            print_json_lines(
                {"by": n.by, "at": n.at, "text": n.text, "question": n.question}
                for n in case.reviewing.notes(claim)
            )
    return Exit.DONE
