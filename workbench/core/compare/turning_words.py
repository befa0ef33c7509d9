"""Words that turn a statement round, as data."""

from workbench.core.lexicon.listing import word_set

ADVERBS = word_set(
    """currently presently now also yet ever still really actually fully entirely publicly
    officially originally previously recently immediately necessarily known"""
)
"""Words between a negation and what it negates."""

SCORN = word_set(
    """ridiculous absurd nonsense laughable preposterous ludicrous cynical unconvincing hollow"""
)
"""Words that call a denial itself untrue."""

GENERIC_WORDS = word_set(
    """
    say report statement state claim accuse accusation allegation comment add note press official
    officials spokesman spokesperson side sides further area time year month week day today people
    way thing part case issue situation country government president minister meeting meet seek make
    take give get go come become continue include remain large great new other first last many much
    still even after before particular particularly"""
)
"""Words that two texts of the news share whatever they are about."""

TAKING_BACK = word_set("but however yet nevertheless nonetheless")
"""Words with which a sentence takes back the one before it."""

OMISSIONS: tuple[tuple[str, str], ...] = (
    ("not quoted", r"\bnot\s+(?:been\s+)?quoted\b"),
    ("no mention", r"\b(?:no|without|any)\s+(?:mention|reference)\b"),
    (
        "not mentioned",
        r"\b(?:not|n['’]t|never)\s+(?:mention|mentioned|refer|referred|include|included|contain"
        r"|appear)\b",
    ),
    ("absent from", r"\b(?:absent|missing)\s+from\b"),
    ("left out", r"\b(?:omit|omits|omitted|left\s+out|leaves\s+out)\b"),
)
"""(name, pattern): one account of what was said lacks what another account has."""

OMISSION_WORDS = word_set(
    """quoted mention mentioned reference refer referred include included contain appear absent
    missing omit omits omitted left leaves"""
)
"""Words of which every one of those patterns needs one."""
