"""The desk teaches: what was decided on suggestions, and the weights refitted to it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.case.context import Parts
from workbench.case.corpus import Corpus
from workbench.case.matching import Matching
from workbench.case.saving import save
from workbench.core.compare.reasons import pair
from workbench.core.compare.wording_reasons import matter
from workbench.core.decide.learning import LEARNT, Decided, Learnt, learnt
from workbench.core.decide.relation import (
    CONTEXT,
    barred,
    features,
    reasons_of,
    sides_of,
    table,
)
from workbench.core.evidence.anchors import Anchor
from workbench.errors import UnknownId, UsageError

NOTHING = "nobody has linked or refused a candidate yet: there is nothing to learn from"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often a reason stood beside a suggestion that was decided on, and how often the
    relation that was suggested there was confirmed."""

    rule: str
    decided: int
    agreed: int


class Teaching:
    """Reading the decisions back."""

    def __init__(self, parts: Parts, corpus: Corpus, matching: Matching) -> None:
        self._parts = parts
        self._corpus = corpus
        self._matching = matching

    def agreement(self) -> list[Agreement]:
        """For each reason how often this desk agreed, those decided on most often first."""
        decided: Counter[str] = Counter()
        agreed: Counter[str] = Counter()
        for doc in self._decisions():
            suggested = doc.get("suggested", {"rules": (), "relation": ""})
            for rule in dict.fromkeys(suggested["rules"]):
                decided[rule] += 1
                agreed[rule] += suggested["relation"] == _relation(doc)
        return [Agreement(rule, n, agreed[rule]) for rule, n in decided.most_common()]

    def preview(self) -> Learnt:
        """What refitting the table to the decisions would change. Raises UsageError for none."""
        decided = list(self._compared())
        if not decided:
            raise UsageError(NOTHING)
        return learnt(decided, table())

    def learn(self) -> Learnt:
        """Refit the table to the decisions, and use it in this case from now on.

        It is a recorded change like any other. Raises UsageError where there is nothing to
        learn from.
        """
        found = self.preview()
        stored = self._parts.store.get(*LEARNT)
        doc = {
            "type": LEARNT[0],
            "id": LEARNT[1],
            "claim": None,
            LEARNT[0]: in_words(found),
            "weights": {name: list(pair) for name, pair in found.weights.items()},
            "decisions": found.decisions,
        }
        save(self._parts, doc, stored["revision"] if stored else 0, "learn")
        return found

    def _decisions(self) -> Iterator[dict[str, Any]]:
        """The links and refusals that stand, in the order of their ids."""
        for kind in ("link", "refusal"):
            yield from sorted(self._parts.store.scan(kind), key=lambda doc: str(doc["id"]))

    def _compared(self) -> Iterator[Decided]:
        """Each decision whose claim is still in the corpus, compared anew."""
        for doc in self._decisions():
            try:
                claim = self._matching.bearing_of(self._corpus.claim(doc["claim"]))
            except UnknownId:
                continue
            both = pair(claim, self._matching.side_at(Anchor(**doc["anchor"])))
            reasons = reasons_of(both)
            values = features(both, reasons, matter(both))
            yield Decided(values, sides_of(reasons), barred(reasons, both), _relation(doc))


def _relation(doc: dict[str, Any]) -> str:
    """What a desk decided: a passage that was refused is context at most."""
    return str(doc.get("relation", CONTEXT))


def in_words(found: Learnt) -> str:
    """What was learnt, in one line."""
    of = found.decisions
    return (
        f"of {of} decisions {found.before} were suggested rightly before, {found.after} after; "
        f"{found.unseen} by weights that had not seen them"
    )
