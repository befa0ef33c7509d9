import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.numbers.clock import clocks_in


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("The mill burned at 3 a.m.", 180),
        ("The mill burned at 3.15pm on Sunday.", 915),
        ("The mill burned at 12 a.m. sharp.", 0),
        ("The mill burned at 12:05 p.m.", 725),
        ("The mill burned at 23:59.", 1439),
        ("The mill burned at midnight.", 0),
        ("The mill burned at midday.", 720),
        ("The mill burned at 17 p.m.", None),
    ],
)
def test_times_of_day_are_minutes_from_midnight(text, minutes):
    (clock,) = clocks_in(text)
    assert clock.minutes == minutes
    assert clock.text in text


@pytest.mark.parametrize("text", ["It ran 9:20:15.", "A 3:1 win.", "At 24:10 it ran.", "3 amps"])
def test_ratios_and_durations_are_no_times(text):
    assert clocks_in(text) == ()


def test_a_named_zone_is_told():
    one, other = clocks_in("It burned at 10:00 GMT, or 11:00 in Lisk.")
    assert (one.zoned, other.zoned) == (True, False)


@given(st.integers(0, 23), st.integers(0, 59))
def test_both_clocks_agree(hour, minute):
    half = "p.m." if hour >= 12 else "a.m."
    told = f"{hour:02}:{minute:02} and {(hour - 1) % 12 + 1}:{minute:02} {half}"
    assert [c.minutes for c in clocks_in(f"It rang at {told}")] == [hour * 60 + minute] * 2
