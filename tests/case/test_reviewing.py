"""Work of two: the second review is blind and somebody else's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from workbench.case import Case
from workbench.core.verdicts.reviews import kappa
from workbench.core.verdicts.standing import in_words
from workbench.errors import UsageError


@pytest.fixture
def two(seeds_folder: Path) -> Iterator[tuple[Case, Case, str]]:
    """Ada's and Bo's views of one case, and a claim on which Ada has ruled."""
    with Case.open(seeds_folder, "Ada") as ada, Case.open(seeds_folder, "Bo") as bo:
        claim = ada.corpus.claims()[0].id
        ada.decisions.rule(claim, "half true", "Half of it is so.")
        bo.decisions.refresh()
        yield ada, bo, claim


def test_the_queue_shows_others_verdicts_without_their_rating(two: tuple[Case, Case, str]) -> None:
    ada, bo, claim = two
    assert [(row.id, row.rating) for row in bo.reviewing.queue()] == [(claim, "")]
    assert ada.reviewing.queue() == []


def test_agreement_signs_the_claim_off(two: tuple[Case, Case, str]) -> None:
    ada, bo, claim = two
    review = bo.reviewing.sign_off(claim, "half true")
    ada.decisions.refresh()
    assert review.agrees
    assert ada.decisions.status(claim) == "signed off"
    assert in_words(ada.decisions.history(claim)[-1]) == "half true"
    assert bo.reviewing.queue() == []


def test_a_mismatch_sends_it_back_with_both_ratings(two: tuple[Case, Case, str]) -> None:
    ada, bo, claim = two
    bo.reviewing.sign_off(claim, "false")
    ada.decisions.refresh()
    assert ada.decisions.status(claim) == "reopened"
    assert in_words(ada.decisions.history(claim)[-1]) == "false instead of half true"
    (mismatch,) = ada.reviewing.mismatches()
    assert (mismatch.first_rating, mismatch.rating, mismatch.by) == ("half true", "false", "Bo")
    ada.decisions.rule(claim, "mostly false", "Little of it is so.")
    assert ada.decisions.status(claim) == "ready for review"
    assert ada.reviewing.mismatches() == []


def test_the_first_reviewer_cannot_sign_off(two: tuple[Case, Case, str]) -> None:
    ada, _, claim = two
    with pytest.raises(UsageError, match="somebody else"):
        ada.reviewing.sign_off(claim)
    assert ada.decisions.status(claim) == "ready for review"


def test_a_new_revision_of_the_verdict_needs_a_new_sign_off(two: tuple[Case, Case, str]) -> None:
    ada, bo, claim = two
    bo.reviewing.sign_off(claim)
    ada.decisions.refresh()
    ada.decisions.rule(claim, "half true", "Half of it is so, in other words.")
    assert ada.decisions.status(claim) == "ready for review"


def test_undoing_a_sign_off_opens_it_again(two: tuple[Case, Case, str]) -> None:
    _, bo, claim = two
    bo.reviewing.sign_off(claim)
    bo.decisions.undo()
    assert bo.decisions.status(claim) == "ready for review"


def test_notes_assignment_and_status_are_kept(two: tuple[Case, Case, str]) -> None:
    ada, bo, claim = two
    bo.reviewing.note(claim, "Where is the ministry's text?", question=True)
    bo.reviewing.assign(claim, "Cleo")
    bo.reviewing.set_status(claim, "reopened")
    ada.decisions.refresh()
    (note,) = ada.reviewing.notes(claim)
    assert (note.text, note.question, note.by) == ("Where is the ministry's text?", True, "Bo")
    row = next(r for r in ada.corpus.claims() if r.id == claim)
    assert (row.assignee, row.status) == ("Cleo", "reopened")
    with pytest.raises(UsageError, match="status"):
        bo.reviewing.set_status(claim, "forgotten")


def test_a_claim_called_ready_without_a_verdict_leaves_the_queue_as_it_is(
    two: tuple[Case, Case, str],
) -> None:
    ada, bo, claim = two
    before = bo.reviewing.queue()
    other = next(row.id for row in ada.corpus.claims() if row.id != claim)
    ada.reviewing.set_status(other, "ready for review")
    bo.decisions.refresh()
    assert bo.reviewing.queue() == before


def test_kappa_is_that_of_the_textbook() -> None:
    # Cohen's own arithmetic: 45 of 70 agree, by chance 0.505 would
    pairs = (
        [("yes", "yes")] * 25 + [("yes", "no")] * 10 + [("no", "yes")] * 15 + [("no", "no")] * 20
    )
    agreed, by_chance = 45 / 70, (35 * 40 + 35 * 30) / 70**2
    assert kappa(pairs) == pytest.approx((agreed - by_chance) / (1 - by_chance))
    assert kappa([]) is None
    assert kappa([("true", "true")]) is None
    assert kappa([("true", "false"), ("false", "true")]) == pytest.approx(-1)


SAME_PERSON = ("ada", "Ada.", "Ada\u200b", "\u0410da", " Ada ", "\u13aada", "\U0001f170da")


@pytest.mark.parametrize("name", SAME_PERSON)
def test_the_first_reviewer_under_another_spelling_is_no_second(
    name: str, seeds_folder: Path
) -> None:
    with Case.open(seeds_folder, "Ada") as case:
        claim = case.corpus.claims()[0].id
        case.decisions.rule(claim, "true", "It holds.")
    with Case.open(seeds_folder, name) as case:
        assert case.reviewing.queue() == []
        with pytest.raises(UsageError, match="somebody else's"):
            case.reviewing.sign_off(claim)
        doc = {
            "type": "signoff", "id": claim, "claim": claim, "rating": "true", "agrees": True,
            "first_rating": "true", "verdict_revision": 1,
        }  # fmt: skip
        case._parts.store.put(doc, 0, by=name, at="2026-03-02T12:00:00Z")
        assert case.decisions.status(claim) == "ready for review"


def test_the_history_hides_the_first_rating_from_who_has_not_rated(
    seeds_folder: Path, run: Run
) -> None:
    (seeds_folder / "workbench.toml").write_text("[publication]\nsecond_reviewer = true\n")
    with Case.open(seeds_folder, "Ada") as case:
        claim = case.corpus.claims()[0].id
        case.decisions.rule(claim, "mostly true", "Nearly all of it holds.")
    shown = {
        name: run("--reviewer", name, "history", "--format", "jsonl", "--case", str(seeds_folder))[
            1
        ]
        for name in ("Ada", "ADA", "Bo")
    }
    assert ["mostly true" in shown[name] for name in ("Ada", "ADA", "Bo")] == [True, True, False]
    assert "Nearly all" not in shown["Bo"]
    with Case.open(seeds_folder, "Bo") as case:
        case.reviewing.sign_off(claim, "false")
    again = run("--reviewer", "Bo", "history", "--format", "jsonl", "--case", str(seeds_folder))[1]
    assert "mostly true" in again


@pytest.mark.parametrize("second", ["aberg", "Ada Berg", "ADA.", "\u0430da"])
def test_two_logins_of_one_person_are_no_two_reviewers(seeds_folder: Path, second: str) -> None:
    (seeds_folder / "workbench.toml").write_text('[people]\nada = "Ada Berg"\naberg = "Ada Berg"\n')
    with Case.open(seeds_folder, "ada") as ada:
        claim = ada.corpus.claims()[0].id
        ada.decisions.rule(claim, "half true", "Half of it is so.")
    with Case.open(seeds_folder, second) as again:
        assert again.reviewing.queue() == []
        with pytest.raises(UsageError, match="somebody else"):
            again.reviewing.sign_off(claim)
    with Case.open(seeds_folder, "bo") as bo:
        assert bo.reviewing.sign_off(claim).agrees
