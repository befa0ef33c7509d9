from hypothesis import given
from hypothesis import strategies as st

from workbench.core.evidence.drift import GONE, KEPT, NEW, Run, word_diff


def test_what_changed_between_two_wordings():
    found = word_diff("We will never leave the valley.", "“We will not leave the valley,”")
    assert found == (
        Run(KEPT, "“We will"),
        Run(GONE, "never"),
        Run(NEW, "not"),
        Run(KEPT, "leave the valley,”"),
    )


def test_the_same_words_have_no_change():
    assert {run.change for run in word_diff("One two.", "one TWO")} == {KEPT}


@given(st.text(max_size=80), st.text(max_size=80))
def test_kept_and_new_words_are_the_second_text(one, other):
    runs = word_diff(one, other)
    second = " ".join(run.text for run in runs if run.change != GONE)
    assert second.split() == other.split()
