"""Conflicts come out the same in whatever order the journals of copies are read."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.verdicts.records import Document, digest
from workbench.edges.store.state import State

KEY = ("vote", "c1")


def version(revision: int, by: str, rating: str) -> Document:
    at = f"2026-03-02T12:00:{revision:02d}Z"
    head = {"type": "vote", "id": "c1", "claim": "c1"}
    return {**head, "revision": revision, "by": by, "at": at, "rating": rating}


def entry(
    clock: int, before: Document | None, after: Document, *resolves: Document
) -> dict[str, Any]:
    return {
        "clock": clock,
        "type": "vote",
        "id": "c1",
        "before": before,
        "after": after,
        "previous": [],
        "resolves": [digest(doc) for doc in resolves],
    }


def applied(entries: list[dict[str, Any]]) -> State:
    state = State()
    for number, one in enumerate(entries):
        state.apply(one, f"hash {number}")
    return state


FIRST = version(1, "Ada", "true")
ADA = [version(2, "Ada", "half true"), version(3, "Ada", "false")]
BEN = [version(2, "Ben", "mostly true"), version(3, "Ben", "outdated")]
BRANCHES = [
    [entry(2, FIRST, ADA[0]), entry(3, ADA[0], ADA[1])],
    [entry(2, FIRST, BEN[0]), entry(3, BEN[0], BEN[1])],
]


def orders(left: list, right: list) -> list[list]:
    """Every order that keeps each side's own."""
    if not (left and right):
        return [left + right]
    return [[left[0], *rest] for rest in orders(left[1:], right)] + [
        [right[0], *rest] for rest in orders(left, right[1:])
    ]


def test_every_order_of_two_branches_gives_the_same_conflict() -> None:
    states = [applied([entry(1, None, FIRST), *rest]) for rest in orders(*BRANCHES)]
    assert len(states) == 6
    for state in states:
        assert {doc["rating"] for doc in state.conflict(KEY)} == {"false", "outdated"}
        assert state.contested == states[0].contested
        assert state.tables == states[0].tables


def test_a_decision_settles_the_versions_it_names_and_no_later_one() -> None:
    late = version(2, "Cem", "misattributed")
    decided = version(5, "Ada", "false")
    entries = [entry(1, None, FIRST), *BRANCHES[0], *BRANCHES[1]]
    state = applied([*entries, entry(4, BEN[1], decided, ADA[1], BEN[1])])
    assert state.conflict(KEY) == []
    assert state.current(KEY) == decided
    state.apply(entry(2, FIRST, late), "late")
    assert {doc["by"] for doc in state.conflict(KEY)} == {"Ada", "Cem"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_copies_that_made_the_same_record(order: tuple[int, ...]) -> None:
    made = [entry(1, None, version(1, who, who)) for who in ("Ada", "Ben", "Cem")]
    state = applied([made[i] for i in order])
    assert [doc["by"] for doc in state.conflict(KEY)] == ["Ada", "Ben", "Cem"]
    assert state.current(KEY)["by"] == "Cem"


def test_a_deletion_apart_from_a_change_is_a_conflict() -> None:
    gone = {**version(2, "Ben", "true"), "deleted": True}
    state = applied([entry(1, None, FIRST), BRANCHES[0][0], entry(2, FIRST, gone)])
    assert len(state.conflict(KEY)) == 2


@given(st.lists(st.sampled_from(["true", "false"]), min_size=1, max_size=5))
def test_the_claims_index_follows_the_records(ratings: list[str]) -> None:
    docs = [version(n, "Ada", rating) for n, rating in enumerate(ratings, 1)]
    docs = [doc | {"claim": f"c{n % 2}"} for n, doc in enumerate(docs)]
    state = applied(
        [
            entry(n, before, doc)
            for n, (before, doc) in enumerate(zip([None, *docs], docs, strict=False))
        ]
    )
    found = {claim for claim, keys in state.claims.items() if KEY in keys}
    assert found == {docs[-1]["claim"]}
