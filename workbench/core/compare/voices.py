"""Who speaks in a passage that is read by itself, where nobody has said so before."""

import re
from functools import lru_cache

from workbench.core.reading.language.names import is_plural
from workbench.core.reading.speech.denials import find_denials
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.reading.terms import tokens
from workbench.core.text.articles import Article
from workbench.core.text.passages import Document, Passage

LONGEST = 600
"""Characters that are read."""
_VOICE = re.compile(r"\b(\w{1,40})(?:['’]s)? (?:spokes(?:man|woman|person)|press secretary)\b")


def attributed(text: str) -> str:
    """Who is reported to say a passage; "" unknown."""
    return _voices(text[:LONGEST])[0]


def denier(text: str) -> str:
    """Who is reported to deny in a passage; "" unknown."""
    speaker, who = _voices(text[:LONGEST])
    return who or speaker


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


def without_source(text: str) -> str:
    """A passage without the source that is named at its end: "…, police said"."""
    found = _SOURCE_LAST.search(text[:LONGEST])
    return text[: found.start()] + "." if found else text


def within(name: str) -> str:
    """A name as it stands within a sentence: "The army" → "the army"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An", "Some"} and rest else name


_SAID = r"(?:said|says|told|reported|reports|wrote|added|announced|estimates?d?|recalled)"
_SOURCE_LAST = re.compile(
    rf",? (?:according to [^,;“”]{{2,80}}|[^,;“”]{{2,60}}(?:, [^,;“”]{{2,60}},)? {_SAID}"
    r"(?: [^,;“”.]{1,40})?)\.?$"
)


@lru_cache(maxsize=1024)
def _voices(text: str) -> tuple[str, str]:
    document = Document(Article("", text), (Passage("", 0, len(text), text),))
    attributions = find_attributions(document)
    denials = find_denials(document, attributions)
    speaker = next((one.claimant for one in attributions[0] if one.claimant), "")
    return speaker, next((one.who for one in denials[0] if one.who), "")
