"""The page on the store's format names every field that a record can have."""

import re
from pathlib import Path

import pytest

from workbench.core.verdicts.shapes import FIELDS, NEEDED

PAGE = (Path(__file__).parents[3] / "docs" / "store-format.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGE, re.MULTILINE))


@pytest.mark.parametrize("kind", FIELDS)
def test_each_field_of_a_record_is_named(kind: str) -> None:
    named = set(re.findall(r"`(\w+)`", ROWS[kind]))
    assert FIELDS[kind].keys() - {"claim"} <= named


@pytest.mark.parametrize("kind", FIELDS)
def test_what_a_record_needs_is_not_in_brackets(kind: str) -> None:
    spared = set(re.findall(r"`(\w+)`", " ".join(re.findall(r"\[(.+)\]", ROWS[kind]))))
    assert not spared & NEEDED.get(kind, frozenset())
    assert FIELDS[kind].keys() - {"claim"} - spared == NEEDED.get(kind, frozenset()) - {"claim"}
