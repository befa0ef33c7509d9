"""Negation with its scope: the one reader of it.

A cue governs its clause to the right, up to a mark, a conjunction or whoever is reported to
say it; a word like "false" governs the clause to its left where it is said of it. Two scopes
over one word take each other back ("did not deny that …"). Cues and scopes follow the *SEM
2012 shared task (Morante and Blanco).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from workbench.core.lexicon.en.grammar import BE, PERSONAL
from workbench.core.lexicon.en.negating_words import (
    CALLING,
    CLAUSE_ENDS,
    DECIDED,
    DENYING,
    FAILING,
    NEGATORS,
    UNTRUE,
)
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.matcher import SHELF, Found, Rule, RuleTable
from workbench.core.reading.model import Negation
from workbench.core.reading.tokens import Token, is_quote, tokens_of

REACH = 40
"""Words that a scope covers at most: no clause of the news is longer."""
TAG = 8
"""Words of "…, the mayor said on Friday" at most, from the comma."""

CLASSES = {
    "BE": BE,
    "CALLING": CALLING,
    "CLAIM": word_set(
        "claim claims report reports story stories rumour rumours rumor rumors allegation "
        "allegations"
        " accusation accusations charge charges statement statements post posts"
    ),
    "DECIDED": DECIDED,
    "DENYING": DENYING,
    "FAILING": FAILING,
    "NEGATOR": NEGATORS,
    "UNTRUE": UNTRUE,
}
_DETERMINED = "(the|a|an|his|her|its|their|any|all|LY|CAP)"

RULES = (
    Rule(
        "no negation",
        "(not (only|just|least|merely|simply|surprisingly|to mention|until)|no (doubt|wonder|matter"
        "|less|more|fewer|later|sooner|longer than)|(no one|nobody) else|nothing (but|less|short)"
        "|without (doubt|question"
        "|fail)|(if|or|why|nor) not|(cannot|not) (but|help)|no (. NUMBER|NUMBER)|never (mind|fail"
        "|fails))",
        yes=("It was not only late.", "No doubt it rained.", "No fewer than 40 came."),
        no=("It was not late.", "No bridge fell.", "Nothing fell."),
        gives="none",
    ),
    Rule(
        "a decision",
        f"DENYING ({_DETERMINED} .?)? .? DECIDED",
        yes=("The court denied bail.", "Norland rejected the new plan."),
        no=("Norland rejected the report.",),
        gives="none",
    ),
    Rule(
        "something failed",
        "(the|a|an|his|her|its|their|another|this|that|after) (failed|failing|lacking)",
        yes=("They met after a failed merger.", "Its failing mill was sold."),
        no=("The firm failed to pay.", "Talks failed."),
        gives="none",
    ),
    Rule(
        "a dispute",
        "(the|a|an|his|her|its|their|any|this|that|in|of) (LY|CAP|.)? (dispute|disputes)"
        "|(dispute|disputes) (over|between|with|about|has|have|BE)",
        yes=("In a dispute over pay they left.", "The long dispute took them to court."),
        no=("Experts dispute the figure.", "The army disputed that it fired."),
        gives="none",
    ),
    Rule(
        "dismissed from work",
        "(BE|been|being) LY? (dismissed|rejected) (for|from|after|over|without|in|on|last)",
        yes=("The guard was dismissed for theft.", "She was dismissed after the inquiry."),
        no=("The claim was dismissed by the firm.", "The report was dismissed as false."),
        gives="none",
    ),
    Rule(
        "negator",
        "cue:(no longer|no one|not (yet|any)|NEGATOR|NEGATIVE)",
        yes=("She did not go.", "She didn’t go.", "No one went."),
        no=("She went.", "A note went."),
        gives="right",
    ),
    Rule(
        "not done",
        "cue:(FAILING (to|of)?|far from|anything but|(something|someone) other than|devoid of"
        "|(stop|stops|stopped) short of|rather than|instead of|(rule|rules|ruled|ruling) out|yet to"
        "|(turned|turning|turns) down)",
        yes=("He refused to sign.", "The lab ruled out arson.", "The bridge is yet to open."),
        no=("He signed.", "The rule is out of date."),
        gives="right",
    ),
    Rule(
        "denied",
        "(?<! BE) (?<! (been|being)) cue:(DENYING)",
        yes=("Gray denied the theft.", "Gray’s denial came late."),
        no=("The theft was denied.", "Gray stole."),
        gives="right",
    ),
    Rule(
        "was denied",
        "(BE|been|being) LY? cue:(DENYING)",
        yes=("The theft was firmly denied.",),
        no=("Gray denied the theft.",),
        gives="left",
    ),
    Rule(
        "untrue claim",
        "(?<! BE) (?<! (BE|been) (LY|a|an|all|just|simply)) cue:(UNTRUE) (?= WORD? (CLAIM|news))",
        yes=("A false claim that the dam broke spread.", "Fake news of the dam spread."),
        no=("The claim is false.",),
        gives="right",
    ),
    Rule(
        "is a hoax that",
        "BE (LY|a|an|all|just|simply){0,2} cue:(UNTRUE) (?= that)",
        yes=("It is a hoax that the dam broke.", "It was untrue that she left."),
        no=("The claim that she left is false.",),
        gives="right",
    ),
    Rule(
        "said to be untrue",
        '(BE|been) (LY|a|an|all|just|simply|“|"){0,3} cue:(UNTRUE) (?! (that|LY? CLAIM|news))',
        yes=("The claim that she left is false.",),
        no=("It is a hoax that the dam broke.", "A false wall fell."),
        gives="left",
    ),
    Rule(
        "called untrue",
        'CALLING what:(!(MARK|UNTRUE|that){1,8}?) (as|LY|a|an|the|all|simply|“|"){0,3} '
        "cue:(UNTRUE)",
        yes=("He called the report a hoax.", "The lab described the photo as “fake”."),
        no=("He called the report a success.", "He called it late; it was a lie."),
        gives="what",
    ),
)
"""What negates, what it reaches (`right` or `left` of the cue, or `what`), and what is none."""

_TABLE = RuleTable(RULES, CLASSES, SHELF)
_SAYING = word_set("said says say told tells according added adds reported wrote insisted claimed")
_STOPS = frozenset(".;:!?()—–…")


def negations_in(text: str, start: int = 0) -> tuple[Negation, ...]:
    """The negations of a text whose first character has the offset `start`."""
    return find_negations(tokens_of(text, start))


def find_negations(words: Sequence[Token]) -> tuple[Negation, ...]:
    """The negations of a passage's words, in their order; "not only" is none.

    "nor" behind another negation is part of it, as in "neither … nor".
    """
    matches = list(_TABLE.search(words))
    none = (m for m in matches if m.rule.gives == "none")
    taken = {i for m in none for i in range(m.first, m.last + 1)}
    found: list[Negation] = []
    for match in sorted((m for m in matches if "cue" in m.parts), key=lambda m: m.parts["cue"]):
        first, last = match.parts["cue"]
        again = words[first].low == "nor" and any(n.covers(words[first].start) for n in found)
        if taken.isdisjoint(range(first, last + 1)) and not again:
            taken.update(range(first, last + 1))
            found.append(_negation(words, match))
    return tuple(found)


def is_negated(negations: Iterable[Negation], at: int) -> bool:
    """Whether the word at offset `at` is negated, where one negation takes back another."""
    return sum(negation.covers(at) for negation in negations) % 2 == 1


def _negation(words: Sequence[Token], match: Found) -> Negation:
    first, last = match.parts["cue"]
    a, b = _SCOPES[match.rule.gives](words, match)
    while a < b and words[b - 1].mark:
        b -= 1
    edge = words[last].end if a > first else words[first].start
    scope = (words[a].start, words[b - 1].end) if a < b else (edge, edge)
    cue = " ".join(word.text for word in words[first : last + 1])
    return Negation(cue, words[first].start, words[last].end, *scope, match.rule.name)


def _right_end(words: Sequence[Token], at: int) -> int:
    """The first word from `at` on that a scope to the right does not reach."""
    most = min(len(words), at + REACH)
    return next((i for i in range(at, most) if _closes(words, i, at)), most)


def _closes(words: Sequence[Token], i: int, begun: int) -> bool:
    """Whether the clause that goes on at `begun` ends before word `i`."""
    word = words[i]
    if word.text in _STOPS or word.low in CLAUSE_ENDS:
        initial = i > begun and len(words[i - 1].text) == 1
        return not (word.text == "." and initial)
    if is_quote(word):
        return i > begun and words[i - 1].mark
    if word.low in {"and", "or"} and i + 1 < len(words):
        return words[i + 1].low in PERSONAL
    return word.text == "," and _after_comma(words, i + 1)


def _after_comma(words: Sequence[Token], at: int) -> bool:
    """Whether another clause follows a comma: "and …", "which …", "the mayor said"."""
    if at >= len(words) or words[at].low in {"and", "which", "who", "so"} | PERSONAL:
        return True
    if is_quote(words[at]):
        return True
    tag = words[at : at + TAG]
    stop = next((i for i, word in enumerate(tag) if word.mark), len(tag))
    return any(word.low in _SAYING for word in tag[:stop])


def _left_end(words: Sequence[Token], before: int) -> int:
    """The first word of the clause that ends before word `before`."""
    for i in range(before - 1, max(-1, before - REACH), -1):
        opens = words[i].low in _SAYING or (
            is_quote(words[i]) and not words[i - 1 if i else 0].mark
        )
        if words[i].text in _STOPS or words[i].low in CLAUSE_ENDS or opens:
            return i + 1 + (i + 1 < before and words[i + 1].low == "that")
    return max(0, before - REACH)


_SCOPES: Mapping[str, Callable[[Sequence[Token], Found], tuple[int, int]]] = {
    "right": lambda words, m: (m.parts["cue"][1] + 1, _right_end(words, m.parts["cue"][1] + 1)),
    "left": lambda words, m: (_left_end(words, m.first), m.first),
    "what": lambda words, m: (m.parts["what"][0], m.parts["what"][1] + 1),
}
"""Where a rule's scope lies: the first word of it, and the first behind it."""
