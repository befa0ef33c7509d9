"""Whether two names of reviewers are one person's, for the rule that two have to look.

A second review is somebody else's. The first reviewer's name with a full stop, another
case, a character that nobody sees or a letter of another alphabet that looks the same is
still the first reviewer's. Names are compared by a skeleton, after Unicode's UTS #39
(Unicode Security Mechanisms, 4: Confusable Detection), with the letters of its table that
look like Latin ones (`lookalikes`).
"""

import unicodedata
from collections.abc import Mapping
from functools import reduce

from workbench.core.verdicts.lookalikes import LOOKALIKES

ALIKE: dict[str, str] = {
    "a": "аɑα", "b": "ьƅ", "c": "сϲⅽ", "d": "ԁⅾ", "e": "еєҽ", "g": "ɡց", "h": "һհ",
    "i": "іıɩιӏ", "j": "јϳ", "k": "кκ", "l": "ⅼ1|", "m": "мⅿ", "n": "пոη", "o": "оοօסه0",
    "p": "рρ", "q": "ԛզ", "r": "гꭇ", "s": "ѕꜱ", "t": "тτ", "u": "υսц", "v": "ѵνⅴ",
    "w": "ԝաѡω", "x": "хχⅹ", "y": "уγүყ", "z": "ᴢ", "ss": "ß", "ae": "æӕ", "oe": "œ",
}  # fmt: skip
"""Letters → what looks like them once case no longer counts."""

PAIRS = (("rn", "m"), ("vv", "w"))
"""Two small letters that look like one."""
BADGES = ((0x1F150, "negative circled"), (0x1F170, "negative squared"), (0x1F1E6, "of flags"))
"""Where signs begin that are Latin capitals from A to Z; no normal form brings them there."""

_SMALL = {ord(char): latin for latin, chars in ALIKE.items() for char in chars}
_LOOKS = {
    **{ord(char): latin for latin, chars in LOOKALIKES.items() for char in chars},
    **{first + n: chr(ord("a") + n) for first, _ in BADGES for n in range(26)},
    ord("I"): "l",
}


def skeletons(name: str) -> frozenset[str]:
    """What of a name tells one person from another: its letters and digits, by their looks.

    There are two readings: case taken away first ("ANN" is "ann", and an I an i), and looks
    first (an I is an l, the Cyrillic capital \u0412 a B).
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name))
    found = {_letters(plain.casefold()), _letters(plain.translate(_LOOKS).casefold())}
    return frozenset(found - {""} or found)


def _letters(text: str) -> str:
    looks = unicodedata.normalize("NFKD", text).translate(_SMALL)
    plain = "".join(char for char in looks if unicodedata.category(char)[0] in "LN")
    return reduce(lambda said, pair: said.replace(*pair), PAIRS, plain)


def name_among(people: Mapping[str, str], reviewer: str) -> str:
    """The name that a house has for a reviewer, "" for a stranger to it.

    `people` are login → name; whoever is called like one of either, by their looks, is that
    person, so that one person's two logins are one.
    """
    exact = people.get(reviewer, "")
    if exact or not any(skeletons(reviewer)):
        return exact
    alike = (
        name
        for login, name in people.items()
        if same_person(login, reviewer) or same_person(name, reviewer)
    )
    return next(alike, "")


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's; two without a letter are, as far as anybody knows."""
    return not skeletons(one).isdisjoint(skeletons(other))
