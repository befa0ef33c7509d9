"""What is marked when two passages stand side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.differences import LONGEST, differences


def marked(one, other):
    return [(one[a:b], kind) for a, b, kind in differences(one, other)[0]]


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("12 people died", "21 people died", [("12", "figure")]),
        ("1,200 people died", "1200 people died", []),
        ("The mayor did not resign", "The mayor did resign", [("not", "negation")]),
        ("She didn’t resign", "She resigned", [("didn’t", "negation"), ("resign", "word")]),
        ("It fell on Monday", "It fell on Friday", [("Monday", "date")]),
        ("It began in 2014", "It began in 2015", [("2014", "date")]),
        ("The dam of the town", "A dam for a town", []),
        ("THE DAM BROKE", "the dam broke", []),
    ],
)
def test_kinds_of_differences(one, other, wanted):
    assert marked(one, other) == wanted


@given(st.text(max_size=200), st.text(max_size=200))
def test_marks_are_words_of_the_passage_in_order(one, other):
    for text, marks in zip((one, other), differences(one, other), strict=True):
        ends = [0]
        for start, end, _ in marks:
            assert ends[-1] <= start < end <= len(text)
            ends.append(end)


def test_a_text_has_no_differences_to_itself_and_long_ones_are_cut():
    text = "not 12 " * 100_000
    assert differences(text, text) == ([], [])
    assert all(end <= LONGEST for _, end, _ in differences(text, "")[0])
