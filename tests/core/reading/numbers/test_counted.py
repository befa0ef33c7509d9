"""The noun that a number counts."""

import pytest

from workbench.core.reading.numbers.counted import noun_after


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("12 ships sank", "ships"),
        ("12 young olive trees", "trees"),
        ("12 people", "people"),
        ("12 of the new homes", "homes"),
        ("12 rescue workers arrived", "workers"),
        ("12 were there", ""),
        ("12, ships", ""),
        ("12 in ships", ""),
        ("12 serious cases", "cases"),
        ("12 GIs", "gis"),
    ],
)
def test_the_first_plural_is_the_head(text: str, noun: str) -> None:
    end, found = noun_after(text, 2, many=True)
    assert found == noun
    assert text[:end].lower().endswith(noun or "12")


def test_one_thing_is_named_by_the_next_word() -> None:
    assert noun_after("1 ship sank", 1, many=False) == (6, "ship")
