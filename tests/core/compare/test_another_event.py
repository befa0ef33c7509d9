import pytest

from workbench.core.compare.another_event import another_event
from workbench.core.compare.bearings import bearing
from workbench.core.compare.reasons import pair
from workbench.core.decide.relation import CONFLICTS, compare

FIRE = "Nine people were killed in the fire in Tessaro."


def found(claim, passage):
    return [reason.text for reason in another_event(pair(bearing(claim), bearing(passage)))]


@pytest.mark.parametrize(
    ("passage", "why"),
    [
        ("Three people were killed in a fire in Orlem.", "another place: Tessaro, Orlem"),
        (
            "Last year 30 people were killed in fires.",
            "the passage speaks of other times or events",
        ),
    ],
)
def test_tolls_of_two_events_are_no_conflict(passage, why):
    assert found(FIRE, passage) == [why]
    assert compare(bearing(FIRE), bearing(passage)).relation != CONFLICTS


@pytest.mark.parametrize(
    "passage",
    [
        "The fire in Tessaro killed three people.",
        "The fire killed three people.",
        "In Orlem, south of Tessaro, the fire killed three people.",
        "Nine people were killed in fires last year.",
    ],
)
def test_tolls_that_may_be_of_one_event_stay(passage):
    assert found(FIRE, passage) == []
