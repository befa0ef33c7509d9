"""Measures: figures in units of one kind, brought to one unit so that they compare.

Money is never converted, since a rate has a day.
"""

from msgspec.structs import replace

from workbench.core.lexicon.en.unit_names import FACTORS, ZEROS
from workbench.core.reading.model import Figure


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
