"""What two reports of one event say against each other, found unasked.

Nobody asked, so what is shown has to be worth the look. Tolls are compared as each report states
them as a whole, ages person by person, denials with what they deny; other figures, dates and
votes only where two passages tell of one thing in much the same words.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from workbench.core.compare.age_reasons import BIRTHDAY, ages_in, years_between
from workbench.core.compare.bearings import Bearing
from workbench.core.compare.reasons import pair
from workbench.core.events.contradictions import DENIED, SAID, Finding, Side, strongest
from workbench.core.events.denied import clash_of, stand_of
from workbench.core.events.independence import source_key
from workbench.core.events.told import Account, Shared, of_two_things, shared
from workbench.core.events.toll_conflicts import tells_of_dead_killer, toll_conflicts
from workbench.core.events.turned import turned
from workbench.core.events.two_accounts import (
    SAID_OR_NOT,
    SURE,
    account_against,
    speaks_of_an_account,
    unsaid_against,
)
from workbench.core.events.unlike import can_differ, unlike
from workbench.core.reading.terms import words

FEWEST_SHARED = 3
"""Index terms that two passages share at the least to be compared."""
FEWEST_OF_EVENT = 2
"""The same where their articles are surely of one event."""
MOST_LIKE = 2
"""Passages of another article, those that share most, with which one is compared."""
LIKE = 0.35
"""Share of the shorter passage's terms that both have at the least."""
DID = "did or did not"
AGE_SURE = 0.95
WITHIN = 0.85
"""What a clash within one article counts where nobody denies another's words: two speakers in one
report are often set against each other, and the report says so itself."""
UNSURE = 0.5
"""Share of the doubt whether two articles are of one event that counts against what they say: the
passages themselves have to be of one matter anyhow."""


def conflicts_between(one: Account, other: Account, certain: float = 1.0) -> list[Finding]:
    """What two articles of one event say against each other, strongest first.

    An account may be given twice, to look for what it says against itself. `certain` is how
    surely both report one event, 0–1.
    """
    within = one.article == other.article
    common = None if within else shared(one, other, certain)
    found = [*_denied(one, other, within, common), *_unlike(one, other, within, common)]
    accounts = list(_accounts(one, other, within))
    if not within:
        found += [*_tolls(one, other), *_ages(one, other)]
    weight = 1 - UNSURE * (1 - certain)
    weighed = (replace(f, strength=round(f.strength * weight, 1)) for f in found)
    return strongest([*accounts, *weighed])


def _tolls(one: Account, other: Account) -> Iterator[Finding]:
    if not one.tolls or not other.tolls:
        return
    died = any(map(tells_of_dead_killer, (*one.claims, *other.claims)))
    for a, b, of, value, other_value, sure, why in toll_conflicts(one.tolls, other.tolls, died):
        yield _finding(a, b, of, sure, why, (value, other_value))


def _ages(one: Account, other: Account) -> Iterator[Finding]:
    """People of whom two reports give different ages."""
    ones, others = (_aged(account.claims) for account in (one, other))
    for key in sorted(ones.keys() & others.keys()):
        (a, name, age), (b, _, their) = ones[key], others[key]
        if abs(age - their) > BIRTHDAY + years_between(a, b):
            why = f"{name}: {age} ≠ {their} years old"
            yield _finding(a, b, f"age of {name}", AGE_SURE, why, (str(age), str(their)))


def _aged(claims: Sequence[Bearing]) -> dict[tuple[str, ...], tuple[Bearing, str, int]]:
    """Keys of a whole name → where an article gives the age of whoever has it first."""
    found: dict[tuple[str, ...], tuple[Bearing, str, int]] = {}
    for claim in claims:
        for key, (name, age) in ages_in(claim.quote).items():
            found.setdefault(key, (claim, name, age))
    return found


def _denied(one: Account, other: Account, within: bool, common: Shared | None) -> Iterator[Finding]:
    """Each denial of either article with what it denies most plainly in the other one."""
    for denying, saying in ((one, other), (other, one))[: 1 if within else 2]:
        for denial in denying.claims:
            if stand_of(denial.reading).denies:
                said = (
                    clash_of(claim, denial) or turned(claim, denial, common)
                    for claim in saying.claims
                    if not within or two_speakers(claim, denial)
                )
                best = max(filter(None, said), key=lambda clash: clash.sure, default=None)
                if best:
                    sure = best.sure * (WITHIN if within and not best.judged else 1.0)
                    sides = best.said, best.denied
                    yield _finding(*sides, DID, sure, best.why, (SAID, DENIED))


def _accounts(one: Account, other: Account, within: bool) -> Iterator[Finding]:
    """Each passage that tells of an account without what the other article reports as said."""
    for telling, saying in ((one, other), (other, one))[: 1 if within else 2]:
        for lacking in filter(speaks_of_an_account, telling.claims):
            if said := account_against(lacking, saying.claims):
                why = "one account of what was said lacks it, or has it otherwise"
                yield _finding(said, lacking, SAID_OR_NOT, SURE, why)
        for denying in telling.claims if not within else ():
            if said := unsaid_against(denying, saying.claims):
                yield _finding(said, denying, SAID_OR_NOT, SURE, "one side says it was never said")


def _unlike(one: Account, other: Account, within: bool, common: Shared | None) -> Iterator[Finding]:
    if not within and of_two_things(one, other):
        return
    fewest = FEWEST_SHARED if common is None else FEWEST_OF_EVENT
    for claim, passage in _likely(one.claims, other.claims, within, fewest):
        if within and not (two_speakers(claim, passage) and _of_one_moment(claim, passage)):
            continue
        if found := unlike(pair(claim, passage), common):
            slot, reason = found
            sure = slot.sure * (WITHIN if within else 1.0)
            yield _finding(claim, passage, slot.name, sure, reason.text)


def _of_one_moment(one: Bearing, other: Bearing) -> bool:
    """Whether two passages stand in one entry of a live page: else one is only newer."""
    return one.reading.moment == other.reading.moment


def two_speakers(one: Bearing, other: Bearing) -> bool:
    """Whether an article sets one source's word against another's."""
    source, theirs = source_key(one.claimant), source_key(other.claimant)
    return bool(source and theirs) and source != theirs


def _likely(
    ones: Sequence[Bearing], others: Sequence[Bearing], within: bool, fewest: int
) -> Iterator[tuple[Bearing, Bearing]]:
    """The pairs that have enough words in common and something that can differ."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(others):
        if can_differ(passage):
            for term in _terms(passage.quote):
                having[term].append(number)
    for place, claim in enumerate(ones):
        if not can_differ(claim):
            continue
        own = _terms(claim.quote)
        shared = Counter(n for term in own for n in having.get(term, ()))
        likely = [
            (count / min(len(own), len(_terms(others[n].quote))), n)
            for n, count in shared.items()
            if count >= fewest and not (within and n <= place)
        ]
        for share, n in sorted(likely, reverse=True)[:MOST_LIKE]:
            if share >= LIKE:
                yield claim, others[n]


def _finding(
    one: Bearing,
    other: Bearing,
    slot: str,
    sure: float,
    why: str,
    values: tuple[str, str] = ("", ""),
) -> Finding:
    sides = _side(one), _side(other)
    return Finding(*sides, slot, *values, 100 * sure, (why,), _two_sources(one, other))


def _side(side: Bearing) -> Side:
    return Side(side.article, side.start, side.end, side.quote)


def _two_sources(one: Bearing, other: Bearing) -> bool:
    """Whether two passages are of two articles and name no common source."""
    if one.article == other.article:
        return False
    source, theirs = source_key(one.claimant), source_key(other.claimant)
    return not (source and source == theirs)


@lru_cache(maxsize=1 << 14)
def _terms(quote: str) -> frozenset[str]:
    return frozenset(words(quote))
