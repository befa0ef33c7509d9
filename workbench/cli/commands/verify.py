"""`workbench verify`: check that nothing in the case is damaged."""

from pathlib import Path

import click

from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("verify")
@format_option("table", "jsonl")
@case_option
def command(form: str, folder: Path | None) -> int:
    """Check the history's chain and checksums, and that every quote stands in its article.

    Exit code 0: all is well; 3: what is wrong is listed.
    """
    with opened(folder) as case:
        findings = case.decisions.verify()
        if form == "jsonl":
            print_json_lines({"where": f.where, "what": f.what} for f in findings)
        elif findings:
            print_table(("where:32", "what"), ((f.where, f.what) for f in findings), grow="what")
        count = len(case.decisions.history())
    narrate(f"{count} changes checked, {len(findings)} findings")
    return Exit.CASE if findings else Exit.DONE
