from datetime import date

import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.decide.relation import CONFLICTS, CONTEXT, CORROBORATES, compare


def relation(claim, passage, first=None, second=None):
    return compare(bearing(claim, published=first), bearing(passage, published=second)).relation


def said(claim, passage, **dates):
    found = compare(bearing(claim), bearing(passage))
    return " · ".join(reason.text for reason in found.reasons)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Unemployment rose to 3.1% in the spring.", "Unemployment rose to 31% in the spring."),
        ("The mayor did resign last week.", "The mayor did not resign last week."),
        ("12 people died in the landslide.", "21 people died in the landslide."),
        ("The dam holds 4 million litres.", "The dam holds 40 million litres."),
        ("The truce began on 3 May 2021.", "The truce began on 3 May 2022."),
        ("The bank denied that it had frozen the accounts.", "The bank had frozen the accounts."),
        ("Nobody was hurt in the fire.", "Three people were hurt in the fire."),
        ("The court found the editor guilty.", "The court found the editor innocent."),
        (
            "At least six miners were injured on Monday.",
            "At least nine miners were injured on Monday.",
        ),
        ("The navy withdrew its ships from Orlem.", "The navy has not withdrawn ships from Orlem."),
        ("The shelling destroyed the school.", "The school was not damaged in the shelling."),
        ("No one was hurt when the ferry sank.", "Two passengers died when the ferry sank."),
        ("The tremor had a magnitude of 7.1.", "The quake measured 6.4, geologists said."),
        ("The hearing will be held in Orlem.", "The hearing will be held in Tessaro."),
        ("The court jailed him for four years.", "The court sentenced him to six years in prison."),
        ("Mara Voss, 34, drowned in the river.", "Mara Voss, 43, drowned in the river."),
        ("At least 12 people were killed in the raid.", "Fifty children were killed in the raid."),
    ],
)
def test_what_excludes_the_other_conflicts_both_ways(claim, passage):
    assert relation(claim, passage) == CONFLICTS
    assert relation(passage, claim) == CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("More than 700 sailors were killed.",
         "An estimated 720 sailors were killed in the battle."),
        ("Twelve people died in the landslide.", "12 people died in the landslide."),
        ("The port was closed on Monday.", "The port was closed on Monday."),
        ("The minister denied the talks had failed.",
         "The minister rejected reports that the talks had failed."),
    ],
)  # fmt: skip
def test_what_says_the_same_corroborates(claim, passage):
    assert relation(claim, passage) == CORROBORATES


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The river flooded two villages.", "The bank raised its rates."),
        ("The river flooded two villages.", "Villages along the river hold a fair in June."),
        ("", "Anything at all."),
        ("the of and", "and of the"),
        ("12 people died in the landslide.", "A landslide blocked the road to the coast."),
    ],
)
def test_doubt_is_context(claim, passage):
    assert relation(claim, passage) == CONTEXT


def test_a_bound_holds_what_lies_within_it():
    assert (
        relation("At least 12 people died in the blast.", "14 people died in the blast.")
        != CONFLICTS
    )
    assert (
        relation("14 people died in the blast.", "At least 12 people died in the blast.")
        != CONFLICTS
    )


def test_a_higher_toll_a_day_later_is_a_revision():
    first, second = date(2024, 5, 1), date(2024, 5, 2)
    claim, passage = "12 people died in the blast.", "14 people died in the blast."
    assert relation(claim, passage, first, second) == CONTEXT
    assert relation(claim, passage, second, first) == CONFLICTS


def test_a_higher_toll_years_later_is_no_revision():
    claim, passage = "12 people died in the blast.", "14 people died in the blast."
    assert relation(claim, passage, date(2020, 5, 1), date(2024, 5, 2)) == CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage", "reason"),
    [
        ("12 people died in the blast.", "21 people died in the blast.", "12 ≠ 21"),
        ("More than 700 sailors were killed.", "About 700 sailors were killed.", "≈"),
        ("The truce began on 3 May 2021.", "It was on 3 May 2022 that the truce began.",
         "differ by a year"),
        ("The port is closed.", "The port is closed.", "same words"),
        ("The mayor resigned.", "The mayor did not resign.", "“resigned”"),
    ],
)  # fmt: skip
def test_reasons_say_what_was_found(claim, passage, reason):
    assert reason in said(claim, passage)


def test_a_denial_names_who_denies_whom():
    claim = bearing("The rebels shelled the bridge.", claimant="the army")
    passage = bearing("The rebels denied having shelled the bridge.", claimant="the rebels")
    found = compare(claim, passage)
    assert found.relation == CONFLICTS
    assert "the rebels deny what the army asserts" in [r.text for r in found.reasons]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        # names in common, and a denial of something else
        (
            "The two unions backed the idea of a shared pension fund, which Harwick asked for.",
            "But Harwick denies this and says that the port authority is threatened by debt.",
        ),
        # one side speaks of a distortion, the other is only quoted
        (
            "“You can bet that Harwick will look for more help from Ostrava,” the analyst said.",
            "“The agency’s misattribution reflects Harwick’s wish to please its partners,” the "
            "institute wrote.",
        ),
        # opposites said of different things
        (
            "Harwick and Ostrava opposed a further enlargement of the customs union.",
            "Harwick won Ostrava’s support for a film festival on the coast.",
        ),
        # a state that the words of a denial only pass by
        (
            "The ministry rejected the prospect of Kenya hosting the summit.",
            "Kenya exported more tea and coffee than ever before, traders said.",
        ),
    ],
)
def test_names_in_common_and_a_negation_somewhere_are_no_conflict(claim, passage):
    assert relation(claim, passage) != CONFLICTS
    assert relation(passage, claim) != CONFLICTS


def test_a_denial_that_points_back_denies_only_what_stands_before_it():
    denial = "But Harwick denies this and says it is short of money."
    asserted = bearing(
        "Harwick has sold hundreds of old trams to its neighbour.", article="a", start=0
    )
    after = bearing(denial, article="a", start=asserted.end + 1)
    before = bearing(denial, article="a", start=0)
    later = bearing(
        "Harwick bought a new ferry for its islands.", article="a", start=before.end + 1
    )
    assert compare(asserted, after).relation == CONFLICTS
    assert compare(later, before).relation == CONTEXT


def test_an_opposite_that_is_negated_is_none():
    text = said("Ostrava has never condemned the strike.", "Ostrava supports the strike.")
    assert "against" not in text


def test_nobody_denies_what_they_assert():
    claim = bearing(
        "The harbour board rejected plans to widen the pier.", claimant="the harbour board"
    )
    passage = bearing("The harbour board has plans for a pier.", claimant="the harbour board")
    reasons = [r.text for r in compare(claim, passage).reasons]
    assert not any("denies what" in text for text in reasons)


def test_a_reason_says_which_side_negates_what():
    text = said(
        "The mill was never flooded in spring.", "Workers said the mill was flooded at Easter."
    )
    assert "“flooded” is negated in the claim, not in the passage" in text


def test_a_sentence_that_takes_back_the_one_before_conflicts():
    claim = bearing("Officials said they had proof of the plan.", article="a", start=0)
    following = bearing("But they did not show any papers.", article="a", start=claim.end + 1)
    elsewhere = bearing("But they did not show any papers.", article="b", start=claim.end + 1)
    assert compare(claim, following).relation == CONFLICTS
    assert compare(claim, elsewhere).relation == CONTEXT


def test_confidence_and_score_stay_in_their_ranges():
    for claim, passage in [("a b", "c"), ("12 died.", "21 died."), ("x" * 5000, "y" * 5000)]:
        found = compare(bearing(claim), bearing(passage))
        assert 0 <= found.confidence <= 1
        assert 0 <= found.score <= 100


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Orla Finn is a dog.", "Orla Finn is an Irish singer and actress."),
        ("Orla Finn only works in theatre.", "Orla Finn works in theatre and television."),
        ("The dam is something other than a ruin.", "The dam is a ruin."),
        ("Nils Berg has yet to win the regatta.", "Nils Berg did win the regatta."),
        ("There were no casualties in the blast.", "The blast left three workers injured."),
    ],
)
def test_kinds_exclusion_and_two_word_negations_conflict(claim, passage):
    assert relation(claim, passage) == CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Orla Finn is a singer.", "Orla Finn is an Irish musician and songwriter."),
        ("In 1986, Orla Finn died.", "In 1986, Orla Finn married a dentist."),
        (
            "Four people were shot and a fifth was cut by glass, so five people were wounded.",
            "The drive-by left five people wounded.",
        ),
        ("At least 30 people were killed in the raid.", "Twelve children were killed in the raid."),
        ("Forty civilians were killed in the raid.", "Twelve soldiers were killed in the raid."),
        ("No one else was hurt in the fire.", "Two firemen died in the fire."),
        ("The agency said 900 civilians were killed.", "The agency said 30 children were wounded."),
        ("A man was stabbed in Orlem.", "A man was stabbed in Tessaro."),
        ("The army denied a raid in Orlem.", "The police said a raid in Tessaro went wrong."),
    ],
)
def test_what_may_both_hold_is_no_conflict(claim, passage):
    assert relation(claim, passage) != CONFLICTS
