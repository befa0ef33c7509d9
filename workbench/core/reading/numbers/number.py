"""What a number expression of a text says."""

from msgspec import Struct

from workbench.core.lexicon.en.number_words import Bound


class Number(Struct, frozen=True):
    """A number expression with its bounds; `None` is an open end.

    `start` is where a modifier ("more than") starts, `core` where the number
    itself does. `form` is digits, words, vague, fraction (low and high are per
    cent), pair ("both") or none ("not a single"). `former` marks the old value in
    "from 10 to 14", `extra` a count that comes on top of another ("another 12").
    `bound` names how it is meant ("at least", "more than", "about"), "" where nothing says so.
    `ambiguous` is set where the writing has two readings ("12.500 km"), which are
    its bounds then.
    """

    start: int
    end: int
    low: Bound
    high: Bound
    core: int
    form: str
    currency: str = ""
    approximate: bool = False
    bounded: bool = False
    former: bool = False
    extra: bool = False
    ambiguous: bool = False
    bound: str = ""


def tidy(value: float) -> int | float:
    """An int where the value is whole: 1.5 million is 1500000; 16.1 million has no rounding
    tail."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
