"""Frames: what turns a statement round or leaves it open, with the words that it governs.

What stands under a frame of AGAINST is said not to be so; under one of OPEN it is not said at
all: it is asked, wished, supposed, rumoured, or somebody will not talk of it. Negation has a
reader of its own (`negation`); here is what the words for a lie, a hoax and a rumour do, and
how headlines answer. The rules are data with their examples.
"""

from collections.abc import Sequence

from workbench.core.lexicon.en import framing_words as listed
from workbench.core.lexicon.en.grammar import BE
from workbench.core.reading.matcher import SHELF, Found, Rule, RuleTable
from workbench.core.reading.model import Frame
from workbench.core.reading.tokens import Token, tokens_of

FALSE, ALLEGED, QUESTION, CONDITIONAL, WISH, WITHHELD, GOING_ON, VIEW, CONFIRMED = (
    "false", "alleged", "question", "conditional", "wish", "withheld", "going on", "view",
    "confirmed",
)  # fmt: skip
AGAINST = frozenset({FALSE})
"""Kinds under which something is said not to be so."""
OPEN = frozenset({ALLEGED, QUESTION, CONDITIONAL, WISH, WITHHELD})
"""Kinds under which something is not asserted."""

CLASSES = {
    "BE": BE | {"are", "s", "be", "proves", "proved", "looks", "seems", "called", "branded"},
    "TELLING": listed.TELLING,
    "FALSE": listed.FALSE,
    "HOAX": listed.FALSE_ALONE,
    "REFUTING": listed.REFUTING,
    "EVIDENCE": listed.EVIDENCE,
    "ALLEGED": listed.ALLEGED,
    "POSSIBLE": listed.POSSIBLE,
    "OPENER": listed.OPENERS,
    "WISHING": listed.WISHING,
    "WITHHOLDING": listed.WITHHOLDING,
    "ANSWERING": listed.ANSWERING,
    "SAYING": listed.SAYING,
    "CONFIRMING": listed.CONFIRMING,
    "GOING": listed.GOING_ON,
    "END": frozenset(".;!?—–"),
    "ASKS": frozenset("?"),
    "TRUE": frozenset(("true", "real", "correct", "accurate", "so")),
    "WRONG": frozenset(("wrong", "mistaken")),
    "WH": frozenset(("if", "whether", "who", "how", "what", "why", "when", "where")),
}
_ALL = "(!END{1,40})"
_SOME = '(a|an|the|all|just|simply|totally|completely|LY|“|"|so|very|another|only)'

RULES = (
    Rule(
        "told but false",
        f"TELLING scope:(!END{{0,30}}?) (BE|been|NEGATIVE) {_SOME}{{0,3}} (FALSE|WRONG|not"
        f" {_SOME}? TRUE)",
        yes=("Reports that the mill burnt down are false.", "Claims of theft were not true.",
             "Posts that the mill burnt down are wrong."),
        no=("Reports that the mill burnt down are late.", "The alarm was false."),
        gives=FALSE,
    ),
    Rule(
        "false that",
        f"(BE|been) {_SOME}{{0,3}} FALSE that scope:{_ALL}",
        yes=("It is a hoax that the mill burnt down.", "It was untrue that she left."),
        no=("It is true that the mill burnt down.",),
        gives=FALSE,
    ),
    Rule(
        "not true that",
        f"(not|NEGATIVE) {_SOME}? (TRUE|case) (that scope:{_ALL})?",
        yes=("It is not true that the mill burnt down.", "It isn’t true."),
        no=("It is true that the mill did not burn down.",),
        gives=FALSE,
    ),
    Rule(
        "no evidence",
        f"(no|little|without|lack|lacks|lacked|zero|any|scant) !(END|that|EVIDENCE){{0,4}}? "
        f"EVIDENCE (whatsoever)? (that|of|for|to|behind) scope:{_ALL}",
        yes=("There is no credible evidence that the dam leaks.", "Police saw no sign of arson."),
        no=("There is evidence that the dam leaks.", "There is no bridge."),
        gives=FALSE,
    ),
    Rule(
        "nothing to it",
        f"nothing (to|but) (suggest|support|back|indicate|show|prove|link|back up) scope:{_ALL}",
        yes=("There is nothing to suggest that the dam leaks.",),
        no=("There is nothing to eat.",),
        gives=FALSE,
    ),
    Rule(
        "refuted",
        f"(REFUTING|(shoot|shoots|shot|shut|shuts|knock|knocks|knocked|tear|tears) down|(hit|hits"
        f"|fire|fires) back at|(clear|clears|cleared) up) !(END|TELLING|that){{0,3}}?"
        f" (TELLING|idea|notion|that) (that|of|about|as|in|he|she|they|it|,)? scope:{_ALL}",
        yes=("The ministry debunked rumours that the mill burnt.", "The band shoots down talk"
             " show rumours of a split.", "Firm disputes claim of leaks."),
        no=("In a dispute over pay they left.", "The mill burnt.",),
        gives=FALSE,
    ),
    Rule(
        "rumour refuted",
        "^ scope:(!END{1,20}?) (TELLING|HOAX) (BE|been)? LY? (denied|debunked|dismissed|refuted"
        "|rejected|disproved|quashed|slammed|rubbished|corrected)",
        yes=("Moor wedding rumours denied by her agent.", "Mill fire story debunked."),
        no=("The band denied the rumours.",),
        gives=FALSE,
    ),
    Rule(
        "a hoax",
        "(HOAX|april (fool|fools))",
        yes=("Mill fire hoax fools town.", "That film is fake.", "It was an April Fools’ joke."),
        no=("Mill fire shocks town.",),
        gives=FALSE + " word",
    ),
    Rule(
        "answered no",
        "(“|\"|END|:|^) (no|nope|nah|not|wrong|false|sorry|sadly|relax|actually) (,|END|:|$)",
        yes=("Has the mill burnt down? No.", "No, the mill has not burnt down.", "Burnt? Nope!"),
        no=("There is no mill.", "He did not say no to it."),
        gives=FALSE + " answer",
    ),
    Rule(
        "no such thing",
        "(no such|never happened|did not happen|not a thing|not so fast|not what it seems"
        "|record straight|not be true|never actually|put to rest|laid to rest|(make|made|making) up"
        "|(not|NEGATIVE) (a|actually|really)? (a|by|happening|coming|thing|one|real|new|yet))",
        yes=("No such offer was made.", "Setting the record straight on the mill."),
        no=("Such an offer was made.",),
        gives=FALSE + " answer",
    ),
    Rule(
        "alleged",
        f"ALLEGED scope:{_ALL}?",
        yes=("The mill reportedly burnt down.", "An alleged thief."),
        no=("The mill burnt down.",),
        gives=ALLEGED,
    ),
    Rule(
        "possible",
        f"POSSIBLE LY? (have|be|!MARK) scope:{_ALL}?",
        yes=("The mill may have burnt down.", "It could rain."),
        no=("The mill will burn.",),
        gives=ALLEGED,
    ),
    Rule(
        "believed to be",
        f"(BE|been|a|an)? (said|believed|thought|feared|rumored|rumoured|alleged|reported"
        f"|considered) to"
        f" scope:{_ALL}",
        yes=("The mill is said to have burnt down.", "Firm believed to be broke."),
        no=("He said the mill burnt down.",),
        gives=ALLEGED,
    ),
    Rule(
        "question",
        "^ scope:(.{1,80}) ASKS",
        yes=("Has the mill burnt down?", "Mill on fire? Town in fear"),
        no=("The mill has burnt down.",),
        gives=QUESTION,
    ),
    Rule(
        "condition",
        "OPENER scope:(!(END|MARK){1,25})",
        yes=("If the mill burns, they leave.", "He asked whether it leaks."),
        no=("The mill burns.",),
        gives=CONDITIONAL,
    ),
    Rule(
        "wish",
        "WISHING (to|for|that|on) scope:(!(END|MARK){1,25})",
        yes=("Residents want to close the mill.", "He called for a vote."),
        no=("Residents closed the mill.",),
        gives=WISH,
    ),
    Rule(
        "would not say",
        f"(WITHHOLDING to|(not|NEGATIVE|cannot) LY?|without) (ANSWERING|immediately|commenting|"
        f"confirming) scope:{_ALL}?",
        yes=("The firm declined to comment on the fire.", "He did not respond to questions"
             " about the fire.", "Police could not confirm the fire."),
        no=("The firm said the fire was out.",),
        gives=WITHHELD,
    ),
    Rule(
        "not known",
        f"((not|NEGATIVE) (yet|LY)? (known|clear|certain|sure|confirmed|established|determined)"
        f"|unclear|unknown|uncertain|unsure) WH scope:{_ALL}",
        yes=("It is not known whether the mill burnt down.", "It was unclear who owns it."),
        no=("The owner is not known to the police.", "It is known whether the mill burnt."),
        gives=WITHHELD,
    ),
    Rule(
        "neither confirmed nor denied",
        f"(neither|nor|or) (confirm|confirms|confirmed|deny|denies|denied) !(END|nor|or){{0,3}} "
        f"scope:{_ALL}?",
        yes=("The firm neither confirmed nor denied the fire.",),
        no=("The firm confirmed the fire.",),
        gives=WITHHELD,
    ),
    Rule(
        "going on",
        "GOING scope:(!END{1,8})",
        yes=("The mill is still burning.", "Two sailors remain missing."),
        no=("The mill burnt.",),
        gives=GOING_ON,
    ),
    Rule(
        "confirmed",
        f"CONFIRMING (that|the|reports|:)? scope:{_ALL}",
        yes=("The mayor confirmed that the mill burnt down.", "Police verified reports of a fire."),
        no=("The mayor said that the mill burnt down.",),
        gives=CONFIRMED,
    ),
    Rule(
        "in another’s view",
        f"(SAYING|:) scope:{_ALL}",
        yes=("The mayor says the mill burnt down.", "Moor: mill burnt down."),
        no=("The mill burnt down.",),
        gives=VIEW,
    ),
)  # fmt: skip

_TABLE = RuleTable(RULES, CLASSES, SHELF)


def frames_in(text: str, start: int = 0) -> tuple[Frame, ...]:
    """The frames of a text whose first character has the offset `start`."""
    return frames_of(tokens_of(text, start))


def frames_of(tokens: Sequence[Token]) -> tuple[Frame, ...]:
    """The frames of a passage's tokens, in the order of their cues.

    A rule without a captured scope governs the whole passage.
    """
    found = [_frame(tokens, match) for match in _TABLE.search(tokens)]
    return tuple(sorted(found, key=lambda frame: (frame.start, frame.end, frame.kind)))


def _frame(tokens: Sequence[Token], match: Found) -> Frame:
    first, last = match.parts.get("scope", (0, len(tokens) - 1))
    begins, ends = match.first, match.last
    if "scope" in match.parts:
        begins, ends = (last + 1, ends) if last < ends else (begins, first - 1)
    return Frame(
        match.rule.gives,
        tokens[begins].start,
        tokens[max(begins, ends)].end,
        tokens[first].start,
        tokens[last].end,
        "",
        match.rule.name,
    )
