"""The settings file: defaults without one, and errors that name the wrong entry."""

from pathlib import Path

import pytest

from workbench.core.decide.checkworthiness import DEFAULT_WEIGHTS
from workbench.edges.settings import FILE_NAME, Settings, read_settings
from workbench.errors import UsageError


def settings(folder: Path, text: str) -> Settings:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    found = read_settings(tmp_path)
    assert "true" in found.scale.names
    assert found.weights == DEFAULT_WEIGHTS


def test_a_newsroom_sets_its_own_scale_weights_and_keys(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        """
        reviewer = "Ada"
        [[ratings]]
        name = "right"
        meaning = "It is so."
        value = 2
        [[ratings]]
        name = "wrong"
        meaning = "It is not."
        value = 1
        [checkworthiness]
        "human toll" = 50
        [ledger]
        rule = "conservative"
        [keys]
        "undo" = "u"
        """,
    )
    assert found.ledger_rule == "conservative"
    assert found.reviewer == "Ada"
    assert found.scale.names == ("right", "wrong")
    assert found.weights == {**DEFAULT_WEIGHTS, "human toll": 50}
    assert found.keys == {"undo": "u"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("colour = 1", "colour"),
        ("reviewer = 3", "3 is not a text"),
        ("reviewer =", FILE_NAME),
        ("[ledger]\nrule = 'boldest'", "boldest"),
        ("[checkworthiness]\nluck = 3", "luck"),
        ('[checkworthiness]\n"human toll" = "much"', "not a number"),
        ('[checkworthiness]\n"human toll" = nan', "not a number"),
        ("[publication]\nindependent_sources = -1", "0 or more"),
        ("checkworthiness = 3", "not a table"),
        ('[[ratings]]\nname = "right"', "meaning"),
        ("keys = []", "not a table"),
        ('semantic = "yes"', "neither true nor false"),
        ("x = " + "9" * 6000, "does not read"),
        ('[[ratings]]\nname = "a"\nmeaning = "b"\nvalue = ' + "9" * 6000, "does not read"),
    ],
)
def test_what_is_wrong_is_named_with_the_file(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(UsageError) as error:
        settings(tmp_path, text)
    assert named in str(error.value)
    assert FILE_NAME in str(error.value)
    assert "\n" not in str(error.value).strip()
