"""Words that turn a statement round, as data."""

import re

from workbench.core.lexicon.listing import word_set

NEGATIONS = word_set(
    """not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely
    non nt dont didnt doesnt wasnt isnt wont havent hasnt"""
)
"""Cues that negate what follows them."""

NEGATIVE_VERBS = word_set(
    """fail fails failed failing refuse refuses refused refusing lack lacks lacked lacking avoid
    avoids avoided avoiding declined unable incapable absent absence
    refrain refrained refrains false untrue fake fabricated baseless unfounded"""
)
"""Words that say of what follows that it is not so or was not done."""

DENIALS = word_set(
    """
    deny denies denied denying denial denials reject rejects rejected rejecting rejection dismiss
    dismisses dismissed dismissing refute refutes refuted refuting dispute disputes disputed
    disputing disown disowned disowns contradict contradicts contradicted rebut rebutted rebuts
    debunk debunked debunks disavow disavowed disclaim disclaimed misattribution misattributed
    misattribute mischaracterised mischaracterized misquoted misrepresented misrepresent distorted
    repudiate repudiated"""
)
"""Words by which somebody denies what another says."""

DECISIONS = re.compile(
    r"\b(?:reject|dismiss)\w* (?:(?!that\b)[\w'’-]+,? ){0,5}?(?:plans?|curfews?|motions?|orders?"
    r"|bids?|requests?"
    r"|appeals?|cases?|lawsuits?|suits?|offers?|proposals?|bills?|deals?|amendments?|applications?"
    r"|petitions?)\b"
    r"|\b(?:motion|bid|order) to (?:reject|dismiss)\b|\bple(?:ad(?:ed|s|ing)?|d) not guilty\b",
    re.IGNORECASE,
)
"""Verbs of denial in what is no denial: a decision on a plan, or a plea in court."""

FALSE_NEGATIONS = frozenset(
    {
        ("not", "only"), ("not", "just"), ("not", "least"), ("not", "merely"), ("not", "simply"),
        ("no", "fewer"), ("no", "less"), ("no", "more"), ("no", "later"), ("no", "doubt"),
        ("no", "matter"), ("no", "wonder"), ("not", "surprisingly"), ("no", "sooner"),
        ("not", "until"), ("nothing", "but"), ("if", "not"), ("or", "not"), ("why", "not"),
        ("no", "one's"), ("nor", "not"),
        *((denied, what)
          for denied in ("deny", "denies", "denied", "denying", "refused", "rejected")
          for what in ("bail", "bond", "parole", "entry", "access", "visa", "visas", "asylum",
                       "permission", "treatment", "boarding", "advances")),
    }
)  # fmt: skip
"""Two words that hold a cue and negate nothing."""

NEGATIVE_PAIRS = frozenset(
    {
        ("other", "than"), ("yet", "to"), ("far", "from"), ("rather", "than"), ("instead", "of"),
        ("turned", "down"), ("turning", "down"), ("stayed", "away"), ("stays", "away"),
        ("kept", "out"), ("ruled", "out"), ("rules", "out"), ("short", "of"), ("free", "of"),
        ("anything", "but"), ("devoid", "of"), ("stopped", "short"),
    }
)  # fmt: skip
"""Two words that together negate what follows them."""

ADVERBS = word_set(
    """currently presently now also yet ever still really actually fully entirely publicly
    officially originally previously recently immediately necessarily known"""
)
"""Words between a negation and what it negates."""

CLAUSE_ENDS = word_set(". ; : ! ? ( ) — – but although though while whereas because however yet")
"""Where the reach of a negation ends; a comma does not end it."""

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
