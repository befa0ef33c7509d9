"""`workbench export`: publish verdicts."""

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.case.publishing.gating import Leaving
from workbench.case.publishing.publications import FORMATS
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import print_paths, print_table
from workbench.core.publication.flavours import FLAVOURS


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
    "--flavour",
    type=click.Choice(list(FLAVOURS)),
    help="Of Markdown: the tool that builds the site. [default: as in workbench.toml, else plain]",
)
@click.option(
    "--force", is_flag=True, help="Send out what the gate holds back; it is put on record."
)
@click.option(
    "--preview", is_flag=True, help="Only say what would leave and what would be held back."
)
@click.option(
    "--draft",
    is_flag=True,
    help="With --to: pages to look at, past the gate; nothing is published.",
)
@click.option(
    "--sign",
    type=click.Path(path_type=Path),
    help="Of bundles: the file of a private Ed25519 key (WORKBENCH_SIGN_PASSWORD opens it).",
)
@click.option(
    "--timestamp",
    type=click.Path(path_type=Path),
    help="Of one claim's bundle: the file of a time stamp (RFC 3161) of its manifest.json.",
)
@case_option
def command(
    claims: tuple[str, ...], to: Path | None, form: str, force: bool, preview: bool, draft: bool,
    sign: Path | None, timestamp: Path | None, flavour: str | None, folder: Path | None,
) -> int:  # fmt: skip
    """Publish the verdicts on CLAIMS, or all verdicts of the case.

    Each goes through the gate first. One that breaks a rule of the case's profile
    (see "publication" in workbench.toml) is held back, and the exit code is 1; what was
    published of it before stays as it is. What else the gate finds is told. What
    leaves is on record as published, wherever --to puts it: changes of it are
    corrections from then on. Only a --draft publishes nothing.
    """
    with opened(folder) as case:
        if preview:
            return _previewed(case.publications.preview(claims or None))
        report = case.publications.export(
            claims or None, to, form, force, draft, sign, flavour or "", timestamp
        )
    print_paths((*report.written, *report.unchanged))
    for refused in report.refused:
        narrate(f"refused: {refused}")
    for told in report.told:
        narrate(f"found: {told}")
    if report.head:
        narrate(f"the history ends with {report.head}")
    for path in report.removed:
        narrate(f"removed: {path}")
    for note in report.notes:
        narrate(f"note: {note}")
    narrate(
        f"{len(report.written)} written, {len(report.unchanged)} unchanged"
        + (f", {len(report.held)} held back" if report.held else "")
    )
    return Exit.REFUSED if report.refused else Exit.DONE


def _previewed(rows: Sequence[Leaving]) -> int:
    print_table(
        ("claim", "what:12", "rating:16", "words"),
        (
            (
                row.verdict.claim[:8],
                row.word,
                row.verdict.rating,
                row.verdict.anchor.quote,
            )
            for row in rows
        ),
        grow="words",
    )
    for row in rows:
        for line in row.lines:
            narrate(f"{'refused' if row.held else 'found'}: {line}")
    held = sum(row.held for row in rows)
    narrate(f"{len(rows) - held} would leave, {held} held back; nothing was written")
    return Exit.REFUSED if held else Exit.DONE
