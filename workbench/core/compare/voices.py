"""Sources as sentences name them, and what is left of a passage without them."""

import re

from workbench.core.reading.language.names import is_plural
from workbench.core.reading.terms import tokens

LONGEST = 600
"""Characters that are read."""
_VOICE = re.compile(r"\b(\w{1,40})(?:['’]s)? (?:spokes(?:man|woman|person)|press secretary)\b")


def denies(who: str) -> str:
    """ "deny" or "denies", as the name asks for."""
    return "deny" if _many(who) else "denies"


def asserts(who: str) -> str:
    """ "assert" or "asserts", as the name asks for."""
    return "assert" if _many(who) else "asserts"


def _many(who: str) -> bool:
    return who.lower() in {"they", "we"} or is_plural(who)


def speaks_for(text: str, who: str) -> bool:
    """Whether a passage names its speaker as the voice of somebody: "Harbour spokesman X"."""
    last = tokens(who)[-1:]
    return any(found[1] in last for found in _VOICE.finditer(text[:LONGEST]))


def within(name: str) -> str:
    """A name as it stands within a sentence: "The army" → "the army"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An", "Some"} and rest else name
