"""Reviews of others are found by what they reviewed, whatever else is in the feed."""

import time
from datetime import date

from workbench.core.compare.bearings import bearing
from workbench.core.publication.already import already_checked
from workbench.core.publication.checked import CheckedClaim


def review(claim: str, rating: str = "False") -> CheckedClaim:
    return CheckedClaim(claim, rating, "Desk", "https://desk.example/1", said_on=date(2024, 5, 2))


OTHERS = [
    review("A dam broke above Beville and nobody was warned."),
    review("The mayor of Ceville sold the town's water works in secret."),
    review("Twelve ships sank in the harbour of Deville during the storm."),
]


def test_the_review_of_the_same_claim_is_found_in_other_words() -> None:
    claim = bearing(
        "At least 12 vessels were sunk in Deville harbour when the storm came, he said."
    )
    found = already_checked(claim, OTHERS)
    assert [one.review.claim for one in found] == [OTHERS[2].claim]


def test_the_best_comes_first_and_says_where_numbers_differ() -> None:
    same, other = review("12 ships sank in Deville harbour."), review("40 ships sank in Deville.")
    found = already_checked(bearing("12 ships sank in Deville harbour on Monday."), [other, same])
    assert found[0].review == same
    assert any("40" in reason for one in found if one.review == other for reason in one.reasons)


def test_what_shares_only_common_or_few_words_is_not_shown() -> None:
    assert already_checked(bearing("The mayor said that it was so in the town."), OTHERS) == []
    assert already_checked(bearing("Dams."), OTHERS) == []
    assert already_checked(bearing(""), OTHERS) == []
    assert already_checked(bearing("A dam broke above Beville."), []) == []


def test_a_thousand_reviews_are_looked_through_at_once() -> None:
    many = [
        review(f"Ship number {n} was lost off Eville in the gale of {1900 + n % 99}.")
        for n in range(1000)
    ]
    start = time.perf_counter()
    found = already_checked(bearing("Ship number 77 was lost off Eville in the gale."), many)
    assert len(found) == 5
    assert time.perf_counter() - start < 5
