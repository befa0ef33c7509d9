"""Undo and redo find the right entry, and altered entries are named."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.verdicts.history import (
    Change,
    Reversal,
    chain_faults,
    change_of,
    hash_of,
    payload,
    redo,
    undo,
)
from workbench.core.verdicts.records import Document, checked, content, stamped
from workbench.errors import UsageError

AT = "2026-03-02T12:00:00Z"


class Diary:
    """A history in memory: what a store does with put_many, and nothing else."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.now: dict[str, Document] = {}

    def save(
        self, by: str, action: str = "edit", undoes: tuple[int, ...] = (), **docs: Any
    ) -> None:
        for place, (name, fields) in enumerate(docs.items(), 1):
            before = self.now.get(name)
            doc = checked({"type": "note", "id": name, **fields})
            after = stamped(doc, (before["revision"] if before else 0) + 1, by, AT)
            back = undoes[place - 1] if undoes else None
            text = payload(
                clock=len(self.changes) + 1,
                action=action,
                before=before,
                after=after,
                previous=[self.changes[-1].hash] if self.changes else [],
                undone_hash=self.changes[back - 1].hash if back else "",
                batch=(place, len(docs)),
            )
            self.append(text, after, before, action, back, (place, len(docs)))
            self.now[name] = after

    def append(
        self, text: str, after: Any, before: Any, action: str, back: Any, batch: Any
    ) -> None:
        entry = {
            **{field: after[field] for field in ("at", "by", "type", "id", "claim")},
            "clock": len(self.changes) + 1,
            "action": action,
            "before": before,
            "after": after,
            "previous": [self.changes[-1].hash] if self.changes else [],
            "undoes": self.changes[back - 1].hash if back else "",
            "batch": batch,
        }
        number = len(self.changes) + 1
        self.changes.append(change_of(entry, hash_of(text), "w", number, back))

    def reverse(self, how: Any, by: str) -> Reversal:
        back = how(reversed(self.changes), by)
        docs = {doc["id"]: content(doc) for doc, _ in back.documents}
        for doc, expected in back.documents:
            assert expected == self.now[doc["id"]]["revision"]
        self.save(by, back.action, back.undoes, **docs)
        return back

    def says(self, name: str) -> object:
        doc = self.now[name]
        return None if doc.get("deleted") else doc["text"]


def test_undo_goes_back_step_by_step_and_redo_forth() -> None:
    diary = Diary()
    for text in ("one", "two", "three"):
        diary.save("Ada", n={"text": text})
    seen = []
    for how in (undo, undo, undo, redo, redo, undo, redo, redo):
        diary.reverse(how, "Ada")
        seen.append(diary.says("n"))
    assert seen == ["two", "one", None, "one", "two", "one", "two", "three"]
    assert len(diary.changes) == 11
    with pytest.raises(UsageError, match="nothing to redo"):
        diary.reverse(redo, "Ada")


def test_undo_ends_where_the_history_begins() -> None:
    diary = Diary()
    diary.save("Ada", n={"text": "one"})
    diary.reverse(undo, "Ada")
    with pytest.raises(UsageError, match="nothing to undo for Ada"):
        diary.reverse(undo, "Ada")


def test_a_new_change_ends_what_can_be_redone() -> None:
    diary = Diary()
    diary.save("Ada", n={"text": "one"})
    diary.reverse(undo, "Ada")
    diary.save("Ada", m={"text": "other"})
    with pytest.raises(UsageError, match="nothing to redo"):
        diary.reverse(redo, "Ada")


def test_a_reviewer_takes_back_only_their_own() -> None:
    diary = Diary()
    diary.save("Ada", n={"text": "one"})
    diary.save("Ben", m={"text": "two"})
    assert [change.by for change in diary.reverse(undo, "Ada").changes] == ["Ada"]
    with pytest.raises(UsageError, match="nothing to undo for Cem"):
        diary.reverse(undo, "Cem")


def test_what_somebody_else_changed_since_is_not_taken_back() -> None:
    diary = Diary()
    diary.save("Ada", n={"text": "one"})
    diary.save("Ben", n={"text": "two"})
    with pytest.raises(UsageError, match="Ben has changed note n since"):
        diary.reverse(undo, "Ada")
    diary.reverse(undo, "Ben")
    diary.reverse(undo, "Ada")
    assert diary.says("n") is None


def test_a_group_is_taken_back_as_a_group() -> None:
    diary = Diary()
    diary.save("Ada", n={"text": "one"}, m={"text": "1"})
    diary.save("Ada", n={"text": "two"}, m={"text": "2"}, k={"text": "3"})
    back = diary.reverse(undo, "Ada")
    assert sorted(back.undoes) == [3, 4, 5]
    assert [diary.says(name) for name in "nmk"] == ["one", "1", None]
    diary.reverse(redo, "Ada")
    assert [diary.says(name) for name in "nmk"] == ["two", "2", "3"]


def test_only_as_much_of_the_history_is_read_as_is_needed() -> None:
    diary = Diary()
    for number in range(50):
        diary.save("Ada", n={"text": str(number)})
    newest = iter(reversed(diary.changes))
    undo(newest, "Ada")
    assert len(list(newest)) == 49


@given(st.lists(st.sampled_from(["save", "undo", "redo"]), max_size=30))
def test_undo_and_redo_agree_with_a_plain_stack(acts: list[str]) -> None:
    diary, done, undone = Diary(), [None], []
    for number, act in enumerate(acts):
        if act == "save":
            diary.save("Ada", n={"text": number})
            done.append(number)
            undone = []
        elif act == "undo" and len(done) > 1:
            diary.reverse(undo, "Ada")
            undone.append(done.pop())
        elif act == "redo" and undone:
            diary.reverse(redo, "Ada")
            done.append(undone.pop())
        else:
            with pytest.raises(UsageError):
                diary.reverse(undo if act == "undo" else redo, "Ada")
    if diary.changes:
        assert diary.says("n") == done[-1]


def test_a_whole_chain_has_no_faults() -> None:
    diary = Diary()
    for number in range(5):
        diary.save("Ada", n={"text": str(number)})
    assert list(chain_faults(diary.changes)) == []


@pytest.mark.parametrize(
    "forged",
    [
        {"by": "Ben"},
        {"after": {"type": "note", "id": "n", "claim": None, "revision": 3, "text": "forged"}},
        {"before": None},
        {"previous": ()},
        {"batch": (1, 2)},
        {"clock": 9},
    ],
)
def test_an_altered_entry_is_named(forged: dict[str, Any]) -> None:
    diary = Diary()
    for number in range(5):
        diary.save("Ada", n={"text": str(number)})
    original = diary.changes[2]
    after = {**original.after, "at": AT, "by": "Ada"} | forged.get("after", {})
    diary.changes[2] = replace(
        original, **{**forged, "after": {**after, "by": forged.get("by", "Ada")}}
    )
    faults = list(chain_faults(diary.changes))
    assert len(faults) == 1
    assert faults[0].startswith("entry 3 (")


def test_an_entry_altered_with_its_hash_or_taken_out_is_missed_by_the_next() -> None:
    diary = Diary()
    for number in range(5):
        diary.save("Ada", n={"text": str(number)})
    changes = diary.changes
    other = Diary()
    for number in (0, 1, 7):
        other.save("Ada", n={"text": str(number)})
    for forged in (
        [*changes[:2], other.changes[2], *changes[3:]],
        [*changes[:2], *changes[3:]],
    ):
        faults = list(chain_faults(forged))
        assert len(faults) == 1
        assert faults[0].startswith("entry 4 (")
        assert changes[2].hash[:12] in faults[0]
