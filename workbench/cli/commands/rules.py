"""`workbench rules`: by which rules passages are read and compared, with examples."""

from dataclasses import asdict
from pathlib import Path

import click

from workbench.case.teaching import Agreement
from workbench.cli.exits import Exit
from workbench.cli.opening import case_folder, case_option, opened
from workbench.cli.output import format_option, print_json_lines, print_table
from workbench.core.reading.rule_list import TABLES, listed_rules
from workbench.errors import CaseMissing

RELATION = "relation"
"""The table of the reasons by which a relation is suggested; a desk's decisions are about them."""


@click.command("rules")
@click.option("--of", "table", type=click.Choice([*(name for name, _ in TABLES), RELATION]))
@format_option("table", "jsonl")
@case_option
def command(table: str | None, form: str, folder: Path | None) -> int:
    """List the rules by which passages are read, each with an example of what it finds.

    They are the same in every case. Where there is a case, it says for each reason of a
    suggested relation how often this desk agreed.
    """
    rules = [rule for rule in listed_rules() if table in {None, rule.table}]
    taught = _taught(folder) if table in {None, RELATION} else []
    if form == "jsonl":
        print_json_lines(asdict(rule) for rule in rules)
        print_json_lines({"table": RELATION, "name": a.rule, **_counts(a)} for a in taught)
    else:
        rows = [(r.table, r.name, next(iter(r.yes), "")) for r in rules]
        rows += [(RELATION, a.rule, f"this desk agreed {a.agreed} of {a.decided}") for a in taught]
        print_table(("table", "rule", "finds, for example"), rows, grow="finds, for example")
    return Exit.DONE


def _counts(found: Agreement) -> dict[str, int]:
    return {"decided": found.decided, "agreed": found.agreed}


def _taught(folder: Path | None) -> list[Agreement]:
    """What the desk says of reasons; nothing where no case is named or found here."""
    if folder is None and not (case_folder() / "claims").is_dir():
        return []
    try:
        with opened(folder, sync=False) as case:
            return case.teaching.agreement()
    except CaseMissing:
        if folder is not None:
            raise
        return []
