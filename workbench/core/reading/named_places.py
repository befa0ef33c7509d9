"""Where something happens: the names of places that anchor an event."""

from collections.abc import Sequence

from workbench.core.lexicon.en.time_words import CALENDAR
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.matcher import SHELF, Rule, RuleTable
from workbench.core.reading.tokens import Token, tokens_of

_CLASSES = {
    "WHERE": word_set("in at near outside around inside across off"),
    "DIRECTION": word_set(
        "northern southern eastern western central north south east west northeast northwest"
        " southeast southwest northeastern northwestern southeastern southwestern upper lower"
    ),
    "AREA": word_set(
        "city town village district province region area suburb suburbs neighborhood neighbourhood"
        " state county outskirts part parts side"
    ),
    "TIME": frozenset(CALENDAR),
}
_NAME = "((?! (TIME|the|a|an|this|that|each|every|its|their|his|her|our)) CAP){1,4}"
RULES = (
    Rule(
        "in a place",
        f"WHERE (the|a|an)? (DIRECTION|AREA|of|the|and){{0,4}} place:({_NAME})",
        yes=("It fell in Orlem.", "A fire in the northern town of Orlem Bay spread."),
        no=("It fell in March.", "He was in charge.", "In total it fell."),
    ),
    Rule(
        "area of a place",
        f"AREA of place:({_NAME})",
        yes=("The suburbs of Orlem burned.",),
        no=("The city of light burned.", "Part of the roof fell."),
    ),
    Rule(
        "a named place",
        f"place:({_NAME}) (DIRECTION|old)? (province|district|city|county|neighbourhood"
        f"|neighborhood|suburb)",
        yes=("Orlem province was hit.",),
        no=("The province was hit.",),
    ),
)  # fmt: skip
TABLE = RuleTable(RULES, _CLASSES, SHELF)


def find_places(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The places that a passage names as where something happens, each once, in order.

    Names as written, without the article before them: "Orlem Bay".
    """
    found = sorted(match.parts["place"] for match in TABLE.search(tokens))
    names = (" ".join(token.text for token in tokens[a : b + 1]) for a, b in found)
    return tuple(dict.fromkeys(names))


def places_in(text: str) -> tuple[str, ...]:
    """The places of a text by itself, such as a title."""
    return find_places(tokens_of(text, 0))
