"""Rules over named tokens fire where their pattern says, and nowhere else."""

import pytest

from workbench.core.reading.matcher import PatternError, Rule, RuleTable
from workbench.core.reading.tokens import tokens_of

CLASSES = {
    "DENIED": frozenset({"denied", "denies"}),
    "BE": frozenset({"is", "was", "were"}),
    "DEAD": frozenset({"killed", "dead"}),
}


def found(pattern: str, text: str) -> list[str]:
    """The words of every match of one pattern."""
    table = RuleTable([Rule("only", pattern, (), ())], CLASSES)
    tokens = tokens_of(text, 0)
    return [text[tokens[f.first].start : tokens[f.last].end] for f in table.search(tokens)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("a hoax", "It is a hoax.", ["a hoax"]),
        ("a hoax", "It is a HOAX.", ["a HOAX"]),
        ("(a|the) LY? hoax", "the truly hoax, the hoax", ["the truly hoax", "the hoax"]),
        ("CAP{1,3} DENIED", "Then Ada Moor denied it.", ["Then Ada Moor denied"]),
        ("BE !not DEAD", "was not dead; were all killed", ["were all killed"]),
        ("BE !(not|never) DEAD", "was never dead", []),
        ("(?<! not) DEAD", "not dead, dead", ["dead"]),
        ("DEAD (?! ,)", "dead, dead men", ["dead"]),
        ("NEGATIVE .? DEAD", "They weren't all killed.", ["weren't all killed"]),
        ("POSSESSIVE report", "the mayor’s report", ["mayor’s report"]),
        ("NUMBER DEAD$", "40 killed", ["40 killed"]),
        ("NUMBER DEAD$", "40 killed there", []),
        ("^DENIED", "He denied", []),
        ("no DEAD", "", []),
    ],
)
def test_a_pattern_reads_as_it_is_written(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


def test_captures_give_their_tokens() -> None:
    table = RuleTable([Rule("denied", "who:(CAP+) DENIED what:(.*)", (), ())], CLASSES)
    (match,) = table.search(tokens_of("Ada Moor denied all of it", 0))
    assert match.parts == {"who": (0, 1), "what": (3, 5)}


def test_a_rule_can_be_switched_off_by_name() -> None:
    table = RuleTable([Rule("one", "dead", (), ()), Rule("two", "DEAD", (), ())], CLASSES)
    names = [f.rule.name for f in table.search(tokens_of("dead", 0), frozenset({"one"}))]
    assert names == ["two"]


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("(a hoax", "never closes"),
        ("a) hoax", "never opened"),
        ("* hoax", "nothing to repeat"),
        ("a DENYED", "neither a class of words nor a shape"),
        ("!(a b) hoax", "single tokens"),
        ("a \\w", "cannot read"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_what_is_wrong(pattern: str, says: str) -> None:
    with pytest.raises(PatternError, match=says):
        RuleTable([Rule("broken", pattern, (), ())], CLASSES)


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(PatternError, match="one name"):
        RuleTable([Rule("a", "x", (), ()), Rule("a", "y", (), ())], CLASSES)


def test_what_a_rule_needs_never_hides_a_match() -> None:
    """A rule that is all options, choices and look-arounds is tried on every passage."""
    assert found("(dead|.) (?= killed)?", "so it goes")
    assert found("(a|the)? BE? DEAD", "DEAD") == ["DEAD"]
