"""`workbench conflicts`: the corpus's own contradictions, strongest first."""

import shutil
from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate, progress_bar
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines
from workbench.core.conflicts import Conflict
from workbench.core.display import visible


@click.command("conflicts")
@click.option("--top", type=click.IntRange(1), help="Print only so many. [default: all]")
@format_option("table", "jsonl")
@case_option
def command(top: int | None, form: str, folder: Path | None) -> int:
    """List what contradicts what in the corpus, strongest first.

    Articles that came in since the last look are compared with the corpus first.
    """
    with opened(folder) as case:
        with progress_bar() as progress:
            found = case.comparing.conflicts(progress)[:top]
        if form == "jsonl":
            print_json_lines(map(conflict_json, found))
        else:
            for number, conflict in enumerate(found, 1):
                _print_block(number, conflict)
            narrate(f"{len(found)} conflicts")
    return Exit.DONE


def conflict_json(conflict: Conflict) -> dict[str, object]:
    """A line of `workbench conflicts --format jsonl`."""
    sides = {
        name: {"article": s.article, "start": s.start, "end": s.end, "quote": s.quote}
        for name, s in (("one", conflict.one), ("other", conflict.other))
    }
    return {
        **sides,
        "strength": conflict.strength,
        "reasons": list(conflict.reasons),
        "independent": conflict.independent,
    }


def _print_block(number: int, conflict: Conflict) -> None:
    width = shutil.get_terminal_size().columns
    source = "" if conflict.independent else "  (one source)"
    click.echo(f"{number:>3}.  {conflict.strength:3.0f}{source}")
    for side in (conflict.one, conflict.other):
        click.echo(f"      {visible(side.article)}:{side.start}-{side.end}")
        click.echo(click.wrap_text(visible(side.quote), width, "      ", "      "))
    for reason in conflict.reasons:
        click.echo(click.wrap_text(f"· {visible(reason)}", width, "      ", "        "))
