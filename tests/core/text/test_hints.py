"""Hints: a pattern is tried only where one of its hints stands."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.text.hints import HintedRules

RULES = HintedRules((("rain", "rain,drizzle", r"\brain\w*|drizzle"), ("snow", "snow", r"\bsnow\b")))


def names(text: str) -> list[str]:
    return [name for name, _ in RULES.search(text, text.lower())]


def test_rules_come_in_table_order() -> None:
    assert names("Snow and RAIN fell.") == ["rain", "snow"]


def test_a_hint_alone_is_no_match() -> None:
    assert names("The snowman smiled.") == []


@given(
    st.lists(
        st.sampled_from(["rain", "snow", "drizzle", "snowman", "brain", "sun"]), max_size=12
    ).map(" ".join)
)
def test_hints_lose_no_match(text: str) -> None:
    assert names(text) == [name for name, pattern in RULES.rules if pattern.search(text)]
