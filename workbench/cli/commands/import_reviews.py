"""`workbench import-reviews`: take in others' fact-checks."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import report_import, report_refused
from workbench.cli.opening import case_option, opened


@click.command("import-reviews")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@case_option
def command(files: tuple[Path, ...], folder: Path | None) -> int:
    """Take in the ClaimReviews of FILES: JSON or JSON-LD, one, a list or a feed.

    `workbench match` then says where a claim has been checked already.
    """
    refused = False
    with opened(folder, sync=False) as case:
        for file in files:
            report = case.checking.take_in(file)
            report_refused(report)
            report_import(report)
            refused = refused or bool(report.refused)
    return Exit.REFUSED if refused else Exit.DONE
