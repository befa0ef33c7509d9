"""What keeps a sentence from being a checkable assertion of fact.

Questions, wishes, predictions and plain opinion have no truth value that a
fact-checker could find today. The table follows the "unimportant factual" and
"non-factual" classes of the ClaimBuster annotation (Hassan et al., KDD 2017).
"""

import re

from workbench.core.reading.dates.date_context import lowered

SHORTEST = 5
"""Words; a shorter sentence says too little to be checked by itself."""

RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("question", r"\?[\"”’')\]]*\s*$"),
        ("opinion",
         r"\b(?:i think|we think|i believe|i feel|in my (?:view|opinion)|it seems|seems? to be"
         r"|appears? to be|perhaps|arguably|of course|frankly|unfortunately|sadly|clearly"
         r"|obviously)\b"),
        ("address to the reader", r"\b(?:you can|you may|you will|your)\b"),
    )
)  # fmt: skip
"""(name, pattern): a sentence that one matches, in lower case, is no plain assertion."""

MODALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("prediction", re.compile(r"\b(?:will|won[’']t|would|could|can|may|might)\b")),
    ("advice or wish",
     re.compile(r"\b(?:should|must|ought to|needs? to|let[’']?s|hopefully|please)\b")),
)  # fmt: skip
"""(name, pattern): as the first verb of a sentence it takes the assertion away; May is a month."""

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|\w{2,30}(?:ed|ought|old|ame|ook|ave|ell))\b"
)
"""A verb that asserts: an auxiliary in the present or past, or a past form by its ending."""
_PLANNED = re.compile(r"\b(?:is|are) (?:likely|expected|set|going|due|about) to\b")
_MONTH = frozenset(("May", "MAY"))
_ENOUGH = re.compile(rf"\W{{0,200}}(?:\w{{1,200}}\W{{1,200}}){{{SHORTEST - 1}}}\w")


def unassertive(sentence: str) -> str:
    """Name the rule by which a sentence is no plain assertion of fact, or ""."""
    if not _ENOUGH.match(sentence, 0, 200):
        return "too short"
    low = lowered(sentence)
    named = next((name for name, pattern in RULES if pattern.search(low)), "")
    if named or _PLANNED.search(low):
        return named or "prediction"
    finite = _FINITE.search(low)
    for name, pattern in MODALS:
        modals = (
            m.start() for m in pattern.finditer(low) if sentence[m.start() : m.end()] not in _MONTH
        )
        first = next(modals, len(low))
        if first < len(low) and not (finite and finite.start() < first):
            return name
    return ""
