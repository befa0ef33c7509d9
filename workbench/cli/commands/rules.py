"""`workbench rules`: by which rules passages are read, with examples."""

from dataclasses import asdict

import click

from workbench.cli.exits import Exit
from workbench.cli.output import format_option, print_json_lines, print_table
from workbench.core.reading.rule_list import TABLES, listed_rules


@click.command("rules")
@click.option("--of", "table", type=click.Choice([name for name, _ in TABLES]))
@format_option("table", "jsonl")
def command(table: str | None, form: str) -> int:
    """List the rules by which passages are read, each with an example of what it finds.

    They are the same in every case; no case is needed.
    """
    rules = [rule for rule in listed_rules() if table in {None, rule.table}]
    if form == "jsonl":
        print_json_lines(asdict(rule) for rule in rules)
    else:
        rows = ((r.table, r.name, next(iter(r.yes), "")) for r in rules)
        print_table(("table", "rule", "finds, for example"), rows, grow="finds, for example")
    return Exit.DONE
