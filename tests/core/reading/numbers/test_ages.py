import pytest

from workbench.core.reading.numbers.ages import OLDEST, ages_in


@pytest.mark.parametrize(
    ("text", "aged"),
    [
        ("Orla Vendt, 41, was freed.", [("Orla Vendt", 41)]),
        ("The 41-year-old miner Orla Vendt was freed.", [("Orla Vendt", 41)]),
        ("Orla Vendt was 41 years old.", [("Orla Vendt", 41)]),
        ("Orla Vendt died at home aged 41.", [("Orla Vendt", 41)]),
        ("Orla Vendt, 410, was freed.", []),
        ("Orla Vendt died at 3 p.m. in Ransby.", []),
        ("Vendt left 41 boats.", []),
    ],
)
def test_ages_stand_with_the_name_of_who_has_them(text, aged):
    assert [tuple(one) for one in ages_in(text)] == aged


def test_nobody_is_older_than_people_get():
    assert list(ages_in(f"Orla Vendt, {OLDEST + 1}, was freed.")) == []
