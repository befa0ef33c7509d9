"""`workbench settle`: decide between two versions of a record."""

from pathlib import Path

import click

from workbench.case import Case
from workbench.cli.exits import Exit
from workbench.cli.narration import narrate
from workbench.cli.opening import case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table
from workbench.core.verdicts.standing import record_in_words
from workbench.errors import UnknownId, UsageError


@click.command("settle")
@click.argument("record")
@click.option("--version", type=click.IntRange(1), help="The version that is to hold.")
@format_option("table", "jsonl")
@case_option
def command(record: str, version: int | None, form: str, folder: Path | None) -> int:
    """Decide which version of RECORD holds, after two copies of the case were joined.

    RECORD is a claim, or TYPE/ID as `workbench review` names it. Without --version
    the versions are shown. Those not chosen stay in the history.
    """
    with opened(folder) as case:
        type, id = _named(case, record)
        if version is not None:
            chosen = case.decisions.settle(type, id, version)
            click.echo(f"{type}/{id}")
            narrate(f"settled: {record_in_words(chosen)}")
            return Exit.DONE
        (dispute,) = (d for d in case.decisions.disputed() if (d.type, d.id) == (type, id))
        if form == "jsonl":
            print_json_lines({"version": n, **doc} for n, doc in enumerate(dispute.versions, 1))
        else:
            rows = enumerate(dispute.versions, 1)
            print_table(
                ("version", "who:12", "when", "what"),
                ((n, doc["by"], doc["at"][:16], record_in_words(doc)) for n, doc in rows),
                grow="what",
            )
    return Exit.DONE


def _named(case: Case, record: str) -> tuple[str, str]:
    """Type and id of the one disputed record that is meant."""
    type, slash, id = record.partition("/")
    found = [
        dispute
        for dispute in case.decisions.disputed()
        if ((dispute.type == type and dispute.id.startswith(id)) if slash
            else (dispute.claim or dispute.id).startswith(record))
    ]  # fmt: skip
    if not found:
        raise UnknownId(f"{record!r} has no two versions; `workbench review` lists what has")
    if len(found) > 1:
        names = ", ".join(f"{d.type}/{d.id}" for d in found)
        raise UsageError(f"{record!r} has several records with two versions; name one of {names}")
    return found[0].type, found[0].id
