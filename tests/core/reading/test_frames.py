"""Frames fire on what they are for, and say which words they govern."""

import pytest

from workbench.core.reading.frames import CLASSES, FALSE, RULES, frames_of
from workbench.core.reading.matcher import Rule, RuleTable
from workbench.core.reading.tokens import tokens_of


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_fires_on_its_examples_alone(rule: Rule) -> None:
    table = RuleTable([rule], CLASSES)
    assert rule.yes
    assert rule.no
    assert [t for t in rule.yes if not any(table.search(tokens_of(t, 0)))] == []
    assert [t for t in rule.no if any(table.search(tokens_of(t, 0)))] == []


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Reports that the quay at Orlem sank are false.", "that the quay at Orlem sank"),
        ("It is a hoax that the quay sank.", "the quay sank"),
        ("There is no credible evidence that the quay sank.", "the quay sank"),
        ("The port debunked rumours that the quay sank.", "the quay sank"),
    ],
)
def test_a_frame_governs_what_is_said_to_be_false(text: str, scope: str) -> None:
    found = [f for f in frames_of(tokens_of(text, 0)) if f.kind == FALSE]
    assert scope in {text[f.scope_start : f.scope_end] for f in found}
