"""Figures of two reports of one event that may be set against each other."""

from collections.abc import Sequence

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import compatible, equal, number_of
from workbench.core.compare.figures import same_measure, same_thing, small_beside
from workbench.core.compare.tolls import TOLLS, no_casualties
from workbench.core.events.telling import COMING_AND_GOING, MOST_TIMES
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.figures import is_stated
from workbench.core.reading.model import Figure

PEOPLE = word_set("people men women children officers persons others times days years")
"""Things of which every report counts several,"""
MANY = 100
"""up to about so many."""


def only_figures(
    claim: Bearing, passage: Bearing, ones: Sequence[Bearing], others: Sequence[Bearing]
) -> bool:
    """Whether two reports each give but one figure of something, and these are they."""
    return any(
        same_thing(figure, given) and _is_only(figure, ones) and _is_only(given, others)
        for figure in claim.figures
        for given in passage.figures
        if (figure.of not in PEOPLE or number_of(figure) >= MANY)
        and (
            not (figure.incidental or given.incidental)
            or small_beside(figure, given)
            or small_beside(given, figure)
        )
        and (figure.of not in TOLLS or compares(figure, given))
    )


def _is_only(figure: Figure, claims: Sequence[Bearing]) -> bool:
    """Whether all that an account says of a thing is that figure."""
    return all(
        equal(figure, given)
        for claim in claims
        for given in claim.figures
        if same_thing(figure, given)
    )


def stated_apart(claim: Bearing, passage: Bearing) -> bool:
    """Whether two figures that are given as counts exclude each other."""
    return any(
        ((same_thing(one, other) or small_beside(one, other)) and not compatible(one, other))
        or same_measure(one, other)
        or no_casualties(one)
        or no_casualties(other)
        for one in claim.figures
        for other in passage.figures
        if (is_stated(one) and is_stated(other))
        or small_beside(one, other)
        or small_beside(other, one)
    )


def gives(claims: Sequence[Bearing], figures: Sequence[Figure]) -> bool:
    """Whether an account gives some of the figures, for the same thing."""
    wanted = [figure for figure in figures if figure.of and not figure.incidental]
    return any(
        same_thing(figure, given) and equal(figure, given)
        for figure in wanted
        for claim in claims
        for given in claim.figures
    )


def compares(one: Figure, other: Figure) -> bool:
    """Whether two tolls may be of one thing and one event."""
    if one.of in COMING_AND_GOING:
        return False
    low, high = sorted((number_of(one), number_of(other)))
    if high > MOST_TIMES * max(low, 1.0):
        return False
    return one.of in TOLLS and (one.of == other.of or no_casualties(one) or no_casualties(other))
