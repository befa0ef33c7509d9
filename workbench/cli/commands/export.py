"""`workbench export`: write verdicts for publication."""

from pathlib import Path

import click

from workbench.case.publishing import FORMATS
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import print_paths


@click.command("export")
@click.argument("claims", nargs=-1)
@click.option(
    "--to", type=click.Path(path_type=Path), help="Folder. [default: claims/published of the case]"
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="markdown",
    help="What to write. [default: markdown]",
)
@click.option(
    "--force", is_flag=True, help="Send out what the gate holds back; it is put on record."
)
@case_option
def command(
    claims: tuple[str, ...], to: Path | None, form: str, force: bool, folder: Path | None
) -> int:
    """Write the verdicts on CLAIMS, or all verdicts of the case.

    Each is checked against its own sources first. A verdict whose quotes do not
    stand or whose links no longer hold is left out; other findings are told, or
    hold back, too, where workbench.toml says so. What was published before of a
    verdict that is left out stays as it is.
    """
    with opened(folder) as case:
        report = case.publications.export(claims or None, to, form, force)
    print_paths((*report.written, *report.unchanged))
    for refused in report.refused:
        narrate(f"refused: {refused}")
    for told in report.told:
        narrate(f"found: {told}")
    for path in report.removed:
        narrate(f"removed: {path}")
    narrate(f"{len(report.written)} written, {len(report.unchanged)} unchanged")
    return Exit.REFUSED if report.refused else Exit.DONE
