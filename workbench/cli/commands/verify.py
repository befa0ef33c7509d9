"""`workbench verify`: check that nothing in the case is damaged."""

from pathlib import Path

import click

from workbench.case.publishing import verify_bundle
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table


@click.command("verify")
@click.argument("bundle", type=click.Path(path_type=Path), required=False)
@format_option("table", "jsonl")
@case_option
def command(bundle: Path | None, form: str, folder: Path | None) -> int:
    """Check the case, or an evidence BUNDLE.zip, which needs no case.

    Of a case: the history's chain and checksums, and that every quote stands in
    its article. Exit code 0: all is well; 3: what is wrong is listed.
    """
    if bundle:
        found = [(fault.member, fault.message) for fault in verify_bundle(bundle)]
        narrate(f"{bundle}: {len(found)} findings")
    else:
        with opened(folder) as case:
            found = [(finding.where, finding.what) for finding in case.decisions.verify()]
            narrate(f"{len(case.decisions.history())} changes checked, {len(found)} findings")
    if form == "jsonl":
        print_json_lines({"where": where, "what": what} for where, what in found)
    elif found:
        print_table(("where:32", "what"), found, grow="what")
    return Exit.CASE if found else Exit.DONE
