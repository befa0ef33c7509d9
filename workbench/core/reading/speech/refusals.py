"""Refusals: what somebody will not say is no statement of theirs."""

from collections.abc import Sequence
from functools import cache

from workbench.core.lexicon.en.grammar import DO, MODALS
from workbench.core.lexicon.en.inflection import verb_forms
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.matcher import SHELF, Rule, RuleTable
from workbench.core.reading.tokens import Token

CLASSES = {
    "ABLE": MODALS | DO,
    "DECLINE": verb_forms("decline refuse"),
    "SAY": verb_forms(
        "say confirm comment verify elaborate answer discuss speculate disclose specify"
        " respond reply identify reveal name corroborate deny address provide talk speak give "
        "release"
    ),
    "STOP": word_set("stop stops stopped stopping fall falls fell"),
    "UNABLE": word_set("unable unwilling reluctant unavailable"),
}
RULES = (
    Rule(
        "declines to say",
        "DECLINE LY? to WORD{0,2}? SAY",
        yes=("Voss declined to comment.", "They refused to publicly say why."),
        no=("Voss declined the post.", "They refused to leave."),
    ),
    Rule(
        "would not say",
        "(ABLE LY? (not|neither)|cannot|NEGATIVE) (LY|yet|further){0,2} (SAY nor)? SAY",
        yes=("Voss would not say why.", "He couldn’t confirm it.", "It did not respond."),
        no=("Voss said she could not sleep.", "He would say it."),
    ),
    Rule(
        "is unable to say",
        "UNABLE (to LY? SAY|for comment)|not (immediately|LY)? available (for|to) (comment|SAY)",
        yes=("The army was unable to confirm it.", "She was not available for comment."),
        no=("She was unable to swim.",),
    ),
    Rule(
        "stops short of saying",
        "STOP LY? short of WORD{0,2}? ING",
        yes=("Voss stopped short of saying so.",),
        no=("Voss stopped saying so.",),
    ),
)
"""Ways of saying nothing; the verb of saying in each reports nothing."""


@cache
def _table() -> RuleTable:
    return RuleTable(RULES, CLASSES, SHELF)


def refused(words: Sequence[Token]) -> frozenset[int]:
    """The words of a passage, by place, with which somebody refuses to say something."""
    return frozenset(
        i for found in _table().search(words) for i in range(found.first, found.last + 1)
    )
