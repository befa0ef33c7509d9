"""Several reviewers with a store open each, against a plain model of what must hold."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from workbench.core.verdicts import history
from workbench.core.verdicts.records import content
from workbench.edges.store import VerdictStore, open_store
from workbench.errors import StaleRevision, UsageError

REVIEWERS = ("Ada", "Ben", "Cem")
CLAIMS = ("c1", "c2", "c3")
AT = "2026-03-02T12:00:00Z"


class Reviewers(RuleBasedStateMachine):
    """What each reviewer read last is what their saves are based on."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="reviewers"))
        self.stores: dict[str, VerdictStore] = {who: self.opened() for who in REVIEWERS}
        self.revisions: dict[str, int] = {}
        self.ratings: dict[str, int | None] = {}
        self.read: dict[tuple[str, str], int] = {}
        self.saved = 0
        self.entries = 0

    def opened(self) -> VerdictStore:
        return open_store(self.folder / "claims", timeout=5)

    def teardown(self) -> None:
        for store in self.stores.values():
            store.close()
        shutil.rmtree(self.folder)

    @rule(who=st.sampled_from(REVIEWERS), claim=st.sampled_from(CLAIMS))
    def read_it(self, who: str, claim: str) -> None:
        self.stores[who].refresh()
        doc = self.stores[who].get("vote", claim)
        assert (doc["rating"] if doc else None) == self.ratings.get(claim)
        if doc:
            assert doc["revision"] == self.revisions[claim]
        self.read[who, claim] = doc["revision"] if doc else 0

    @rule(
        who=st.sampled_from(REVIEWERS),
        claims=st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=2, unique=True),
        deletes=st.booleans(),
    )
    def save(self, who: str, claims: list[str], deletes: bool) -> None:
        self.saved += 1
        mark = {"deleted": True} if deletes else {}
        docs = [
            (
                {"type": "vote", "id": claim, "claim": claim, "rating": self.saved, **mark},
                self.read.get((who, claim), 0),
            )
            for claim in claims
        ]
        if all(
            self.is_current(claim, based_on)
            for claim, (_, based_on) in zip(claims, docs, strict=True)
        ):
            self.stores[who].put_many(docs, by=who, at=AT)
            for claim in claims:
                self.note(who, claim, None if deletes else self.saved)
        else:
            with pytest.raises(StaleRevision):
                self.stores[who].put_many(docs, by=who, at=AT)

    def is_current(self, claim: str, based_on: int) -> bool:
        gone = based_on == 0 and self.ratings.get(claim) is None
        return gone or based_on == self.revisions.get(claim, 0)

    def note(self, who: str, claim: str, rating: int | None) -> None:
        self.revisions[claim] = self.revisions.get(claim, 0) + 1
        self.ratings[claim] = rating
        self.read[who, claim] = self.revisions[claim]
        self.entries += 1

    @rule(who=st.sampled_from(REVIEWERS), how=st.sampled_from([history.undo, history.redo]))
    def take_back(self, who: str, how) -> None:
        store = self.stores[who]
        store.refresh()
        try:
            back = how(store.changes(newest_first=True), who)
        except UsageError:
            return
        store.put_many(back.documents, by=who, at=AT, action=back.action, undoes=back.undoes)
        for doc, _ in back.documents:
            self.note(who, doc["id"], None if doc.get("deleted") else content(doc)["rating"])

    @rule(who=st.sampled_from(REVIEWERS))
    def open_again(self, who: str) -> None:
        self.stores[who].close()
        self.stores[who] = self.opened()

    @rule(who=st.sampled_from(REVIEWERS))
    def compact(self, who: str) -> None:
        self.stores[who].compact()

    @precondition(lambda self: self.entries)
    @invariant()
    def the_history_holds_every_change_and_no_other(self) -> None:
        store = self.stores["Ada"]
        store.refresh()
        changes = list(store.changes())
        assert [change.seq for change in changes] == list(range(1, self.entries + 1))
        assert list(history.chain_faults(changes)) == []
        ratings = {doc["id"]: doc["rating"] for doc in store.query("vote")}
        assert ratings == {c: rating for c, rating in self.ratings.items() if rating is not None}


class TestReviewers(Reviewers.TestCase):
    settings = settings(
        max_examples=12,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.slow
class TestManyReviewers(Reviewers.TestCase):
    settings = settings(
        max_examples=250,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
