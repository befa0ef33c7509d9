from datetime import date

import pytest

from workbench.core.compare.age_reasons import age_reasons
from workbench.core.compare.bearings import bearing
from workbench.core.compare.reasons import AGAINST, FOR, pair


def found(claim, passage, first=None, second=None):
    sides = bearing(claim, published=first), bearing(passage, published=second)
    return [(reason.side, reason.text) for reason in age_reasons(pair(*sides))]


@pytest.mark.parametrize(
    "passage",
    [
        "Mara Voss, 44, was pulled from the river.",
        "Divers found 44-year-old Mara Voss on Sunday.",
        "Mara Voss was 44 years old.",
        "Mara Voss died in hospital at the age of 44",
        "The rower, Mara Voss (44), had trained alone.",
    ],
)
def test_an_age_is_read_however_it_is_given(passage):
    assert found("Mara Voss, 34, drowned.", passage) == [(AGAINST, "Mara Voss: 34 ≠ 44 years old")]
    assert found("Mara Voss, 44, drowned.", passage)[0][0] == FOR


@pytest.mark.parametrize(
    "passage",
    [
        "Ida Voss, 12, was with her.",  # a relative
        "Voss, 12, was with her.",  # who may be one
        "Mara Voss, 35, had trained alone.",  # a birthday
        "Mara Voss arrived on May 3, 2021, and left.",
        "Mara Voss, 12, and Mara Voss, 60, share a name.",
    ],
)
def test_what_may_be_another_person_or_no_age_is_no_difference(passage):
    assert found("Mara Voss, 34, drowned.", passage) == []


def test_people_grow_older_between_two_reports():
    claim, passage = "Mara Voss, 34, was charged.", "Mara Voss, 37, was sentenced."
    days = date(2018, 3, 1), date(2020, 6, 1)
    assert found(claim, passage, *days) == []
    assert found(claim, passage, days[0], days[0])[0][0] == AGAINST
