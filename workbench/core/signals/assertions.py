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
        ("prediction", r"\b(?:will|won[’']t|would|could|(?-i:may)|might|is likely to|are likely to|is expected to|are expected to|is set to|are set to|in the future|is going to|are going to)\b"),
        ("advice or wish", r"\b(?:should|must|ought to|need(?:s)? to|let[’']?s|we hope|i hope|hopefully|please)\b"),
        ("opinion", r"\b(?:i think|we think|i believe|i feel|in my (?:view|opinion)|it seems|seems? to be|appears? to be|perhaps|arguably|one may wonder|of course|frankly|unfortunately|sadly|clearly|obviously)\b"),
        ("address to the reader", r"\b(?:you can|you may|you will|your)\b"),
    )
)  # fmt: skip
"""(name, pattern): a sentence that one matches is no plain assertion."""

_WORD = re.compile(r"\w+")


def unassertive(sentence: str) -> str:
    """Name the rule by which a sentence is no plain assertion of fact, or ""."""
    if sum(1 for _ in _WORD.finditer(sentence, 0, 200)) < SHORTEST:
        return "too short"
    return next((name for name, pattern in RULES if pattern.search(sentence)), "")
