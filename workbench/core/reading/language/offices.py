"""What people are by the words next to their names: "Norland's mayor, Ana Silva".

A newspaper names somebody with the office once and then uses either ("the mayor
said"): the definite description is resolved like a short name, as in the
coreference sieves of Lee et al., "Deterministic coreference resolution" (2013).
"""

import re
from collections.abc import Iterator, Sequence

from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.source_nouns import is_person_noun

NEAR = 60
"""Characters before and after a name that can tell what somebody is."""

_ROLE = re.compile(
    r"(?:[Tt]he|(?P<of>[A-Z][\w-]*)[’']s?) (?P<role>(?:[\w-]+[’']?s? ){0,2}?[a-z-]+)"
    r"(?: (?:to|of|for|at|in) .{1,60})?"
)
_TENSES = word_set("former then new outgoing acting incoming late current veteran longtime")
_BEFORE = re.compile(r"(?:[\w’'-]+ ){0,2}[\w’'-]+,? \Z")
_AFTER = re.compile(
    r",(?: (?:\d+|\([^)]*\)),)?(?: who (?:is|was))? (?:an?|the|its|his|her|their|former"
    r"|[A-Z]\w{1,30}[’']s?) "
    r"((?:[\w’'-]+ ){0,4}?[a-z-]+)(?=,| (?:of|at|for|with|in|and)\b)"
)


def role_words(text: str, start: int, end: int, name: Sequence[str]) -> Iterator[str]:
    """The words that say what the person named in text[start:end] is, in lower case."""
    before, after = _BEFORE.search(text, max(0, start - NEAR), start), _AFTER.match(text, end)
    told = f"{before[0] if before else ''} {' '.join(name[:-2])}"
    for description in (told, after[1] if after else ""):
        words = description.lower().replace(".", "").replace(",", "").split()
        if words and is_person_noun(words[-1]):
            yield from words


def role_asked(description: str) -> Iterator[frozenset[str]]:
    """The words of a role in "the former mayor", then without "former"; none in other words."""
    match = _ROLE.fullmatch(description)
    words = match["role"].lower().split() if match else []
    if words and is_person_noun(words[-1]):
        yield frozenset(words)
        yield frozenset(words) - _TENSES


def is_of_another(description: str, held: frozenset[str]) -> bool:
    """Whether "Norland's mayor" asks for another place's than a role is told to be of."""
    match = _ROLE.fullmatch(description)
    asked = match["of"] if match else None
    told = [word for word in held if not is_person_noun(word)]
    return bool(asked and told) and not any(w[:4] == asked.lower()[:4] for w in told if asked)
