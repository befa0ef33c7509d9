"""Whether two names of reviewers are one person's, for the rule that two have to look.

A second review is somebody else's. The first reviewer's name with a full stop, another
case, a character that nobody sees or a letter of another alphabet that looks the same is
still the first reviewer's. Names are compared by a skeleton, after Unicode's UTS #39
(Unicode Security Mechanisms, 4: Confusable Detection), with the letters of its table that
look like the small Latin ones.
"""

import unicodedata
from collections.abc import Mapping

ALIKE: dict[str, str] = {
    "a": "аɑα", "b": "ьƅ", "c": "сϲⅽ", "d": "ԁⅾ", "e": "еєҽ", "g": "ɡց", "h": "һհ",
    "i": "іıɩιӏ", "j": "јϳ", "k": "кκ", "l": "ⅼ1|", "m": "мⅿ", "n": "пոη", "o": "оοօסه0",
    "p": "рρ", "q": "ԛզ", "r": "гꭇ", "s": "ѕꜱ", "t": "тτ", "u": "υսц", "v": "ѵνⅴ",
    "w": "ԝաѡω", "x": "хχⅹ", "y": "уγүყ", "z": "ᴢ", "ss": "ß", "ae": "æӕ", "oe": "œ",
}  # fmt: skip
"""Letters → what looks like them once case no longer counts."""

_LATIN = {ord(char): latin for latin, chars in ALIKE.items() for char in chars}


def skeleton(name: str) -> str:
    """What of a name tells one person from another: its letters and digits, by their looks."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    looks = plain.translate(_LATIN)
    return "".join(char for char in looks if unicodedata.category(char)[0] in "LN")


def name_among(people: Mapping[str, str], reviewer: str) -> str:
    """The name that a house has for a reviewer, "" for a stranger to it.

    `people` are login → name; whoever is called like one of either, by their looks, is that
    person, so that one person's two logins are one.
    """
    exact = people.get(reviewer, "")
    if exact or not (known := skeleton(reviewer)):
        return exact
    alike = (name for login, name in people.items() if known in {skeleton(login), skeleton(name)})
    return next(alike, "")


def same_person(one: str, other: str) -> bool:
    """Whether two names are one person's; two without a letter are, as far as anybody knows."""
    return skeleton(one) == skeleton(other)
