"""Claims that say what another one says: each matter once at the top of a list."""

import pytest

from tests.growth import assert_linear
from workbench.core.events.repeats import repeats

FIRST = (
    "The harbour office of Ostwald said on Friday it had agreed a truce with the striking pilots."
)


def of(*quotes: str) -> frozenset[int]:
    return repeats((quote, ("statement",)) for quote in quotes)


@pytest.mark.parametrize(
    "again",
    [
        FIRST,
        "Ostwald’s harbour office says it has agreed a truce with striking pilots and will pay.",
        "OSTWALD — On Friday the harbour office agreed to a truce with the pilots on strike.",
    ],
)
def test_what_says_the_same_is_a_repeat_of_what_stands_above_it(again: str) -> None:
    assert of(FIRST, again) == {1}


@pytest.mark.parametrize(
    "other",
    [
        "The harbour office of Ostwald said on Friday it had lost two boats in the night.",
        "The truce of Ostwald was signed by nobody.",
        "Truce agreed.",
    ],
)
def test_another_matter_is_none(other: str) -> None:
    assert of(FIRST, other) == frozenset()


def test_another_number_is_another_claim() -> None:
    toll = "The fire at the Grimsel mill in Ostwald killed {} people, mayor Inge Blum said."
    assert of(toll.format(12), toll.format(21), toll.format(12)) == {2}


def test_a_denial_repeats_no_claim_but_a_denial() -> None:
    denial = (
        "The harbour office of Ostwald denied on Friday that it had agreed a truce with pilots."
    )
    claims = [(FIRST, ("statement",)), (denial, ("denial",)), (denial, ("statement", "denial"))]
    assert repeats(claims) == {2}


def test_a_repeat_of_a_repeat_is_one_of_the_first() -> None:
    assert of(FIRST, FIRST, FIRST) == {1, 2}


def test_work_grows_with_the_list() -> None:
    def look(text: str) -> None:
        lines = text.split("\n")
        repeats((f"{line} n{n} m{n} of the day", ()) for n, line in enumerate(lines))

    assert_linear(look, "Ulm Bern Graz Linz Brno\n")
