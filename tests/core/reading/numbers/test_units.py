"""Units and currencies after a number."""

import pytest

from workbench.core.lexicon.en.unit_names import CURRENCIES, UNITS
from workbench.core.reading.numbers.units import currency_of, unit_after


@pytest.mark.parametrize(
    ("text", "unit", "written"),
    [
        ("3 percent of", "%", " percent"),
        ("3 per cent", "%", " per cent"),
        ("3% of", "%", "%"),
        ("3 square kilometres of", "km2", " square kilometres"),
        ("3 square miles", "sq mi", " square miles"),
        ("3-mile walk", "mi", "-mile"),
        ("3 metric tons", "tonne", " metric tons"),
        ("3 degrees Celsius", "°C", " degrees Celsius"),
        ("3°C", "°C", "°C"),
        ("3 US dollars", "USD", " US dollars"),
        ("3 feet", "ft", " feet"),
        ("3 inches", "in", " inches"),
        ("3 litres", "l", " litres"),
        ("3 kilowatt-hours", "kWh", " kilowatt-hours"),
    ],
)
def test_unit_is_read_with_its_end(text: str, unit: str, written: str) -> None:
    end, found = unit_after(text, 1)
    assert (found, text[1:end]) == (unit, written)


@pytest.mark.parametrize("text", ["3 men", "3 m", "3 c in", "3 poundings", "3", "3 today"])
def test_other_words_are_no_unit(text: str) -> None:
    assert unit_after(text, 1) == (1, "")


@pytest.mark.parametrize("name", sorted(UNITS))
def test_every_unit_of_the_table_can_be_found(name: str) -> None:
    gap = "" if len(name) <= 2 or not name[0].isalpha() else " "
    assert unit_after(f"3{gap}{name}", 1)[1] == UNITS[name]


def test_currency_signs_have_codes() -> None:
    assert [currency_of(sign) for sign in ("$", "US$", "€", "£", "₹", "?")] == [
        "USD",
        "USD",
        "EUR",
        "GBP",
        "INR",
        "",
    ]
    assert all(CURRENCIES.values())
