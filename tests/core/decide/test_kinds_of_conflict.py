"""Kinds of passages that turn a claim round, leave it open or speak of something else."""

import json
from collections import defaultdict
from pathlib import Path

import pytest

from workbench.core.compare.bearings import bearing
from workbench.core.decide.relation import CONFLICTS, CORROBORATES, compare


def relation(claim: str, passage: str) -> str:
    return compare(bearing(claim), bearing(passage)).relation


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The ferry to Kelve was sold.", "Reports that the ferry to Kelve was sold are untrue."),
        ("Wolves were seen at the port.", "It is a hoax that wolves were seen at the port."),
        ("The rebels freed the pilots on Friday.", "The pilots were still being held on Friday."),
        ("Voss sued the union over pay.", "The union sued Voss over pay."),
        ("The road to Kelve is often flooded.", "The road to Kelve is rarely flooded."),
        ("The cook of the ferry was Greek.", "The cook of the ferry was Turkish."),
        ("All but five of the 60 divers came back.", "Five of the 60 divers came back."),
        ("The lighthouse was built in 1911.", "The lighthouse was built in 1936."),
    ],
)
def test_what_turns_a_claim_round_conflicts(claim: str, passage: str) -> None:
    assert relation(claim, passage) == CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Three sailors drowned in a bid to save the ship.",
         "Three sailors drowned in a failed bid to save the ship."),
        ("Cooks in Kelve walked out on Friday over pay.",
         "In a dispute over pay, cooks in Kelve walked out on Friday."),
        ("The captain opened the dock in Kelve.",
         "The owner did not open the fair, and the dock in Kelve is empty."),
        ("The lighthouse was built in 1911.", "The lighthouse was painted in 1936."),
        ("The sea wall is 4 metres high.", "The sea wall cost 9 million euros."),
    ],
)  # fmt: skip
def test_what_is_said_of_something_else_does_not_conflict(claim: str, passage: str) -> None:
    assert relation(claim, passage) != CONFLICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The miller met the banker in March.",
         "The miller did not answer questions about whether he met the banker in March."),
        ("The army shelled the port.", "The army declined to comment on reports of shells."),
        ("Guards detained 31 men in Kelve.", "A 31-year-old man was detained in Kelve."),
        ("The dam at Kelve burst.", "There is no evidence that the dam at Kelve burst."),
    ],
)  # fmt: skip
def test_what_leaves_a_claim_open_does_not_corroborate(claim: str, passage: str) -> None:
    assert relation(claim, passage) != CORROBORATES


KINDS: dict[str, list[dict[str, object]]] = defaultdict(list)
for _line in (Path(__file__).parents[2] / "gold" / "relation-kinds.jsonl").open(encoding="utf-8"):
    KINDS[(_row := json.loads(_line))["kind"]].append(_row)


@pytest.mark.parametrize("kind", KINDS)
def test_every_pair_of_a_kind_has_a_relation_that_it_may_have(kind: str) -> None:
    wrong = [
        (row["claim"], row["passage"], found)
        for row in KINDS[kind]
        if (found := relation(str(row["claim"]), str(row["passage"]))) not in list(row["may"])  # type: ignore[call-overload]
    ]
    assert wrong == []
