"""Words that turn a statement round, as data."""

from workbench.core.terms import word_set

NEGATIONS = word_set(
    """not no never none nobody nothing nowhere neither nor cannot without hardly barely scarcely
    nt dont didnt doesnt wasnt isnt wont havent hasnt"""
)
"""Cues that negate what follows them."""

NEGATIVE_VERBS = word_set(
    """fail fails failed failing refuse refuses refused refusing lack lacks lacked lacking avoid
    avoids avoided avoiding declined unable incapable absent absence
    refrain refrained refrains false untrue fake fabricated baseless unfounded"""
)
"""Words that say of what follows that it is not so or was not done."""

DENIALS = word_set(
    """deny denies denied denying denial denials reject rejects rejected rejecting rejection
    dismiss dismisses dismissed dismissing refute refutes refuted refuting dispute disputes
    disputed disputing disown disowned disowns contradict contradicts contradicted rebut rebutted
    rebuts debunk debunked debunks disavow disavowed disclaim disclaimed repudiate
    repudiated"""
)
"""Words by which somebody denies what another says."""

FALSE_NEGATIONS = frozenset(
    {
        ("not", "only"), ("not", "just"), ("not", "least"), ("not", "merely"), ("not", "simply"),
        ("no", "fewer"), ("no", "less"), ("no", "more"), ("no", "later"), ("no", "doubt"),
        ("no", "matter"), ("no", "wonder"), ("not", "surprisingly"), ("no", "sooner"),
        ("not", "until"), ("nothing", "but"), ("if", "not"), ("or", "not"), ("why", "not"),
        ("no", "one's"), ("nor", "not"),
    }
)  # fmt: skip
"""Two words that hold a cue and negate nothing."""

CLAUSE_ENDS = word_set(
    ". ; : ! ? ( ) — – but although though while whereas because however yet and"
)
"""Where the reach of a negation ends; a comma does not end it."""
