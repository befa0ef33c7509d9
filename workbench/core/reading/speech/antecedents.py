"""Who a pronoun or a description stands for: those spoken of just before, ranked.

Everybody who spoke or was named in the last passages is a candidate, with named features of how
recently, how prominently and in which part; a sum of fitted weights decides, as in the centering
of Grosz, Joshi and Weinstein (1995), whose ranks these features are. The weights stand in
`antecedents.json`, made by `training/antecedents.py`.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses_after import first_subject
from workbench.core.reading.language.names import Cast, is_plural
from workbench.core.reading.language.source_nouns import is_person_noun
from workbench.core.reading.model import Attribution
from workbench.core.reading.speech.quotations import Quotation
from workbench.core.reading.tokens import Token
from workbench.core.text.passages import Passage

TABLE = "antecedents.json"
REACH = 6
"""Passages that are looked back over."""
ITSELF = "stays as it is"
"""The feature of a description that stands for nobody named."""
PRONOUN, DESCRIPTION = "pronoun", "description"
_FAR = ("here", "one before", "two before", "three before")
_ANY = word_set("a an one another")
_THE = word_set("the this")
_FEMALE = word_set("woman girl mother wife daughter sister lady actress widow aunt grandmother")
_MALE = word_set("man boy father husband son brother priest uncle grandfather gentleman")
_SHE = word_set("she her herself")

Weights = Mapping[str, float]


def somebody(claimant: str) -> bool:
    """Whether a source is one undetermined person: "a harbour official"."""
    first, _, rest = claimant.lower().partition(" ")
    return first in _ANY and not is_plural(claimant) and any(map(is_person_noun, rest.split()))


def _someone(claimant: str) -> bool:
    """Whether a source is one person by what they are: "the Norlandic president"."""
    return not is_plural(claimant) and any(map(is_person_noun, claimant.lower().split()))


def described(source: str) -> bool:
    """Whether a source is one determined person without a name: "the elderly man"."""
    first, _, rest = source.lower().partition(" ")
    last = source.rpartition(" ")[2]
    owned = "’" in source or "'" in source
    alone = last.islower() and is_person_noun(last) and not is_plural(rest)
    return first in _THE and alone and not owned


@dataclass(frozen=True)
class Story:
    """What was read of an article up to a passage: `found` holds the passages before it.

    `times` says how often each person is named in the whole article.
    """

    passages: Sequence[Passage]
    words: Sequence[Sequence[Token]]
    cast: Cast
    quotations: Sequence[Quotation]
    found: Sequence[Sequence[Attribution]]
    times: Mapping[str, int]

    def candidates(
        self, i: int, start: int, reference: str, outer: bool
    ) -> dict[str, frozenset[str]]:
        """Who `reference`, which begins at offset `start` in passage `i`, can stand for, each with
        its features. `outer` is set where it stands behind what it says."""
        features: dict[str, set[str]] = {}
        last = True
        for j in range(i, max(-1, i - REACH - 1), -1):
            far = _FAR[min(i - j, len(_FAR) - 1)]
            near = "same paragraph" if self._together(i, j) else "other paragraph"
            for name, how in self._told(i, j, start, outer):
                if not self._fits(name, reference):
                    continue
                own = features.setdefault(name, set())
                own |= {f"{how}, {far}", f"{how}, {near}"}
                if how == "spoke" and last:
                    own.add("spoke last")
            last = last and not (j < i and self.found[j])
        most = max((self.times.get(name, 0) for name in features), default=0)
        for name, own in features.items():
            own |= set(self._lasting(name, reference, most))
        if described(reference):
            features[reference] = {ITSELF}
        return {name: frozenset(own) for name, own in features.items()}

    def _together(self, i: int, j: int) -> bool:
        return self.passages[i].paragraph == self.passages[j].paragraph

    def _told(self, i: int, j: int, start: int, outer: bool) -> Iterator[tuple[str, str]]:
        """(name, how) of those whom passage `j` tells of before offset `start`."""
        if j < i:
            for rank, attribution in enumerate(self.found[j]):
                yield attribution.claimant, "also spoke" if rank else "spoke"
            if whom := self._subject(j):
                yield whom, "subject"
        passage = self.passages[j]
        if j == i and outer:
            return
        named = [m for m in self.cast.mentions[j] if m.start < start]
        for rank, mention in enumerate(named):
            if not self.quotations[j].covers(mention.start, mention.start + 1):
                yield mention.name, "named"
                if rank == 0:
                    yield mention.name, "named first"
                if mention.start == passage.start:
                    yield mention.name, "opens"

    def _subject(self, j: int) -> str:
        """The undetermined person that a passage is about: "One young woman", or ""."""
        passage, words = self.passages[j], self.words[j]
        subject = first_subject(words, len(words)) if passage.quote[:1].isupper() else None
        if subject is None:
            return ""
        a, b = words[subject.first].start, words[subject.last].end
        name = passage.quote[a - passage.start : b - passage.start]
        return name if somebody(name) else ""

    def _fits(self, name: str, reference: str) -> bool:
        low = reference.lower()
        anybody = somebody(name) or (not described(reference) and _someone(name))
        if not (self.cast.is_person(name) or anybody) or low == name.lower() or name.isupper():
            return False  # capitals are a dateline
        return _gender(self.cast, name) in ("", _asked(low)) or not _asked(low)

    def _lasting(self, name: str, reference: str, most: int) -> Iterator[str]:
        """What holds of a candidate wherever it stands."""
        if self.times.get(name, 0) == most:
            yield "named most"
        gender = _gender(self.cast, name)
        if gender and gender == _asked(reference.lower()):
            yield "known to be he or she"
        if somebody(name):
            yield "somebody"
            if reference.rpartition(" ")[2].lower() in name.lower().split():
                yield "the same noun"


def _asked(low: str) -> str:
    """The gender that a pronoun or description asks for: m, f or ""."""
    words = low.split()
    if words[0] in _SHE or not _FEMALE.isdisjoint(words):
        return "f"
    return "" if words[0] in _THE and _MALE.isdisjoint(words) else "m"


def _gender(cast: Cast, name: str) -> str:
    words = name.lower().split()
    told = "f" if not _FEMALE.isdisjoint(words) else "m" if not _MALE.isdisjoint(words) else ""
    return cast.gender.get(name, "") or (told if somebody(name) else "")


def best(candidates: Mapping[str, frozenset[str]], weights: Weights) -> str:
    """The candidate of the largest sum, or ""; of equals the one told of last."""
    return max(
        candidates,
        key=lambda name: sum(weights.get(f, 0.0) for f in candidates[name]),
        default="",
    )


@cache
def weights_of(sort: str) -> Weights:
    """The weights of a sort of reference, read when the first is met."""
    text = files(__package__).joinpath(TABLE).read_text(encoding="utf-8")
    table: dict[str, dict[str, float]] = json.loads(text)["weights"]
    return table[sort]
