"""`workbench move`: keep a case's decisions and index on other machines, or here again."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate, progress_bar
from workbench.cli.opening import case_option, opened


@click.command("move")
@click.option("--store", help="Keep the decisions there: postgresql://user@host/database")
@click.option("--index", help="Keep the index there: opensearch://host:9200/name")
@click.option(
    "--replace", is_flag=True, help="Also where that index holds more than this machine does."
)
@click.option("--to-json", "home", is_flag=True, help="Bring all of it back into the folder.")
@case_option
def command(
    store: str | None, index: str | None, replace: bool, home: bool, folder: Path | None
) -> int:
    """Move the case to engines on other machines, or back.

    Everything is copied and compared before the settings change. An index is filled from
    what this machine has read; named again, it is made anew. Passwords come from
    WORKBENCH_STORE_PASSWORD and WORKBENCH_INDEX_PASSWORD.
    """
    if home == bool(store or index):
        raise click.UsageError("give --store URL, --index URL or both, or --to-json")
    with opened(folder) as case, progress_bar() as progress:
        moved = case.moving.store(store) if store else None
        passages = case.moving.index(index, progress, replace=replace) if index else 0
        if home:
            moved, passages = case.moving.home(progress)
    if moved:
        narrate(
            f"{moved.entries} entries of the history ({moved.added} new there), "
            f"{moved.records} records: compared, the same"
        )
    if passages:
        narrate(f"{passages} passages indexed")
    return Exit.DONE
