from datetime import date

from workbench.core.compare.bearings import bearing
from workbench.core.compare.date_reasons import date_reasons
from workbench.core.compare.reasons import pair


def texts(claim, passage, first=None, second=None):
    both = pair(bearing(claim, published=first), bearing(passage, published=second))
    return [(r.side, r.text) for r in date_reasons(both)]


def test_a_day_within_the_month_named_is_the_same_date():
    found = texts("The bridge opened in May 2019.", "The bridge opened on 4 May 2019.")
    assert [side for side, _ in found] == ["for"]


def test_how_far_dates_differ_is_said_in_words():
    ((side, text),) = texts("The bridge opened in 2019.", "The bridge opened in 2020.")
    assert side == "against"
    assert text.startswith("dates differ by a year")


def test_relative_dates_count_from_the_day_of_publication():
    found = texts("The bridge fell yesterday.", "The bridge fell on 4 May 2019.", date(2019, 5, 5))
    assert [side for side, _ in found] == ["for"]


def test_an_unknown_day_is_no_reason():
    assert texts("The bridge fell yesterday.", "The bridge fell on 4 May 2019.") == []


def test_dates_of_what_is_named_right_before_them_tell_most():
    def weight(claim, passage):
        both = pair(bearing(claim), bearing(passage))
        return [r.weight for r in date_reasons(both) if r.side == "against"]

    one = "The trial ended in November 2024."
    (same,) = weight(one, "The trial of the drug ended in August 2024, the registry says.")
    (other,) = weight(one, "The trial of the drug was paid for in August 2024 by the ministry.")
    assert same > other


def test_a_bare_weekday_may_be_that_weekday_of_any_week():
    def sides(passage):
        return {s for s, _ in texts("The dam burst on Friday.", passage, date(2024, 3, 12))}

    assert "against" not in sides("The dam burst on Friday, March 1, 2024.")
    assert "against" in sides("The dam burst on Sunday, March 3, 2024.")
