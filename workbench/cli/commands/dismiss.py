"""`workbench dismiss`: a contradiction that is not worth more time."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened


@click.command("dismiss")
@click.argument("contradiction")
@click.option("--why", required=True, help="The reason; it is kept with the decision.")
@case_option
def command(contradiction: str, why: str, folder: Path | None) -> int:
    """Put CONTRADICTION away, by its id in `workbench conflicts`.

    It comes back when somebody says something else. `workbench undo` takes this back,
    `workbench conflicts --dismissed` lists what was put away.
    """
    with opened(folder) as case:
        found = case.contradicting.dismiss(contradiction, why)
        narrate(f"put away {found.id} ({found.hold.slot}); `workbench undo` takes it back")
    return Exit.DONE
