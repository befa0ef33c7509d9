"""Check-worthiness: reasons that a reader can follow, weights that a user can change."""

import pytest

from workbench.core.decide.checkworthiness import CRITERIA, DEFAULT_WEIGHTS, Evidence, assess
from workbench.core.reading.speech.assertions import unassertive

TOLL = Evidence("The flood killed 40 people in Aville.", ("casualty",))
OPINION = Evidence("We think the plan could be better than it seems to be.", ("statement",))


def test_a_toll_ranks_above_an_opinion_and_says_why() -> None:
    toll, reasons = assess(TOLL)
    opinion, _ = assess(OPINION)
    assert toll > opinion
    assert reasons[0] == "gives a human toll"


def test_every_criterion_can_be_turned_off_and_changed() -> None:
    off = dict.fromkeys(DEFAULT_WEIGHTS, 0.0)
    assert assess(TOLL, off) == (0.0, ())
    assert assess(TOLL, {**off, "human toll": 7})[0] == 7


def test_the_score_stays_between_0_and_100() -> None:
    everything = Evidence(
        "The minister said in Aville that Beville denied it.",
        ("casualty", "accusation", "denial", "quantity", "date"),
        claimant="the minister", dated=True, sources=3, language="en", conflicts=2, elsewhere=2,
    )  # fmt: skip
    assert assess(everything)[0] == 100
    assert assess(Evidence("x", (), language="de"))[0] == 0


def test_a_text_in_another_language_says_so() -> None:
    assert "not in English: low confidence" in assess(Evidence("Ja.", (), language="de"))[1]


def test_names_of_criteria_are_unique() -> None:
    assert len({c.name for c in CRITERIA}) == len(CRITERIA)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Who pays for the new bridge in the end?", "question"),
        ("The bridge will open next spring, two years late.", "prediction"),
        ("The council should pay for all of it at once.", "advice or wish"),
        ("It seems to be the best bridge of all.", "opinion"),
        ("Not so fast.", "too short"),
        ("The bridge opened in May after nine years of work.", ""),
    ],
)
def test_what_is_no_plain_assertion_is_named(sentence: str, rule: str) -> None:
    assert unassertive(sentence) == rule
