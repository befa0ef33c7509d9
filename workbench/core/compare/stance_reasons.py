"""Whether both sides say of the shared words that they are so, are not so, or may be so."""

from collections.abc import Iterator

from workbench.core.compare.negation_reasons import GENERIC
from workbench.core.compare.profiles import Profile, negated_of_another
from workbench.core.compare.reasons import AGAINST, APART, FOR, Pair, Reason
from workbench.core.lexicon.en.framing_words import COMPLETED
from workbench.core.reading.frames import CONFIRMED, GOING_ON, OPEN, VIEW

FEW = 3
"""Content words behind a negation that it negates before all others."""


def stance_reasons(pair: Pair) -> list[Reason]:
    """What is said not to be so on one side only, or on both; what is left open on one only."""
    claim, passage = pair.claim_words, pair.passage_words
    if not claim.frames | passage.frames and not any(claim.against) and not any(passage.against):
        return []
    names = pair.names
    shared = (claim.content & passage.content) - GENERIC
    telling = shared - names
    return [
        *_against(pair, telling, shared),
        *_open(pair, telling or shared),
        *_words(pair),
        *_going_on(pair),
    ]


def _against(pair: Pair, telling: frozenset[str], shared: frozenset[str]) -> Iterator[Reason]:
    claim, passage = pair.claim_words, pair.passage_words
    if negated_of_another(claim, passage) or negated_of_another(passage, claim):
        yield Reason("negated of another", "what is negated is said of somebody else", APART, 1.0)
        return
    one, other = _denied(claim), _denied(passage)
    differ, both = (one ^ other) & telling, one & other & telling
    whole = max(1, len(telling))
    if both:
        yield Reason("untrue on both sides", f"both say that {_said(pair, both)} is not so", FOR,
                     len(both) / whole)  # fmt: skip
    side = "the passage" if len(other & shared) >= len(one & shared) else "the claim"
    if differ:
        text = f"{side} says that {_said(pair, differ)} is not so"
        yield Reason("untrue on one side", text, AGAINST, len(differ) / whole)
        if differ & (_focus(claim) | _focus(passage)):
            yield Reason("negated first", text, AGAINST, 1.0)
        if len(differ) == len(telling):
            yield Reason("all of it untrue on one side", text, AGAINST, 1.0)
    elif telling and (one ^ other) & shared:
        text = f"{side} negates {_said(pair, (one ^ other) & shared)}"
        yield Reason("only names negated", text, AGAINST, 1.0)
    elif one or other:
        yield Reason("negates something else", "one side negates something else", APART, 1.0)


def _open(pair: Pair, shared: frozenset[str]) -> Iterator[Reason]:
    """What one side leaves open. That somebody said it counts in headlines only: sentences of
    the news nearly always name who said it."""
    claim, passage = pair.claim_words, pair.passage_words
    if CONFIRMED in pair.passage_words.frames and CONFIRMED not in pair.claim_words.frames:
        other = _under(pair.passage_words, CONFIRMED) & shared - _denied(pair.passage_words)
        if other:
            yield Reason("confirmed", f"{_said(pair, other)} is confirmed in the passage", FOR,
                         len(other) / max(1, len(shared)))  # fmt: skip
    kinds = OPEN | {VIEW} if pair.passage_words.titled else OPEN
    for kind in sorted(kinds):
        one, other = (_under(side, kind) & shared for side in (claim, passage))
        if other and not one:
            yield Reason(f"{kind}: the passage", f"{_said(pair, other)} is {_OPEN[kind]} in the "
                         "passage", APART, len(other) / max(1, len(shared)))  # fmt: skip
        elif one and not other:
            yield Reason(f"{kind}: the claim", f"{_said(pair, one)} is {_OPEN[kind]} in the claim",
                         APART, len(one) / max(1, len(shared)))  # fmt: skip


_OPEN = {
    "alleged": "only alleged",
    "question": "only asked about",
    "conditional": "only a condition",
    "wish": "only wished for or planned",
    "withheld": "what somebody would not speak of",
    "view": "told as somebody’s view",
    "going on": "still going on",
}


def _going_on(pair: Pair) -> Iterator[Reason]:
    """What still goes on is not over: "still burning" against "put out"."""
    for one, other, side in (
        (pair.claim_words, pair.passage_words, "passage"),
        (pair.passage_words, pair.claim_words, "claim"),
    ):
        over = [w for w in one.words if w in COMPLETED and w not in other.words]
        if over and GOING_ON in other.frames and GOING_ON not in one.frames:
            yield Reason(
                "still going on", f"still going on in the {side}, not “{over[0]}”", AGAINST, 2.5
            )
            return


def _words(pair: Pair) -> Iterator[Reason]:
    for kind, name in (("false word", "calls something false"), ("false answer", "answers no")):
        one, other = kind in pair.claim_words.frames, kind in pair.passage_words.frames
        if one != other:
            side = "the passage" if other else "the claim"
            yield Reason(name, f"{side} {name}", AGAINST, 1.0)


def _denied(words: Profile) -> frozenset[str]:
    """The content words that are said not to be so wherever they stand."""
    said: dict[str, bool] = {}
    for meant, against in zip(words.meant, words.against, strict=True):
        if meant:
            said[meant] = said.get(meant, True) and against
    return frozenset(meant for meant, against in said.items() if against)


def _focus(words: Profile) -> frozenset[str]:
    """The first FEW content words behind each negation."""
    found: list[str] = []
    for at in words.after_negation:
        found += [meant for meant in words.meant[at:] if meant][:FEW]
    return frozenset(found)


def _under(words: Profile, kind: str) -> frozenset[str]:
    return frozenset(
        m for m, kinds in zip(words.meant, words.open, strict=True) if m and kind in kinds
    )


def _said(pair: Pair, words: frozenset[str]) -> str:
    """Up to three of these words as the claim writes them, in its order."""
    spelled = dict(reversed(list(pair.claim_words.spelled.items())))
    return ", ".join(f"“{spelled[word]}”" for word in spelled if word in words)[:120] or "it"
