"""Negation has a cue and a scope that ends where its clause does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growth import assert_linear
from workbench.core.lexicon.listing import word_list
from workbench.core.reading.matcher import Rule, RuleTable
from workbench.core.reading.negation import CLASSES, RULES, is_negated, negations_in
from workbench.core.reading.tokens import tokens_of


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_fires_on_its_examples_alone(rule: Rule) -> None:
    table = RuleTable([rule], CLASSES)
    assert rule.yes
    assert rule.no
    assert all(any(table.search(tokens_of(text, 0))) for text in rule.yes)
    assert not any(any(table.search(tokens_of(text, 0))) for text in rule.no)


@pytest.mark.parametrize(
    ("text", "cue", "scope"),
    [
        ("She did not resign.", "not", "resign"),
        ("She didn’t resign.", "didn’t", "resign"),
        ("There were no casualties, but roads closed.", "no", "casualties"),
        ("He never left; she did.", "never", "left"),
        ("He refused to sign the paper.", "refused to", "sign the paper"),
        ("Gray denied the theft.", "denied", "the theft"),
        ("Nobody was hurt, the mayor said on Friday.", "Nobody", "was hurt"),
        ("The firm sold no barley, oats or rye.", "no", "barley, oats or rye"),
        ("She did not sign and he left.", "not", "sign"),
        ("He said he did not know Ada J. Moor there.", "not", "know Ada J. Moor there"),
        ("“We did not open the lock,” she said.", "not", "open the lock"),
        ("Reports of 40 dead were denied.", "denied", "Reports of 40 dead"),
        ("The claim that the dam broke is false.", "false", "The claim that the dam broke"),
        ("It is a hoax that the dam broke.", "hoax", "that the dam broke"),
        ("He called the whole report a hoax.", "hoax", "the whole report"),
        ("Neither Norland nor Estmark has signed.", "Neither", "Norland nor Estmark has signed"),
        ("The lab ruled out arson.", "ruled out", "arson"),
        ("The ferry no longer stops there.", "no longer", "stops there"),
    ],
)
def test_a_negation_has_a_cue_and_a_scope(text: str, cue: str, scope: str) -> None:
    (found,) = negations_in(text)
    assert text[found.start : found.end] == found.cue == cue
    assert text[found.scope_start : found.scope_end] == scope


@pytest.mark.parametrize(
    "text",
    [
        "She did resign.",
        "Not only did she leave.",
        "It was no doubt late.",
        "A note arrived.",
        "No fewer than 40 ships came.",
        "The court denied him bail.",
        "The council rejected the motion.",
        "Lock No. 5 is open.",
        "He could not but smile.",
        "It never fails to rain.",
    ],
)
def test_what_only_looks_like_negation(text: str) -> None:
    assert negations_in(text) == ()


@pytest.mark.parametrize(
    ("text", "word", "negated"),
    [
        ("He denied that the dam broke.", "broke", True),
        ("He did not deny that the dam broke.", "broke", False),
        ("It is not true that she did not pay.", "pay", False),
        ("Nobody, the mayor said, was hurt.", "said", False),
        ("The ship has not sunk, but the pier broke.", "broke", False),
        ("Neither Norland nor Estmark has signed.", "signed", True),
    ],
)
def test_one_negation_takes_back_another(text: str, word: str, negated: bool) -> None:
    assert is_negated(negations_in(text), text.index(word)) is negated


WORDS = word_list(
    "not no denied is never false that but , . “ ” the dam broke called hoax nor J n’t"
)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.integers(0, 99))
def test_offsets_lie_in_the_text_and_count_from_its_start(text: str, start: int) -> None:
    for n in negations_in(text, start):
        assert start <= n.start < n.end <= start + len(text)
        assert start <= n.scope_start <= n.scope_end <= start + len(text)
        assert n.scope_start >= n.end or n.scope_end <= n.start


@pytest.mark.parametrize("text", ["not " * 30_000, "it was denied, " * 9_000, "called a " * 20_000])
def test_hostile_texts_take_no_time(text: str) -> None:
    assert_linear(negations_in, text)
