"""What keeps a sentence from being a checkable assertion of fact.

Questions, wishes, predictions and plain opinion have no truth value that a
fact-checker could find today. The table follows the "unimportant factual" and
"non-factual" classes of the ClaimBuster annotation (Hassan et al., KDD 2017).
"""

import re

from workbench.core.reading.dates.date_context import lowered
from workbench.core.text.pattern_needs import Sieve, words_in

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


_SIEVE = Sieve([*(p.pattern for _, p in RULES), _PLANNED.pattern, *(p.pattern for _, p in MODALS)])
_ALL = (*RULES, ("prediction", _PLANNED), *MODALS)


def unassertive(sentence: str) -> str:
    """Name the rule by which a sentence is no plain assertion of fact, or ""."""
    if not _ENOUGH.match(sentence, 0, 200):
        return "too short"
    low = lowered(sentence)
    for place in _SIEVE.passing(words_in(sentence)):
        name, pattern = _ALL[place]
        modal = place > len(RULES)
        if _leads(pattern, sentence, low) if modal else pattern.search(low):
            return name
    return ""


def _leads(modal: re.Pattern[str], sentence: str, low: str) -> bool:
    """Whether a modal stands before any verb that asserts."""
    spans = (match.span() for match in modal.finditer(low))
    first = next((a for a, b in spans if sentence[a:b] not in _MONTH), -1)
    finite = _FINITE.search(low) if first >= 0 else None
    return first >= 0 and not (finite and finite.start() < first)
