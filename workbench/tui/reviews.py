"""What the review screen lists, read from the case in one go."""

from dataclasses import dataclass

from workbench.case import Case
from workbench.case.look_again import Look
from workbench.core.verdicts.reviews import SecondReview


@dataclass(frozen=True, slots=True)
class Round:
    """The rows with how well first and second reviewers agree, in words."""

    rows: list[Look]
    agreement: str


def read_round(case: Case) -> Round:
    """What wants this reviewer, most personal first."""
    return Round(list(case.wanted.rows()), agreement(case))


def agreement(case: Case) -> str:
    """Reviews, agreements and Cohen's kappa, where it is defined."""
    team = case.reviewing.team()
    if not team.reviews:
        return "no second reviews yet"
    kappa = "not defined yet" if team.kappa is None else f"{team.kappa:.2f}"
    return f"{team.agreed} of {team.reviews} agreed, kappa {kappa}"


def outcome(review: SecondReview) -> str:
    """What a second review came to, once it is given and need not be blind any more."""
    if review.agrees:
        return f"You agree: {review.rating}. The claim is signed off. <everywhere.undo> undoes."
    return (
        f"You differ: first {review.first_rating}, you {review.rating}. "
        "The claim goes back to be settled. <everywhere.undo> undoes."
    )
