"""What the review screen lists, read from the case in one go."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.case import Case, ClaimRow
from workbench.core.reading.kinds import weightiest_first
from workbench.core.verdicts.reviews import SecondReview
from workbench.tui.widgets.review_list import ReviewRow


@dataclass(frozen=True, slots=True)
class Round:
    """The rows with how well first and second reviewers agree, in words."""

    rows: list[ReviewRow]
    agreement: str


def read_round(case: Case) -> Round:
    """What waits for this reviewer, then where two differ, then what has changed."""
    rows = [*_waiting(case), *_mismatches(case), *_changed(case)]
    return Round(rows, agreement(case))


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


def _waiting(case: Case) -> Iterator[ReviewRow]:
    for row in case.reviewing.queue():
        who = row.claimant or "no claimant named"
        note = f"{who} · {', '.join(weightiest_first(row.kinds))} · {row.links} linked"
        yield ReviewRow("waiting", row.id, row.id, _place(row), row.quote, note)


def _mismatches(case: Case) -> Iterator[ReviewRow]:
    for review in case.reviewing.mismatches():
        verdict = case.decisions.verdict(review.claim)
        if verdict is None:
            continue
        at = verdict.anchor
        note = f"{verdict.by}: {review.first_rating} · {review.by}: {review.rating}"
        place = (at.article, at.start, at.end)
        yield ReviewRow("mismatch", review.claim, review.claim, place, at.quote, note)


def _changed(case: Case) -> Iterator[ReviewRow]:
    for item in case.evidence.to_look_at():
        at, found = item.anchor, item.found
        place = (at.article, found.start, found.end) if found.start and found.end else None
        note = f"{item.type} in {at.article}: {item.state}, {item.reason}"
        yield ReviewRow("changed", item.id, item.claim, place or (at.article, 0, 0), at.quote, note)


def _place(row: ClaimRow) -> tuple[str, int, int]:
    return row.article, row.start, row.end
