"""`workbench verify`: check that nothing in the case is damaged."""

from pathlib import Path

import click

from workbench.case.history_heads import bundle_hashes, lacking
from workbench.case.publishing.publications import (
    bundle_stamped,
    pages_are_compared,
    verify_bundle,
)
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table
from workbench.errors import UsageError

UNCOMPARED = (
    "another version of the program, or the house's own templates, made verdict.html, verdict.md "
    "and README.txt: they are not compared; verdict.json is what was checked"
)


@click.command("verify")
@click.argument("bundle", type=click.Path(path_type=Path), required=False)
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    help="Of a BUNDLE: the file of the public key that it has to be signed with.",
)
@click.option(
    "--authority",
    type=click.Path(path_type=Path),
    help="Of a BUNDLE: certificates (PEM) of the authority that has to have stamped it.",
)
@click.option(
    "--against",
    metavar="FILE|URL|HASH",
    help="Names an entry that the history has to hold: a hash, a file or page with it, a bundle.",
)
@format_option("table", "jsonl")
@case_option
def command(
    bundle: Path | None, key: Path | None, authority: Path | None, against: str | None, form: str,
    folder: Path | None,
) -> int:  # fmt: skip
    """Check the case, or an evidence BUNDLE.zip, which needs no case.

    Of a case: the history's chain and checksums, and that every quote stands in
    its article and in its source. Of a bundle: that its parts belong together, and with
    --key who signed it, with --authority when it was there. A history that was rewritten as a
    whole, all hashes with it, shows only --against an entry that was told elsewhere before.
    Exit code 0: all is well; 3: what is wrong is listed."""
    if (key or authority) and not bundle:
        raise UsageError("--key and --authority are for a BUNDLE")
    if bundle:
        found = [(fault.member, fault.message) for fault in verify_bundle(bundle, key, authority)]
        if against:
            found += [("history", what) for what in lacking(bundle_hashes(bundle), against)]
        narrate(f"{bundle}: {len(found)} findings")
        if not pages_are_compared(bundle):
            narrate(f"{bundle}: {UNCOMPARED}")
        if at := bundle_stamped(bundle):
            narrate(f"its time stamp says {at}" + ("" if authority else "; --authority proves it"))
    else:
        with opened(folder) as case:
            found = [(finding.where, finding.what) for finding in case.decisions.verify()]
            changes = case.decisions.history()
            if against:
                hashes = [change.hash for change in changes]
                found += [("history", what) for what in lacking(hashes, against)]
            narrate(f"{len(changes)} changes checked, {len(found)} findings")
            if changes:
                narrate(f"the history ends with {changes[-1].hash}")
    if form == "jsonl":
        print_json_lines({"where": where, "what": what} for where, what in found)
    elif found:
        print_table(("where:32", "what"), found, grow="what")
    return Exit.CASE if found else Exit.DONE
