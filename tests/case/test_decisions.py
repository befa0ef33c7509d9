"""Deciding: what returns is on disk, what is taken back stays in the history."""

from pathlib import Path

import pytest

from workbench.case import Case
from workbench.errors import StaleRevision, UnknownId, UsageError

TOLL = "The conflict has resulted in the deaths of more than 13,000 people"
ELSEWHERE = "002_24777a2ba7ef8ce0.txt"


def toll(case: Case) -> str:
    return next(row.id for row in case.corpus.claims() if row.quote.startswith(TOLL))


def test_the_matching_toll_is_found_linked_and_ruled_on(seeds_case: Case) -> None:
    claim = toll(seeds_case)
    best = seeds_case.matching.candidates(claim)[0]
    assert "an estimated 13,000 people have been killed" in best.quote
    assert (best.relation, best.independent) == ("corroborates", True)
    link = seeds_case.decisions.link(claim, best.article, best.start, best.end, best.relation)
    verdict = seeds_case.decisions.rule(claim, "mostly true", "Two articles agree.")
    folder = seeds_case.folder
    seeds_case.close()
    with Case.open(folder, "Bo") as case:
        assert case.decisions.links(claim) == [link]
        assert case.decisions.verdict(claim) == verdict
        row = next(r for r in case.corpus.claims() if r.id == claim)
        assert (row.rating, row.links, row.status) == ("mostly true", 1, "ready for review")


def test_a_link_is_changed_by_linking_again_and_taken_away(seeds_case: Case) -> None:
    claim, decisions = toll(seeds_case), seeds_case.decisions
    first = decisions.link(claim, ELSEWHERE, 4108, 4295, "context")
    second = decisions.link(claim, ELSEWHERE, 4108, 4295, "corroborates", "same toll")
    assert [(x.id, x.relation, x.note) for x in decisions.links(claim)] == [
        (first.id, "corroborates", "same toll")
    ]
    decisions.unlink(second.id)
    assert decisions.links(claim) == []
    assert decisions.status(claim) == "open"
    assert len(decisions.history(claim)) == 3


def test_undo_and_redo_walk_through_the_changes_across_sessions(seeds_folder: Path) -> None:
    with Case.open(seeds_folder, "Ada") as case:
        claim = toll(case)
        case.decisions.link(claim, ELSEWHERE, 4108, 4295, "corroborates")
        case.decisions.rule(claim, "true", "It is so.")
        case.decisions.rule(claim, "false", "It is not so.")
    with Case.open(seeds_folder, "Ada") as case:
        decisions = case.decisions
        assert "false: It is not so." in decisions.undo()
        assert decisions.verdict(claim).rating == "true"  # type: ignore[union-attr]
        decisions.undo()
        assert decisions.verdict(claim) is None
        decisions.redo()
        assert decisions.verdict(claim).rating == "true"  # type: ignore[union-attr]
        decisions.undo()
        decisions.undo()
        assert decisions.links(claim) == []
        with pytest.raises(UsageError, match="nothing to undo"):
            decisions.undo()
        assert decisions.verify() == []


def test_a_stale_verdict_is_refused_and_shows_both(seeds_folder: Path) -> None:
    with Case.open(seeds_folder, "Ada") as ada, Case.open(seeds_folder, "Bo") as bo:
        claim = toll(ada)
        seen = bo.decisions.verdict(claim)
        assert seen is None
        ada.decisions.rule(claim, "true", "Ada's finding.", expected_revision=0)
        with pytest.raises(StaleRevision) as refused:
            bo.decisions.rule(claim, "false", "Bo's finding.", expected_revision=0)
        assert refused.value.stored["summary"] == "Ada's finding."
        assert refused.value.offered["summary"] == "Bo's finding."
        assert bo.decisions.verdict(claim).summary == "Ada's finding."  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("start", "end", "relation"),
    [(4108, 4295, "proves"), (10, 5, "context"), (0, 10**9, "context"), (-1, 5, "context")],
)
def test_an_impossible_link_is_refused(
    seeds_case: Case, start: int, end: int, relation: str
) -> None:
    with pytest.raises(UsageError):
        seeds_case.decisions.link(toll(seeds_case), ELSEWHERE, start, end, relation)
    assert seeds_case.decisions.history() == []


def test_unknown_ids_are_named(seeds_case: Case) -> None:
    with pytest.raises(UnknownId, match="ffffffff"):
        seeds_case.decisions.rule("ffffffff", "true", "x")
    with pytest.raises(UnknownId, match=r"nowhere\.txt"):
        seeds_case.decisions.link(toll(seeds_case), "nowhere.txt", 0, 5, "context")
    with pytest.raises(UsageError, match="summary"):
        seeds_case.decisions.rule(toll(seeds_case), "true", "  ")


def test_verify_names_a_quote_that_no_longer_stands(seeds_folder: Path) -> None:
    with Case.open(seeds_folder, "Ada") as case:
        case.decisions.link(toll(case), ELSEWHERE, 4108, 4295, "corroborates")
        assert case.decisions.verify() == []
    seed = seeds_folder / "seeds" / ELSEWHERE
    seed.write_text(seed.read_text(encoding="utf-8")[100:], encoding="utf-8")
    Case.forget_derived(seeds_folder)
    with Case.open(seeds_folder, "Ada") as case:
        case.corpus.sync()
        (finding,) = case.decisions.verify()
        assert ELSEWHERE in finding.what


def test_what_a_new_revision_does_not_give_stays_as_it_was(seeds_case: Case) -> None:
    claim = seeds_case.corpus.claims()[0].id
    seeds_case.decisions.rule(
        claim, "true", "It is so.", "Both lists.", claimant="the mayor", unknown="Who counted."
    )
    verdict = seeds_case.decisions.rule(claim, "half true", "Half of it is so.")
    assert (verdict.rationale, verdict.claimant, verdict.unknown) == (
        "Both lists.", "the mayor", "Who counted.",
    )  # fmt: skip
    assert seeds_case.decisions.rule(claim, "half true", "Half of it is so.", "").rationale == ""


def test_evidence_stands_in_the_order_that_the_verdict_gives(seeds_case: Case) -> None:
    claim, decisions = toll(seeds_case), seeds_case.decisions
    found = seeds_case.matching.candidates(claim, top=4)[:3]
    for x in found:
        decisions.link(claim, x.article, x.start, x.end, "context")
    a, b, c = (link.id for link in decisions.links(claim))
    decisions.rule(claim, "true", "As linked.")
    assert [link.id for link in decisions.evidence(claim)] == [a, b, c]
    assert "order" not in (decisions.history(claim)[-1].after or {})
    decisions.rule(claim, "true", "Last first.", order=[c, a, "gone"])
    assert [link.id for link in decisions.evidence(claim)] == [c, a, b]
    decisions.rule(claim, "false", "The order stays where nothing is said of it.")
    assert [link.id for link in decisions.evidence(claim)] == [c, a, b]
    decisions.undo()
    decisions.undo()
    assert [link.id for link in decisions.evidence(claim)] == [a, b, c]
