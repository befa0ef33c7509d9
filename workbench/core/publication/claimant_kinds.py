"""What kind of claimant a name stands for, as structured data asks: a person or a body.

A state is no person, and "the author of the article" is no name: such a claimant stands
on the page, and no kind is made up for it.
"""

import re

from workbench.core.lexicon.en.exonyms import STATES

BODIES = frozenset({
    "agency", "army", "assembly", "association", "authorities", "authority", "bank", "board",
    "bureau", "cabinet", "centre", "center", "command", "commission", "committee", "company",
    "congress", "corporation", "council", "court", "defence", "defense", "department", "duma",
    "embassy", "foundation", "government", "group", "hospital", "institute", "kremlin", "media",
    "kingdom", "ministry", "movement", "nations", "news", "newspaper", "office",
    "organisation", "organization", "parliament", "party", "pentagon", "police", "republic",
    "senate", "service", "services",
    "staff", "states", "treasury", "union", "university",
})  # fmt: skip
"""Words that make a claimant a body."""
ROLES = frozenset({
    "ambassador", "bishop", "captain", "chairman", "chairwoman", "chancellor", "chief", "colonel",
    "commander", "commissioner", "director", "governor", "judge", "king", "leader", "mayor",
    "minister", "pope", "premier", "president", "prosecutor", "queen", "secretary", "senator",
    "spokesman", "spokesperson", "spokeswoman",
})  # fmt: skip
"""Words of an office that one person holds."""
PLURAL = re.compile(r"\b(?:officials|spokesmen|ministers|experts|analysts|sources)\b", re.I)
"""Words by which several people speak: they are no person, and no body with a name."""
_WORD = re.compile(r"[^\W\d_]+")
_STATES = frozenset({*STATES, *STATES.values()})


def kind_of(name: str) -> str:
    """Person, Organization, or "" where the words name neither."""
    words = _WORD.findall(name.replace("’s", "").replace("'s", ""))
    small = {word.lower() for word in words}
    capitals = [word for word in words if word[:1].isupper()]
    if PLURAL.search(name):
        return ""
    if small & ROLES and "and" not in small:
        return "Person"
    if small & BODIES or " ".join(words).lower().removeprefix("the ") in _STATES:
        return "Organization"
    if words and words[0].lower() in {"the", "a", "an"}:
        return ""
    if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return "Organization"
    return "Person" if len(capitals) >= 2 and "and" not in small else ""
