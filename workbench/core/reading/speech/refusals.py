"""Refusals: what somebody will not say is no statement of theirs."""

from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from workbench.core.lexicon.en.grammar import DO, MODALS
from workbench.core.lexicon.en.inflection import verb_forms
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.matcher import SHELF, Rule, RuleTable
from workbench.core.reading.model import Figure
from workbench.core.reading.tokens import Token

CLASSES = {
    "ABLE": MODALS | DO,
    "CLAIM": word_set(
        "claim claims statement statements assertion assertions allegation allegations accusation"
        " accusations report reports remark remarks comment comments story testimony warning "
        "estimate"
    ),
    "AVOID": verb_forms("avoid dodge duck evade sidestep"),
    "DECLINE": verb_forms("decline refuse"),
    "KEEP": verb_forms("remain stay keep") | word_set("kept was were is are been"),
    "SAY": verb_forms(
        "say confirm comment verify elaborate answer discuss speculate disclose specify"
        " respond reply identify reveal name corroborate deny address provide talk speak give "
        "release"
    ),
    "HAVE": word_set("has have had having"),
    "HOLD": verb_forms("hold back shy step stay") | word_set("held kept keep"),
    "REFRAIN": verb_forms("refrain abstain desist"),
    "RULE": word_set("rule rules ruled ruling"),
    "RETREAT": word_set(
        "backtrack backtracks backtracked backtracking backpedal backpedals backpedaled "
        "backpedalled"
        " backpedaling recant recants recanted recanting"
    ),
    "RETRACT": verb_forms("retract withdraw revoke rescind") | word_set("withdrew withdrawn"),
    "STOP": word_set("stop stops stopped stopping fall falls fell"),
    "TAKE": word_set(
        "take takes took taken taking walk walks walked walking row rows rowed rowing roll rolls "
        "rolled"
    ),
    "UNABLE": word_set("unable unwilling reluctant unavailable"),
}
RULES = (
    Rule(
        "declines to say",
        "DECLINE (LY? to (WORD{0,2}? SAY|be drawn)|(an|any|all) (interview|interviews|requests))",
        yes=(
            "Voss declined to comment.",
            "Voss declined an interview.",
            "They refused to publicly say why.",
        ),
        no=("Voss declined the post.", "They refused to leave."),
    ),
    Rule(
        "would not say",
        "((ABLE|HAVE) LY? (not|neither)|cannot|NEGATIVE|not able to|never) (LY|yet|further){0,2}"
        " (SAY nor)? (be|been)? ((want|wish) to)? SAY|(not|NEGATIVE) be drawn",
        yes=(
            "Voss would not say why.",
            "He couldn’t confirm it.",
            "It did not respond.",
            "She has not confirmed it.",
            "It could not be verified.",
        ),
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
        "STOP LY? short of WORD{0,2}? ING|(REFRAIN|HOLD back|HOLD away|HOLD) from LY? SAY",
        yes=("Voss stopped short of saying so.", "Voss refrained from saying so."),
        no=("Voss stopped saying so.", "Voss held a letter from home."),
    ),
    Rule(
        "neither says nor denies",
        "neither SAY nor (SAY|RULE out|RULE it out)",
        yes=("Voss neither confirmed nor denied it.", "He could neither confirm nor rule it out."),
        no=("Voss said neither came.",),
    ),
    Rule(
        "avoids saying",
        "AVOID LY? (ING|WORD? (question|questions))",
        yes=("Voss avoided saying so.", "Voss dodged questions about it."),
        no=("Voss avoided the rain.",),
    ),
    Rule(
        "keeps silent",
        "KEEP LY? (silent|mum|tight-lipped) (about|on|over)?",
        yes=("Voss remained silent on it.", "Voss was tight-lipped about it."),
        no=("The night was calm.", "Voss kept a diary."),
    ),
    Rule(
        "says nothing",
        "SAY nothing (more|further)? (?= (about|on|publicly|MARK))"
        "|no comment MARK{1,3} WORD{0,3}? SAY|(make|makes|made|making) no (mention|reference)",
        yes=("Voss said nothing.", "“No comment,” Voss said.", "Voss made no mention of it."),
        no=("Voss said nothing had changed.",),
    ),
    Rule(
        "no comment",
        "(offer|offers|offered)? no (further|immediate|official|public)?"
        " (comment|comments|answer|reply|response)"
        " (on|about|to|regarding) (WORD{0,3}? CLAIM)?",
        yes=("Voss made no comment on the reports.",),
        no=("Voss made no secret of the reports.",),
    ),
    Rule(
        "takes it back",
        "(RETREAT|RETRACT|TAKE back|HOLD away|HOLD off|HOLD down) (on|from)?"
        " (WORD|POSSESSIVE){0,3}? CLAIM",
        yes=("Voss retracted her claim.", "Voss rowed back on his earlier statement."),
        no=("Voss repeated her claim.", "Voss took the letter back."),
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


_GOES_ON = frozenset({"but", "said", "says", "say", "told", "adding", "added", "although", "while"})
"""Words behind which a refusal says nothing any more."""


def told(figures: Sequence[Figure], words: Sequence[Token]) -> tuple[Figure, ...]:
    """The figures of a passage; a toll that somebody refuses to confirm is nobody's toll."""
    if not any(figure.human_toll and not figure.incidental for figure in figures):
        return tuple(figures)
    silent = refused(words)
    if not silent:
        return tuple(figures)
    last = max(silent)
    stop = next(
        (t.start for t in words[last + 1 :] if t.low in _GOES_ON or (t.mark and t.text in ".;,")),
        words[-1].end,
    )
    return tuple(
        replace(f, incidental=True) if f.human_toll and words[last].end <= f.start < stop else f
        for f in figures
    )
