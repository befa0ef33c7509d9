"""Reports in one wording about different places: agencies and authorities write them by a form.

"A flood in Orlem killed 12" and "A flood in Velmar killed 17" are alike in all but the place and
the number. Where one name stands in the place of another, both tell of things of their own.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.no_names import NO_NAMES
from workbench.core.lexicon.en.time_words import CALENDAR
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.numbers.numbers import numbers_in
from workbench.core.reading.terms import fold_word, keys, name_key, state_of, tokens

ONE_WORDING = 0.7
"""Share of the words that two passages have in one order from which they are of one wording."""
LONGEST = 80
"""Words of each passage that are aligned."""
PLACING = word_set("in at of near outside around from off to")
NUMBER = "#"


def names_replaced(one: Bearing, other: Bearing) -> bool:
    """Whether two passages of one wording have each a name of its own in one place.

    Who is reported to say it may differ: "Inge Blum said" and "nurses said". The place of an
    office may not: "the mayor of Orlem".
    """
    ours, theirs = _words(one.quote), _words(other.quote)
    said = [tuple(map(fold_word, words)) for words in (ours, theirs)]
    if Levenshtein.normalized_similarity(*said, score_cutoff=ONE_WORDING) < ONE_WORDING:
        return False
    speakers = set(tokens(f"{one.claimant} {other.claimant}"))
    return any(
        not _keys(a) & _keys(b)
        and any(map(state_of, a)) == any(map(state_of, b))  # a country holds towns
        and (before in PLACING or not {*a, *b} & speakers)
        for before, a, b in _replaced(ours, theirs)
    )


def _replaced(
    ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[str, list[str], list[str]]]:
    """The word before, and the names of both sides, where some stand in the place of others."""
    for block in Levenshtein.opcodes(ours, theirs):
        if block.tag == "replace":
            a = _named(ours[block.src_start : block.src_end])
            b = _named(theirs[block.dest_start : block.dest_end])
            if a and b:
                yield fold_word(ours[block.src_start - 1]) if block.src_start else "", a, b


def _named(words: Sequence[str]) -> list[str]:
    return [
        word
        for word in words
        if word[0].isupper()
        and fold_word(word) not in CALENDAR
        and name_key(fold_word(word)) not in NO_NAMES
    ]


def _keys(words: Sequence[str]) -> set[str]:
    return {key for word in words for key in keys(word)}


@lru_cache(maxsize=1 << 12)
def _words(text: str) -> tuple[str, ...]:
    """The first words of a text as they stand, each number as "#"."""
    cut, at = [], 0
    for number in numbers_in(text):
        cut += [text[at : number.start], NUMBER]
        at = number.end
    words = " ".join((*cut, text[at:])).replace("’s ", " ").replace("'s ", " ").split()
    return tuple(word.strip(".,;:!?()“”\"'") or NUMBER for word in words[:LONGEST])
