from datetime import date

import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.compare.reasons import pair
from workbench.core.compare.replaced import replaced_number, replaced_word
from workbench.core.decide.relation import CONFLICTS, compare


def rules(rule, claim, passage):
    return [r.rule for r in rule(pair(bearing(claim), bearing(passage)))]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The truce began on 3 March in the valley.", "The truce began on 3 July in the valley."),
        ("It was the third strike at the port this year.",
         "It was the fifth strike at the port this year."),
        ("The mayor opened the new bridge in spring.",
         "The mayor closed the new bridge in spring."),
        (
            "The talks in Brest began on Monday, the envoy said.",
            "The envoy said the talks in Brest began on Friday.",
        ),
    ],
)  # fmt: skip
def test_a_word_of_which_there_is_but_one_was_replaced(claim, passage):
    assert rules(replaced_word, claim, passage) == ["word replaced"]
    assert compare(bearing(claim), bearing(passage)).relation == CONFLICTS


def test_another_name_of_one_day_is_no_replacement():
    claim = bearing("The talks in Brest began on Monday.", published=date(2024, 5, 6))
    passage = bearing("The talks in Brest began on 6 May.", published=date(2024, 5, 9))
    assert replaced_word(pair(claim, passage)) == []


def test_a_number_may_be_replaced_where_the_source_has_moved():
    claim = "The mill lost 40 of its workers last year, the union said."
    assert rules(
        replaced_number, claim, "The union said the mill lost 70 of its workers last year."
    )
    assert not rules(
        replaced_number, claim, "The union said the mill lost forty of its workers last year."
    )


def test_the_same_words_of_somebody_else_replace_nothing():
    claim = "Anna Vogel, 31, is one of three suspects in the fire."
    passage = "Peter Wirth, 25, is one of three suspects in the fire."
    assert rules(replaced_number, claim, passage) == []


def test_a_year_left_out_replaces_nothing():
    claim = "The house in Osk burned on Sunday, August 9, in the night."
    passage = "The house in Osk burned on Sunday, August 9, 2015, in the night."
    assert rules(replaced_number, claim, passage) == []


def test_numbers_beside_a_text_are_no_part_of_it():
    claim = "Image 12 of 33 Firefighters look at the house in Osk that burned on Sunday."
    assert rules(replaced_number, claim, claim.replace("12 of 33", "31 of 40")) == []
