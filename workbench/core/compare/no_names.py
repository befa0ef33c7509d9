"""Words with a capital that name nobody and no place, as data."""

from workbench.core.lexicon.en.time_words import CALENDAR
from workbench.core.reading.terms import MAGNITUDES, ONES, TENS, name_key

NO_NAMES = frozenset(map(name_key, CALENDAR | ONES.keys() | TENS.keys() | MAGNITUDES.keys()))
"""Keys, as `profile` has them among its names."""
