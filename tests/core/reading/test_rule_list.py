"""Every rule can be listed, and every rule shows what it finds."""

import json
import subprocess
import sys

from workbench.core.reading.rule_list import TABLES, listed_rules


def test_every_rule_has_examples_of_yes_and_no_or_says_by_its_table_why_not() -> None:
    without = [(r.table, r.name) for r in listed_rules() if not r.yes]
    assert without == []


def test_names_are_unique_in_their_table() -> None:
    for table, rules in TABLES:
        names = [rule.name for rule in rules]
        assert len(set(names)) == len(names), table


def test_the_command_lists_them_without_a_case() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "rules", "--of", "places", "--format", "jsonl"],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert {line["table"] for line in lines} == {"places"}
    assert all(line["yes"] for line in lines)
