"""Who does what to whom: the same two on both sides, with their parts exchanged."""

from collections.abc import Iterator

from workbench.core.compare.profiles import Profile
from workbench.core.compare.reasons import AGAINST, FOR, Pair, Reason
from workbench.core.lexicon.en.grammar import BE, PREPOSITIONS

REACH = 6
"""Words on either side of a verb in which who does it, and to whom, are looked for."""
_ENDS = frozenset(".;:!?()—–,") | (PREPOSITIONS - {"of", "by"})


def role_reasons(pair: Pair) -> list[Reason]:
    """ "A sued B" against "B sued A"; "B was sued by A" is the same as the first."""
    claim, passage = pair.claim_words, pair.passage_words
    shared = claim.content & passage.content
    if len(shared) < 3:
        return []
    for verb, one, two in _acts(claim, shared, pair.names):
        for other, first, second in _acts(passage, shared, pair.names):
            if other != verb or not (one & (first | second) and two & (first | second)):
                continue
            if (one - first) & second and (two - second) & first and not one & first:
                text = f"who and whom of “{claim.spelled[verb]}” are exchanged"
                return [Reason("roles exchanged", text, AGAINST, 1.0)]
            if one & first and two & second and not one & second:
                text = f"the same who and whom of “{claim.spelled[verb]}”"
                return [Reason("same roles", text, FOR, 1.0)]
    return []


def _acts(
    words: Profile, shared: frozenset[str], names: frozenset[str]
) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """(verb, words of who, words of whom) of every shared word that is no name and has shared
    words on both sides; those of a passive are turned round."""
    for i, meant in enumerate(words.meant):
        if meant not in shared or meant in names:
            continue
        before, after = (
            _near(words, i, -1) & shared - {meant},
            _near(words, i, 1) & shared - {meant},
        )
        if not before or not after:
            continue
        passive = words.words[i + 1 : i + 2] == ("by",) and _be_before(words, i)
        yield (meant, after, before) if passive else (meant, before, after)


def _near(words: Profile, at: int, step: int) -> frozenset[str]:
    found = []
    for i in range(at + step, at + step * (REACH + 1), step):
        if not 0 <= i < len(words.words) or words.words[i] in _ENDS:
            break
        found.append(words.meant[i])
    return frozenset(filter(None, found))


def _be_before(words: Profile, at: int) -> bool:
    return not BE.isdisjoint(words.words[max(0, at - 3) : at])
