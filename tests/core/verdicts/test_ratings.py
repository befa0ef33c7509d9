"""Ratings: a scale is either plain to readers or refused with the reason."""

import pytest

from workbench.core.verdicts.ratings import DEFAULT_SCALE, Scale
from workbench.errors import UsageError


def test_default_axis_runs_upwards_to_true():
    on_axis = [(rating.name, rating.value) for rating in DEFAULT_SCALE.ratings if rating.value]
    assert on_axis == [
        ("true", 5),
        ("mostly true", 4),
        ("half true", 3),
        ("mostly false", 2),
        ("false", 1),
    ]
    assert [rating.name for rating in DEFAULT_SCALE.ratings if rating.value is None] == [
        "unproven",
        "outdated",
        "misattributed",
    ]


def test_every_meaning_is_one_sentence():
    for rating in DEFAULT_SCALE.ratings:
        assert rating.meaning.endswith(".")
        assert rating.meaning.count(".") == 1


@pytest.mark.parametrize("name", ["half true", "Half True", "half-true", " HALF_TRUE "])
def test_a_rating_is_found_however_it_is_typed(name):
    assert DEFAULT_SCALE.rating(name).value == 3


def test_an_unknown_rating_names_the_allowed_ones():
    with pytest.raises(UsageError, match=r"true, mostly true, .*misattributed"):
        DEFAULT_SCALE.rating("pants on fire")


def test_a_newsroom_s_scale():
    scale = Scale.from_settings(
        [
            {"name": "correct", "meaning": "It is so.", "value": 3},
            {"name": "wrong", "meaning": "It is not so.", "value": 0},
            {"name": "open", "meaning": "Nobody knows."},
        ]
    )
    assert scale.names == ("correct", "wrong", "open")
    assert (
        scale.rating("wrong").value,
        scale.rating("wrong").best,
        scale.rating("wrong").worst,
    ) == (0, 3, 0)
    assert scale.rating("open").value is None


GOOD = {"name": "right", "meaning": "It is."}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "must be a list"),
        ("true", "must be a list"),
        (["true"], "rating 1 must have"),
        ([{"name": "x"}], "rating 1 needs a meaning"),
        ([GOOD, {"name": " ", "meaning": "m"}], "rating 2 needs a name"),
        ([{"name": "a\x1bb", "meaning": "m"}], "plain words"),
        ([{"name": "n" * 41, "meaning": "m"}], "40 characters"),
        ([{**GOOD, "value": "5"}], "whole number"),
        ([{**GOOD, "value": True}], "whole number"),
        ([{**GOOD, "value": 1}], "no axis"),
        ([GOOD, {**GOOD, "name": "Right"}], "two ratings have the name"),
        (
            [{**GOOD, "value": 1}, {"name": "b", "meaning": "m", "value": 1}],
            "two ratings have the value 1",
        ),
    ],
)
def test_a_scale_that_nobody_could_use_is_refused(rows, says):
    with pytest.raises(UsageError, match=says):
        Scale.from_settings(rows)
