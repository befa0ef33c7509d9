"""Places are found with their exact ends; diffs put together give both texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.evidence.alignment import exact_places, similar_places, word_diff

TEXT = "rain fell all night. the old bridge, built in 1890, fell into the river. no one was hurt."


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("the bridge, built in 1890, fell into the river.",
         "the old bridge, built in 1890, fell into the river."),
        ("the old bridge, built in 1980, fell into a river.",
         "the old bridge, built in 1890, fell into the river."),
        ("the very old, rusty bridge, built in 1890, fell into the river.",
         "the old bridge, built in 1890, fell into the river."),
    ],
)  # fmt: skip
def test_an_edited_sentence_is_found_whole(needle: str, found: str) -> None:
    place = similar_places(needle, TEXT, 1, 60)[0]
    assert TEXT[place.start : place.end] == found


def test_what_is_not_there_is_not_found() -> None:
    assert similar_places("parliament passed the budget with a large majority", TEXT, 3, 60) == []


@pytest.mark.parametrize(
    ("needle", "count"), [("fell", 2), ("fel", 0), ("189", 0), ("1890", 1), ("890", 0), ("he", 0)]
)
def test_words_and_numbers_are_not_cut(needle: str, count: int) -> None:
    assert len(exact_places(needle, TEXT)) == count
    assert exact_places("1 people", "3.1 people") == []


@given(st.text(alphabet="ab .,1 \n"), st.text(alphabet="ab .,1 \n"))
def test_a_diff_gives_both_texts_back(old: str, new: str) -> None:
    ops = word_diff(old, new)
    assert "".join(op.old for op in ops) == old
    assert "".join(op.new for op in ops) == new
    assert all(
        op.kind != "equal" or "".join(op.old.split()) == "".join(op.new.split()) for op in ops
    )
