"""Contradictions as people work with them: put away with a reason, settled, new since a day."""

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.case.test_comparing import FIRE, take_in
from workbench.case import Case
from workbench.errors import UnknownId, UsageError

TODAY = datetime.now(UTC).date()


def ids(case: Case, **how: object) -> list[str]:
    return [row.found.id for row in case.contradicting.rows(**how)]  # type: ignore[arg-type]


@pytest.fixture
def contested(empty_case: Case, tmp_path: Path) -> Case:
    take_in(empty_case, tmp_path, a=FIRE.format(12), b=FIRE.format(21))
    return empty_case


def test_what_is_put_away_is_listed_apart_with_its_reason(contested: Case) -> None:
    (id,) = ids(contested)
    contested.contradicting.dismiss(id[:6], "  two different fires ")
    assert ids(contested) == []
    (row,) = contested.contradicting.rows(dismissed=True)
    assert row.status == "dismissed"
    assert row.dismissal
    assert (row.dismissal.why, row.dismissal.by) == ("two different fires", "Ada")


def test_a_dismissal_is_taken_back_like_any_decision(contested: Case) -> None:
    (id,) = ids(contested)
    contested.contradicting.dismiss(id, "two different fires")
    assert "two different fires" in contested.decisions.undo()
    assert ids(contested) == [id]
    contested.decisions.redo()
    assert ids(contested) == []
    assert contested.decisions.verify() == []


def test_one_more_paper_with_the_same_numbers_changes_nothing(
    contested: Case, tmp_path: Path
) -> None:
    contested.contradicting.dismiss(ids(contested)[0], "two different fires")
    take_in(contested, tmp_path, c="Nurses say: " + FIRE.format(12))
    assert ids(contested) == []


def test_it_comes_back_when_somebody_says_something_else(contested: Case, tmp_path: Path) -> None:
    contested.contradicting.dismiss(ids(contested)[0], "two different fires")
    take_in(contested, tmp_path, c=FIRE.format(47))
    (row,) = contested.contradicting.rows()
    assert row.found.numbers == {"12", "21", "47"}


def test_it_outlives_the_derived_data(contested: Case) -> None:
    contested.contradicting.dismiss(ids(contested)[0], "two different fires")
    folder = contested.folder
    contested.close()
    for file in sorted((folder / ".workbench").rglob("*"), reverse=True):
        file.unlink() if file.is_file() else file.rmdir()
    with Case.open(folder, "Ben") as again:
        again.corpus.sync()
        assert ids(again) == []
        assert len(ids(again, dismissed=True)) == 1


@pytest.mark.parametrize(("id", "why"), [("", "reason"), ("abc", "reason"), ("0" * 12, "reason")])
def test_only_what_is_listed_can_be_put_away(contested: Case, id: str, why: str) -> None:
    with pytest.raises(UnknownId):
        contested.contradicting.dismiss(id, why)


def test_a_dismissal_needs_a_reason(contested: Case) -> None:
    with pytest.raises(UsageError):
        contested.contradicting.dismiss(ids(contested)[0], " ")


def test_a_verdict_with_the_other_side_linked_settles_it(contested: Case) -> None:
    (row,) = contested.contradicting.rows()
    one, other = row.found.one, row.found.other
    claim = next(c.id for c in contested.corpus.claims() if c.article == one.article)
    contested.decisions.rule(claim, "true", "The morgue counted.")
    assert [r.status for r in contested.contradicting.rows()] == ["open"]
    contested.decisions.link(claim, other.article, other.start, other.end, "conflicts")
    assert [r.status for r in contested.contradicting.rows()] == ["settled"]


def test_what_came_in_since_a_day(contested: Case, tmp_path: Path) -> None:
    assert len(ids(contested, since=TODAY)) == 1
    assert ids(contested, since=TODAY + timedelta(2)) == []
    long_ago = datetime(2020, 1, 1, tzinfo=UTC).timestamp()
    for seed in (contested.folder / "seeds").iterdir():
        os.utime(seed, (long_ago, long_ago))
    contested.corpus.sync()
    assert ids(contested, since=date(2021, 1, 1)) == []
    take_in(contested, tmp_path, c=FIRE.format(47))
    assert len(ids(contested, since=date(2021, 1, 1))) == 1


def test_a_contradiction_is_given_and_noted_on_and_both_are_undone(contested: Case) -> None:
    (id,) = ids(contested)
    contested.contradicting.assign(id[:6], " Ben ")
    contested.contradicting.note(id, "ask the morgue")
    (row,) = contested.contradicting.rows()
    assert (row.assignee, [n.text for n in row.notes]) == ("Ben", ["ask the morgue"])
    assert "ask the morgue" in contested.decisions.undo()
    assert "Ben" in contested.decisions.undo()
    (row,) = contested.contradicting.rows()
    assert (row.assignee, row.notes) == ("", ())
    assert contested.decisions.verify() == []


def test_whoever_has_it_keeps_it_when_a_value_comes_in(contested: Case, tmp_path: Path) -> None:
    contested.contradicting.assign(ids(contested)[0], "Ben")
    take_in(contested, tmp_path, c=FIRE.format(47))
    (row,) = contested.contradicting.rows()
    assert row.assignee == "Ben"
    contested.contradicting.assign(row.found.id, "")
    assert [row.assignee for row in contested.contradicting.rows()] == [""]


def test_a_note_on_a_contradiction_needs_a_text(contested: Case) -> None:
    with pytest.raises(UsageError):
        contested.contradicting.note(ids(contested)[0], "  ")
