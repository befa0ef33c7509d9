"""`workbench learn`: refit what suggestions are weighed by to this desk's decisions."""

from dataclasses import asdict
from pathlib import Path

import click

from workbench.case.teaching import in_words
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines


@click.command("learn")
@click.option("--show", is_flag=True, help="Only show what would change.")
@format_option("table", "jsonl")
@case_option
def command(show: bool, form: str, folder: Path | None) -> int:
    """Refit the weights of reasons to what this desk decided on suggestions.

    They are shrunk towards those that the program ships with: a few decisions change little.
    The change is recorded, counts for this case, and `workbench undo` takes it back.
    """
    with opened(folder) as case:
        found = case.teaching.preview() if show else case.teaching.learn()
    if form == "jsonl":
        print_json_lines([asdict(found)])
    else:
        click.echo(in_words(found))
    moved = f"{len(found.weights)} weights"
    narrate(f"would change {moved}" if show else f"changed {moved}; `workbench undo` takes it back")
    return Exit.DONE
