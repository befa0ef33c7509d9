"""How each side speaks: numbers that a model weighs."""

import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.compare.reasons import pair
from workbench.core.compare.tones import A_HEADLINE, tones

CLAIM = "The old mill at Orlem burnt down."


def found(passage: str) -> set[str]:
    return set(tones(pair(bearing(CLAIM), bearing(passage))))


@pytest.mark.parametrize(
    ("passage", "tone"),
    [
        ("Has the old mill at Orlem burnt down?", "asks in the passage"),
        ("Old mill at Orlem reportedly burnt down", "a word of hearsay in the passage"),
        ("Source: old mill at Orlem burnt down", "a word of telling in the passage"),
        ("Owner debunks tale of the burnt mill", "a word of refuting in the passage"),
        ("The old mill has not burnt down.", "an odd number of negations on one side"),
        ("Old mill at Orlem burnt down", A_HEADLINE),
    ],
)
def test_a_word_tells_how_a_passage_speaks(passage: str, tone: str) -> None:
    assert tone in found(passage)


def test_a_plain_sentence_has_none_of_them() -> None:
    told = found("On Monday the old mill at Orlem burnt down.")
    assert told <= {"covered, and told plainly"}
