"""Measures: figures in units of one kind, brought to one unit so that they compare.

Factors are those of the SI brochure and of the international yard and pound (1959);
money is never converted, since a rate has a day.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from workbench.core.reading.model import Figure

FACTORS: Mapping[str, tuple[str, float]] = {
    "km": ("m", 1000.0), "m": ("m", 1.0), "cm": ("m", 0.01), "mm": ("m", 0.001),
    "mi": ("m", 1609.344), "nmi": ("m", 1852.0), "yd": ("m", 0.9144), "ft": ("m", 0.3048),
    "in": ("m", 0.0254),
    "km2": ("m2", 1e6), "m2": ("m2", 1.0), "ha": ("m2", 1e4), "acre": ("m2", 4046.86),
    "sq mi": ("m2", 2.58999e6), "sq ft": ("m2", 0.092903), "sq yd": ("m2", 0.836127),
    "kg": ("kg", 1.0), "g": ("kg", 0.001), "tonne": ("kg", 1000.0), "ton": ("kg", 907.185),
    "pound": ("kg", 0.453592), "oz": ("kg", 0.0283495),
    "km/h": ("km/h", 1.0), "mph": ("km/h", 1.609344), "kn": ("km/h", 1.852),
    "kW": ("W", 1e3), "MW": ("W", 1e6), "GW": ("W", 1e9), "W": ("W", 1.0),
    "l": ("l", 1.0), "gal": ("l", 3.78541), "bbl": ("l", 158.987),
    "hour": ("minute", 60.0), "minute": ("minute", 1.0), "second": ("minute", 1 / 60),
    "day": ("day", 1.0), "week": ("day", 7.0), "fortnight": ("day", 14.0),
    "month": ("month", 1.0), "year": ("month", 12.0), "decade": ("month", 120.0),
    "°C": ("°C", 1.0), "°F": ("°C", 5 / 9),
}  # fmt: skip
"""Unit → (the unit that it is brought to, how many of that one is)."""

ZEROS: Mapping[str, float] = {"°F": -160 / 9}
"""Where a unit's zero stands on the scale that it is brought to, if not at zero."""


def dimension(figure: Figure) -> str:
    """The unit that a figure is brought to; its own where there is no other of its kind."""
    return FACTORS.get(figure.unit, (figure.unit, 1.0))[0]


def is_money(figure: Figure) -> bool:
    """Whether a figure is a sum of money: its unit is a currency's code."""
    return len(figure.unit) == 3 and figure.unit.isalpha() and figure.unit.isupper()


def in_unit_of(figure: Figure, other: Figure) -> Figure:
    """A figure as it would be in another one's unit; approximate where it was converted."""
    if figure.unit == other.unit or dimension(figure) != dimension(other):
        return figure
    by = FACTORS[figure.unit][1] / FACTORS[other.unit][1]
    more = (ZEROS.get(figure.unit, 0.0) - ZEROS.get(other.unit, 0.0)) / FACTORS[other.unit][1]
    low, high = (None if b is None else b * by + more for b in (figure.low, figure.high))
    return replace(figure, low=low, high=high, unit=other.unit, approximate=True)
