"""`workbench export`: write verdicts for publication."""

from pathlib import Path

import click

from workbench.case.publishing import FORMATS
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened


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
@case_option
def command(claims: tuple[str, ...], to: Path | None, form: str, folder: Path | None) -> int:
    """Write the verdicts on CLAIMS, or all verdicts of the case."""
    with opened(folder) as case:
        report = case.publications.export(claims or None, to, form)
    for path in (*report.written, *report.unchanged):
        click.echo(str(path))
    for refused in report.refused:
        narrate(f"refused: {refused}")
    narrate(f"{len(report.written)} written, {len(report.unchanged)} unchanged")
    return Exit.REFUSED if report.refused else Exit.DONE
