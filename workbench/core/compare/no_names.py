"""Words with a capital that name nobody and no place, as data."""

from workbench.core.lexicon.en.number_words import ONES, SCALES, TENS
from workbench.core.lexicon.en.time_words import CALENDAR
from workbench.core.reading.terms import name_key

NO_NAMES = frozenset(map(name_key, CALENDAR | ONES.keys() | TENS.keys() | SCALES.keys()))
"""Keys, as `profile` has them among its names."""
