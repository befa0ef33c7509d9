"""The desk teaches: decisions keep what was suggested, and the weights are refitted to them."""

import json
from pathlib import Path

import pytest

from workbench.case import Case
from workbench.errors import UsageError

SAID = "The storm in Orlem killed 12 sailors, the harbour master said."


@pytest.fixture
def desk(empty_case: Case, tmp_path: Path) -> Case:
    """A case in which several papers write of one storm."""
    news = tmp_path / "news"
    news.mkdir()
    told = {
        "a": SAID,
        "b": "Twelve sailors were killed by the storm in Orlem, the harbour master said.",
        "c": "The storm in Orlem killed 31 sailors, the coast guard said.",
        "d": "The storm in Orlem closed the harbour for two days, the owner of a ferry said.",
    }
    for name, text in told.items():
        (news / f"{name}.txt").write_text(f"Storm in Orlem\n\n{text}\n")
    empty_case.corpus.import_paths([str(news)])
    return empty_case


def claim_of(case: Case) -> str:
    return next(row.id for row in case.corpus.claims() if row.quote == SAID)


def decided(case: Case, relation: str = "") -> int:
    """Link every candidate as it was suggested, or all in one way."""
    claim = claim_of(case)
    found = case.matching.candidates(claim)
    for one in found:
        case.decisions.link(claim, one.article, one.start, one.end, relation or one.relation)
    return len(found)


def test_a_link_keeps_what_was_suggested_with_its_reasons(desk: Case) -> None:
    claim = claim_of(desk)
    found = next(c for c in desk.matching.candidates(claim) if c.relation == "conflicts")
    link = desk.decisions.link(claim, found.article, found.start, found.end, "context")
    kept = desk.decisions.history(claim)[-1].after["suggested"]
    assert kept["relation"] == "conflicts"
    assert set(kept["reasons"]) <= set(found.reasons)
    assert link.relation == "context"


def test_rules_say_how_often_the_desk_agreed(desk: Case) -> None:
    decided(desk)
    assert all(one.agreed == one.decided for one in desk.teaching.agreement())
    decided(desk, "context")
    differ = [one for one in desk.teaching.agreement() if one.agreed < one.decided]
    assert differ


def test_without_decisions_there_is_nothing_to_learn(desk: Case) -> None:
    with pytest.raises(UsageError, match="nothing to learn"):
        desk.teaching.learn()


def test_decisions_that_agree_change_no_relation(desk: Case) -> None:
    claim = claim_of(desk)
    before = [(c.quote, c.relation) for c in desk.matching.candidates(claim)]
    count = decided(desk)
    found = desk.teaching.learn()
    assert found.decisions == found.before == found.after == count
    assert [(c.quote, c.relation) for c in desk.matching.candidates(claim)] == before


def test_what_is_learnt_is_a_change_that_undo_takes_back(desk: Case) -> None:
    decided(desk, "context")
    claim = claim_of(desk)
    before = desk.matching.candidates(claim)
    found = desk.teaching.learn()
    assert found.after >= found.before
    assert desk.matching.weights is not None
    assert desk.decisions.history()[-1].action == "learn"
    assert f"of {found.decisions} decisions" in desk.decisions.undo()
    assert desk.matching.weights is None
    assert desk.matching.candidates(claim) == before


def test_a_refused_candidate_is_kept_and_teaches_context(desk: Case) -> None:
    claim = claim_of(desk)
    found = desk.matching.candidates(claim)[0]
    desk.decisions.refuse(claim, found.article, found.start, found.end)
    assert desk.decisions.refused(claim) == {(found.article, found.start, found.end)}
    assert desk.teaching.preview().decisions == 1
    desk.decisions.undo()
    assert desk.decisions.refused(claim) == set()


def test_what_was_learnt_reads_back_after_closing(desk: Case) -> None:
    decided(desk, "context")
    desk.teaching.learn()
    with Case.open(desk.folder, reviewer="Bo") as again:
        assert again.matching.weights == desk.matching.weights
        assert json.dumps(again.decisions.verify()) == "[]"
