"""Words with a capital that name nobody and no place, as data."""

from workbench.core.lexicon.listing import word_set
from workbench.core.reading.terms import MAGNITUDES, ONES, TENS, name_key

CALENDAR = word_set(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday
    saturday sunday"""
)
NO_NAMES = frozenset(map(name_key, CALENDAR | ONES.keys() | TENS.keys() | MAGNITUDES.keys()))
"""Keys, as `profile` has them among its names."""
