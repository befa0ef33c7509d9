"""`workbench where`: where the case keeps what."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("where")
@format_option("table", "jsonl")
@case_option
def command(form: str, folder: Path | None) -> int:
    """Show the case's folders and what is in them."""
    with opened(folder, sync=False) as case:
        rows = case.whereabouts()
        if form == "jsonl":
            print_json_lines({"what": w.what, "path": w.path, "holds": w.holds} for w in rows)
        else:
            print_table(
                ("what", "path", "holds"), ((w.what, w.path, w.holds) for w in rows), grow="holds"
            )
    return Exit.DONE
