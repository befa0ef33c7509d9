"""Denials: who denies what.

A plain negated fact ("has not provided aid") is no denial; rejecting what is or could be alleged
is. Which signs make a denial is weighed (see `signs`).
"""

import re
from collections.abc import Sequence
from functools import cache

from workbench.core.reading.matcher import SHELF, RuleTable
from workbench.core.reading.model import Attribution, Denial
from workbench.core.reading.speech.denial_signs import CLASSES, RULES
from workbench.core.reading.speech.reports import subject_of
from workbench.core.reading.speech.sign_weights import DENIAL
from workbench.core.reading.speech.signs import Weighed, weigh_passages
from workbench.core.text.passages import Document, Passage

LONGEST = 200
"""Characters after a cue that are taken for what is denied."""
_STOP = re.compile(
    r"[.;:!?—–“”\"]|,\s+(?:but|and|while|although|though|because|which|who|saying)\b"
    r"|\b(?:but|although|though|because|whereas)\b"
)
_OF_WHAT_STANDS_BEFORE = frozenset(("is not so", "is not true", "not in it", "alive and well"))
"""Signs with what is denied in front of them."""


@cache
def signs_of_denial() -> RuleTable:
    """The table of signs, built when the first text is read."""
    return RuleTable(RULES, CLASSES, SHELF)


def find_denials(
    document: Document, attributions: Sequence[Sequence[Attribution]]
) -> tuple[tuple[Denial, ...], ...]:
    """The denials of every passage, in order; boilerplate and headings have none."""
    weighed = weigh_passages(signs_of_denial(), DENIAL, document, attributions)
    return tuple(
        (_denial(passage, said, found),) if found else ()
        for passage, said, found in zip(document.passages, attributions, weighed, strict=True)
    )


def _denial(passage: Passage, said: Sequence[Attribution], found: Weighed) -> Denial:
    a, b = found.start - passage.start, found.end - passage.start
    speaker = next((x.claimant for x in said if x.polarity == "denying"), "")
    speaker = speaker or next((x.claimant for x in said), "") or subject_of(passage.quote[:a])
    if found.sign in _OF_WHAT_STANDS_BEFORE:
        what = passage.quote[:a]
    else:
        stop = _STOP.search(passage.quote, b, b + LONGEST)
        what = passage.quote[b : stop.start() if stop else b + LONGEST]
    return Denial(speaker, what.strip(" ,"), found.start, found.end, found.sign)
