"""Pairs of reports come together to events; one false pair joins no two of them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from workbench.core.events.joining import joined


def all_of(*ids: str) -> list[tuple[str, str]]:
    return list(combinations(ids, 2))


def test_reports_of_one_event_stand_under_the_first_of_them() -> None:
    assert joined([("b", "c"), ("a", "b")]) == dict.fromkeys("abc", "a")


def test_one_false_pair_does_not_join_two_events() -> None:
    stands = joined([*all_of("a", "b", "c", "d"), *all_of("p", "q", "r"), ("d", "p")])
    assert {stands[id] for id in "abcd"} == {"a"}
    assert {stands[id] for id in "pqr"} == {"p"}


def test_groups_come_together_once_enough_of_their_reports_have_met() -> None:
    met = [*all_of("a", "b", "c"), *all_of("p", "q", "r"), ("c", "p"), ("b", "q")]
    assert set(joined(met).values()) == {"a"}


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef"))))
def test_everybody_stands_under_one_who_stands_under_itself(pairs: list[tuple[str, str]]) -> None:
    stands = joined(pairs)
    assert stands.keys() == {id for pair in pairs for id in pair}
    assert all(stands[first] == first for first in stands.values())
