import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.compare.opposites import another_nation, opposite_words, other_of_its_kind
from workbench.core.compare.reasons import pair
from workbench.core.decide.relation import CONFLICTS, CONTEXT, compare


def found(rule, claim, passage):
    return [r.text for r in rule(pair(bearing(claim), bearing(passage)))]


@pytest.mark.parametrize(
    ("rule", "claim", "passage"),
    [
        (opposite_words, "Exports rose in spring.", "Exports fell in spring."),
        (opposite_words, "The party won the vote.", "The party lost the vote."),
        (other_of_its_kind, "He wrote the song.", "He wrote the opera."),
        (another_nation, "It is a French newspaper.", "It is a Belgian newspaper."),
    ],
)
def test_opposites_are_found_and_quoted_as_written(rule, claim, passage):
    (text,) = found(rule, claim, passage)
    assert any(word.strip(".") in text for word in claim.split())


def test_a_text_that_has_both_opposites_is_no_opposite():
    assert found(opposite_words, "Exports rose.", "Exports rose before they fell.") == []


def test_the_same_figure_up_and_down_is_a_conflict():
    claim = bearing("Exports rose by 12 percent.")
    assert compare(claim, bearing("Exports fell by 12 percent.")).relation == CONFLICTS


def test_what_is_counted_side_by_side_is_another_matter():
    claim = bearing("Exports rose by 12 percent to 3 billion dollars.")
    passage = bearing("Imports rose by 9 percent to 4 billion dollars.")
    assert compare(claim, passage).relation == CONTEXT
