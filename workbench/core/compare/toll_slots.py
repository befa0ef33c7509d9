"""Human tolls as the slots read them: which grow, of whom they are, what nobody means."""

from workbench.core.compare.bounds import number_of
from workbench.core.compare.synonyms import meaning
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.model import Figure
from workbench.core.reading.terms import fold_word, stem

TOLLS = frozenset(
    {"killed", "wounded", "missing", "captured", "displaced", "kidnapped", "arrested"}
)
"""Human tolls: they grow as an event goes on, so a later report may give more."""
FALLING = frozenset({"missing"})
"""Of these, a later report gives fewer: they are found."""
CASUALTIES = frozenset({"killed", "wounded"})
"""Of these there are none where there are no casualties."""
GROUPS = word_set(
    """children child schoolchildren women woman men man girls girl boys boy babies baby infants
    infant
    toddlers toddler minors teenagers teenager soldiers soldier troops servicemen officers officer
    policemen police civilians civilian militants militant fighters insurgents rebels terrorists
    journalists journalist reporters medics medic doctors nurses firefighters students student
    pupils teachers tourists foreigners nationals crew peacekeepers paramedics"""
)
"""People of whom a toll may be given by themselves, beside that of everybody."""
_NOBODY = frozenset(("no one", "no-one", "nobody", "no people", "no person"))


def no_casualties(figure: Figure) -> bool:
    """Whether a figure says that nobody was killed and nobody hurt."""
    return figure.high == 0 and "casualt" in figure.text.lower()


def nobody_hurt(figure: Figure) -> bool:
    """Whether a figure says that nobody was hurt, and so that nobody was killed."""
    return figure.of == "wounded" and figure.high == 0 and fold_word(figure.text) in _NOBODY


def group_of(figure: Figure) -> str:
    """Of whom alone a toll is given: "child" of "12 children"; "" of people in general."""
    words = fold_word(figure.text).split() if figure.of in TOLLS else []
    if not words or words[-1] not in GROUPS or "and" in words:
        return ""
    return meaning(stem(words[-1]))


def of_a_group(one: Figure, other: Figure) -> bool:
    """Whether two tolls are of different people, or the lower one of some of them only."""
    if not number_of(one) or not number_of(other):
        return False
    low, high = sorted((one, other), key=number_of)
    return group_of(low) not in {"", group_of(high)}
