"""Check-worthiness: reasons that a reader can follow, weights that a user can change."""

import pytest

from workbench.core.decide.checkworthiness import (
    CRITERIA,
    DEFAULT_WEIGHTS,
    Evidence,
    assess,
    reassess,
)
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


@pytest.mark.parametrize(
    ("worth", "less"),
    [
        ("Exports of tin fell 14 percent in 2019.", "Tin is a fine thing to export."),
        ("The council voted to cut 300 jobs.", "The council will have to think about jobs."),
        ("She paid $2 million in taxes.", "Thank you, and good evening to all of you."),
        ("Crime has doubled since 2010.", "So what do you say to that, senator?"),
        ("They lost 40,000 homes to the flood.", "And I…"),
        ("The rate of unemployment is the highest ever.", "We should all be very proud."),
    ],
)
def test_facts_rank_above_talk(worth: str, less: str) -> None:
    assert assess(Evidence(worth, ("event",)))[0] > assess(Evidence(less, ("event",)))[0]


def test_what_is_contested_comes_first() -> None:
    rumour = Evidence("A bear was seen in Aville.", ("event",))
    contested, _ = reassess(assess(rumour)[1], {"conflict"})
    assert contested > assess(TOLL)[0]


def test_a_toll_counts_more_from_a_party_to_it() -> None:
    toll = Evidence("The shells killed 40 people.", ("casualty",), claimant="a rebel commander")
    assert "gives a toll by a party to it" in assess(toll)[1]
    assert "gives a toll by a party to it" not in assess(TOLL)[1]


@pytest.mark.parametrize("evidence", [TOLL, OPINION, Evidence("Taxes fell 9%?", ())])
def test_what_is_scored_again_is_scored_alike(evidence: Evidence) -> None:
    score, reasons = assess(evidence)
    assert reassess(reasons, ()) == (pytest.approx(score, abs=0.11), reasons)
    contested, why = reassess(reasons, {"conflict", "elsewhere"})
    assert reassess(why, ()) == reassess(reasons, ())
    assert contested > score


def test_the_wording_says_which_words_count() -> None:
    _, reasons = assess(Evidence("The deficit has doubled to $40 million.", ("quantity",)))
    (told,) = (reason for reason in reasons if reason.startswith("wording"))
    assert "million" in told
    without, _ = assess(Evidence("The deficit has doubled to $40 million.", ()), {"wording": 0})
    assert without > 0


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
