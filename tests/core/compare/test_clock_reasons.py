import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.compare.clock_reasons import clock_reasons
from workbench.core.compare.reasons import AGAINST, FOR, pair


def sides(claim, passage):
    return [reason.side for reason in clock_reasons(pair(bearing(claim), bearing(passage)))]


@pytest.mark.parametrize(
    ("passage", "side"),
    [
        ("The tower collapsed at 3.15 a.m.", FOR),
        ("The tower collapsed at 03:40.", FOR),
        ("The tower collapsed at 3 pm.", AGAINST),
        ("The tower collapsed around midnight.", AGAINST),
        ("The tower collapsed at 11:30 p.m.", AGAINST),
    ],
)
def test_times_are_compared_round_the_clock(passage, side):
    assert sides("The tower collapsed at 3 a.m.", passage) == [side]


@pytest.mark.parametrize(
    "passage",
    [
        "The tower collapsed at 10:00 GMT.",
        "The tower collapsed between 1 a.m. and 9 a.m.",
        "The tower collapsed in a 3:10 ratio of wind and rain at 9:20:15.",
        "A bakery opens at 9 a.m.",
    ],
)
def test_what_may_be_another_time_or_thing_is_no_difference(passage):
    assert AGAINST not in sides("The tower collapsed at 3 a.m.", passage)
