"""Every rule is found in its examples, with its days, and is silent where it has to be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.lexicon.en.time_words import (
    CARDINALS,
    MONTHS,
    ORDINALS,
    SEASONS,
    UNIT_OF,
    WEEKDAYS,
)
from workbench.core.reading.dates.date_forms import EXAMPLE_DAY, DateRule, pattern_of
from workbench.core.reading.dates.date_rules import RULES, rules_for
from workbench.core.reading.dates.mentions import dates_in
from workbench.core.reading.model import DateMention
from workbench.core.text.pattern_needs import needs_of

by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def shown(mention: DateMention) -> str:
    """A mention as the examples have it."""
    if mention.from_ is None or mention.to is None:
        return f"{mention.text}: ?"
    ends = dict.fromkeys((mention.from_.isoformat(), mention.to.isoformat()))
    return f"{mention.text}: {'..'.join(ends)}"


@by_name
def test_a_rule_is_found_in_its_examples(rule: DateRule) -> None:
    assert rule.yes
    for example in rule.yes:
        text, expected = example.split(" → ")
        mentions = dates_in(text, EXAMPLE_DAY)
        assert "; ".join(map(shown, mentions)) == expected
        assert rule.name in {m.rule for m in mentions}


@by_name
def test_a_rule_is_silent_where_its_examples_say_so(rule: DateRule) -> None:
    assert rule.no
    for text in rule.no:
        assert rule.name not in {m.rule for m in dates_in(text, EXAMPLE_DAY)}, text


def test_each_rule_has_a_name_of_its_own_and_a_word_that_it_needs() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert [rule.name for rule in RULES if not needs_of(pattern_of(rule.form))] == []


EXAMPLES = [e.split(" → ")[0] for rule in RULES for e in (*rule.yes, *rule.no)]
PIECES = sorted({word for e in EXAMPLES for word in e.split()})
WORDS = sorted({*MONTHS, *WEEKDAYS, *UNIT_OF, *SEASONS, *CARDINALS, *ORDINALS})
WORDS += ["last", "next", "the", "ago", "in", "of", "BC", "Q3", "-", "/", ",", "1990s", "4", "2014"]


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*PIECES, *WORDS]), max_size=14).map(" ".join))
def test_no_rule_matches_a_text_without_the_words_it_needs(text: str) -> None:
    lower = text.lower()
    tried = list(rules_for(lower))
    assert [r.name for r in RULES if r not in tried and r.pattern.search(lower)] == []


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        (r"\b(?:mon|tues)day\b", [{"monday", "tuesday"}]),
        (r"in (?:the )?may\b", [{"in"}, {"may"}]),
        (r"years?(?: and a half)? ago\b", [{"year", "years"}, {"ago"}]),
        (r"\d{4}s\b", [{"0000"}]),
        (r"bank\w*", []),
        (r"(?:last|\w+) week\b", [{"week"}]),
        (r"a(?: b)?\s?may\b", []),
        (r"may", []),
        (r"(?:may|\w+ june)bug\b", []),
        (r"a.?b", []),
    ],
)
def test_needs_are_whole_words_of_the_pattern(pattern: str, needed: list[set[str]]) -> None:
    assert list(map(set, needs_of(pattern))) == needed
