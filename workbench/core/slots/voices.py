"""Who speaks in a passage that is read by itself, where nobody has said so before."""

from functools import lru_cache

from workbench.core.articles import Article
from workbench.core.passages import Document, Passage
from workbench.core.signals.denials import find_denials
from workbench.core.signals.names import is_plural
from workbench.core.signals.speakers import find_attributions

LONGEST = 600
"""Characters that are read."""


def attributed(text: str) -> str:
    """Who is reported to say a passage; "" unknown."""
    return _voices(text[:LONGEST])[0]


def denier(text: str) -> str:
    """Who is reported to deny in a passage; "" unknown."""
    speaker, who = _voices(text[:LONGEST])
    return who or speaker


def denies(who: str) -> str:
    """ "deny" or "denies", as the name asks for."""
    return "deny" if is_plural(who) else "denies"


def asserts(who: str) -> str:
    """ "assert" or "asserts", as the name asks for."""
    return "assert" if is_plural(who) else "asserts"


def within(name: str) -> str:
    """A name as it stands within a sentence: "The army" → "the army"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in {"The", "A", "An", "Some"} and rest else name


@lru_cache(maxsize=1024)
def _voices(text: str) -> tuple[str, str]:
    document = Document(Article("", text), (Passage("", 0, len(text), text),))
    attributions = find_attributions(document)
    denials = find_denials(document, attributions)
    speaker = next((one.claimant for one in attributions[0] if one.claimant), "")
    return speaker, next((one.who for one in denials[0] if one.who), "")
