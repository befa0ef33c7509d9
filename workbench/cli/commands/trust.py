"""`workbench trust`: allow what a case asks of this machine."""

from pathlib import Path

import click

from workbench.case import trusting
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_folder, case_option
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("trust")
@click.option("--show", is_flag=True, help="Only list what the case asks for.")
@click.option("--forget", is_flag=True, help="Allow the case nothing more.")
@click.option("--scheduler", metavar="URL", help="Name a Dask scheduler that cases may use.")
@format_option("table", "jsonl")
@case_option
def command(
    show: bool, forget: bool, scheduler: str | None, form: str, folder: Path | None
) -> int:  # fmt: skip
    """Allow what the case's settings and templates ask of this machine.

    Servers, the reviewer's name, keys, filters, what may be fetched and templates count
    only when you have allowed them here; a line that changes has to be allowed again.
    Look at the list before you allow it: --show.

    A scheduler sends programs that run here, so it is allowed by its name only.
    """
    case = case_folder(folder)
    if forget:
        narrate("allowed nothing more" if trusting.forget(case) else "nothing was allowed")
        return Exit.DONE
    if scheduler:
        trusting.name_scheduler(scheduler)
    if not show:
        trusting.allow(case)
    wishes, refused = trusting.asked(case)
    rows = [(w.name, w.value, "not allowed" if w in refused else "allowed") for w in wishes]
    if form == "jsonl":
        print_json_lines(
            {"what": what, "value": value, "state": state} for what, value, state in rows
        )
    else:
        print_table(("what", "value", "state"), rows, grow="value")
    return Exit.DONE
