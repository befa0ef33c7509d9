"""What keeps a sentence from being a checkable assertion of fact.

Questions, wishes, predictions and plain opinion have no truth value that a
fact-checker could find today. The table follows the "unimportant factual" and
"non-factual" classes of the ClaimBuster annotation (Hassan et al., KDD 2017).
"""

import re

SHORTEST = 5
"""Words; a shorter sentence says too little to be checked by itself."""

RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("question", r"\?[\"”’')\]]*\s*$"),
        ("opinion", r"\b(?:i think|we think|i believe|i feel|in my (?:view|opinion)|it seems|seems? to be|appears? to be|perhaps|arguably|of course|frankly|unfortunately|sadly|clearly|obviously)\b"),
        ("address to the reader", r"\b(?:you can|you may|you will|your)\b"),
    )
)  # fmt: skip
"""(name, pattern): a sentence that one matches is no plain assertion."""

MODALS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("prediction", re.compile(r"\b(?:will|won[’']t|would|could|can|(?-i:may)|might)\b", re.IGNORECASE)),
    ("advice or wish", re.compile(r"\b(?:should|must|ought to|needs? to|let[’']?s|hopefully|please)\b", re.IGNORECASE)),
)  # fmt: skip
"""(name, pattern): as the first verb of a sentence it takes the assertion away."""

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|\w{2,30}(?:ed|ought|old|ame|ook|ave|ell))\b",
    re.IGNORECASE,
)
"""A verb that asserts: an auxiliary in the present or past, or a past form by its ending."""
_PLANNED = re.compile(r"\b(?:is|are) (?:likely|expected|set|going|due|about) to\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def unassertive(sentence: str) -> str:
    """Name the rule by which a sentence is no plain assertion of fact, or ""."""
    if sum(1 for _ in _WORD.finditer(sentence, 0, 200)) < SHORTEST:
        return "too short"
    named = next((name for name, pattern in RULES if pattern.search(sentence)), "")
    if named or _PLANNED.search(sentence):
        return named or "prediction"
    finite = _FINITE.search(sentence)
    for name, pattern in MODALS:
        modal = pattern.search(sentence)
        if modal and not (finite and finite.start() < modal.start()):
            return name
    return ""
