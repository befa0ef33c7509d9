"""What one report says is so and another says is not so.

Nobody asked, so two passages clash only where each plainly takes a side. One of them says that
something is not so: somebody denies it, it is called false, or a negation governs it. The other
says of the same words that they are so, and is itself neither a denial nor a question. How much
of what is denied stands in the other passage decides, never how alike the two sentences are: two
quotations of one speech are alike, and clash in nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache, partial

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.negation_reasons import GENERIC
from workbench.core.compare.profiles import Profile, words_of
from workbench.core.compare.synonyms import meaning
from workbench.core.compare.wording_reasons import led_by_the_better
from workbench.core.events.independence import source_key
from workbench.core.lexicon.en import framing_words as listed
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.frames import ALLEGED, FALSE, OPEN
from workbench.core.reading.model import Denial, Frame, Negation, Reading
from workbench.core.reading.terms import fold_word, state_of, stem, tokens, words

NO_PROOF, NO_EVIDENCE = "no proof", "no evidence"
DOUBTS, NEVER_HAPPENED = "doubts or brushes aside", "never happened"
VERDICTS = frozenset(
    {
        "denies", "refutes", "is not so", "is not true", "never happened",
        "rejects what is alleged", "contrary to reports", "not in it",
        "speaks of a denial",
    }
)  # fmt: skip
"""Rules of denials by which somebody judges what others say, beside any frame of falsehood."""


def _stems(*lists: frozenset[str]) -> frozenset[str]:
    return frozenset(meaning(stem(word)) for some in lists for word in some)


ABOUT_TELLING = GENERIC - _stems(word_set("meet")) | _stems(
    listed.TELLING, listed.FALSE, listed.FALSE_ALONE, listed.REFUTING, listed.EVIDENCE,
    listed.ALLEGED, listed.SAYING, listed.CONFIRMING, listed.ANSWERING,
    word_set(
        """site website page account internet online media user network outlet blog headline man men
        woman women person number several call called name former current happen happened begin
        begun start started now know think believe understand want like need feel seem appear
        mention reference comment record word"""
    ),
)  # fmt: skip
"""Words of telling and of judging what is told: two passages share them whatever it is."""
LACKING = word_set(
    """lack lacks lacked lacking without absence refuse refuses refused declined unable failed fails
    fail deny denies denied denying reject rejects rejected dismiss dismisses dismissed dispute
    disputes disputed"""
)
"""Cues that are no negation here: of what is wanting or was left undone, which contradicts nobody,
and of denials, of which is read what they deny."""
EVIDENCE = word_set("truth evidence basis foundation substance merit")
"""Of what there is none where something is said not to be so; of what is not confirmed nobody
says that it is not."""
PRONOUNS = word_set("one nobody")
SAYING = word_set("say said says saying tell told")
"""What is negated of an account, and of nothing that it tells: see `two_accounts`."""
LEFT_OVER = word_set(
    "other others further additional more longer else only immediate immediately to"
)
"""Words right behind a negation by which it is of the rest only: "no other injuries"."""
MATTER_OF_ONES_OWN = 8
"""Content words up to which a passage that is called untrue as a whole says one thing only."""
FIRST, FIRST_OF_NOUN, FIRST_DENIED = 1, 2, 3
"""Content words behind a negation, behind one that stands before a noun, and in what is denied,
of which one has to be turned: the further ones are what it happened to."""
PLEAS = word_set("guilty")
"""What a negation negates in court: a plea is changed, and contradicts no charge."""
OPENING = word_set(
    """would could should might may if whether until unlikely doubtful must ought required obliged
    supposed"""
)
"""Words by which a passage says of nothing that it is so."""
STAGES = _stems(
    word_set(
        """charge charged arrest arrested indict indicted convict convicted sentence sentenced
        release released identify identified name named find found catch caught detain detained
        decide decided announce announced rule ruled determine determined set schedule scheduled
        complete completed recover recovered face facing file filed"""
    )
)
"""What is not done on one day and is on the next: where nobody denies it, time explains it."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Which side a passage takes: `so` are the content words that it says are so, `untrue` those
    that it says are not, `first` those that it turns before others; `verdict` where it judges
    what others say. `telling` are all that are not words of telling, `names` those of names."""

    so: frozenset[str]
    untrue: frozenset[str]
    first: frozenset[str]
    verdict: bool
    plain: bool
    telling: frozenset[str]
    names: frozenset[str]

    @property
    def denies(self) -> bool:
        return bool(self.first)


@lru_cache(maxsize=1 << 14)
def stand_of(reading: Reading) -> Stand:
    """The side that a passage takes, reckoned once."""
    profile = words_of(reading)
    telling = profile.content - ABOUT_TELLING
    spans = list(_turned_spans(reading))
    untrue = frozenset(word for said, _ in spans for word in said) & telling
    first = frozenset(word for said, most in spans for word in _telling(said, most)) & telling
    left_open = frozenset(
        meant
        for meant, kinds in zip(profile.meant, profile.open, strict=True)
        if kinds & OPEN - {ALLEGED}
    )
    verdict = any(map(partial(_judges, reading), (*reading.frames, *reading.denials)))
    so = telling - untrue - left_open - profile.negated
    return Stand(
        frozenset() if leaves_open(profile, OPENING) else so,
        untrue,
        first,
        verdict,
        _is_plain(reading),
        telling,
        profile.proper & telling,
    )


def leaves_open(profile: Profile, opening: frozenset[str]) -> bool:
    """Whether one of some words stands in a passage; "in May" is a month, and no "may"."""
    months = sum(word == "May" for word in profile.tokens[1:])
    found = Counter(word for word in profile.words if word in opening)
    return sum(found.values()) > min(months, found["may"])


def _is_plain(reading: Reading) -> bool:
    """Whether a passage only says that something is so: it calls nothing false, denies nothing
    and negates nothing."""
    turned = any(frame.kind.startswith(FALSE) for frame in reading.frames)
    return not (turned or reading.denials or reading.negations)


def _turned_spans(reading: Reading) -> Iterator[tuple[list[str], int]]:
    """The content words of each span that is said not to be so, and how many of the first of
    them have to be turned for somebody else's words to be."""
    for n in reading.negations:
        if span := negated(reading, n):
            yield span
    for f in reading.frames:
        if _judges(reading, f):
            found = _content(reading, f.scope_start, f.scope_end)
            if len(found) <= MATTER_OF_ONES_OWN or f.scope_start > reading.start:
                yield found, FIRST_DENIED
    for d in reading.denials:
        if _judges(reading, d) and not _POINTS_BACK.match(d.what):
            what = d.what.split(" and ")[0] if d.rule == NEVER_HAPPENED else d.what
            yield [meaning(word) for word in words(what)], FIRST_DENIED


def _telling(said: Sequence[str], most: int) -> Sequence[str]:
    """The first words of a span; of what is denied, those that are no words of telling."""
    return [word for word in said if word not in ABOUT_TELLING or most < FIRST_DENIED][:most]


def _judges(reading: Reading, found: Frame | Denial) -> bool:
    """Whether a frame or a denial says that something is not so, and not that it is open."""
    if isinstance(found, Denial):
        if found.rule == DOUBTS:
            return bool(_CLAIM_THAT.search(found.what))
        if found.rule != NO_PROOF:
            return found.rule in VERDICTS
    elif found.kind != FALSE:
        return False
    elif found.rule != NO_EVIDENCE:
        return True
    cue = reading.quote[found.start - reading.start : found.end - reading.start].lower()
    return not EVIDENCE.isdisjoint(cue.split())


def negated(reading: Reading, n: Negation) -> tuple[list[str], int] | None:
    """What a negation turns round, up to the next comma; None where it contradicts nobody."""
    cue = n.cue.lower().split()
    said = reading.quote[n.scope_start - reading.start : n.scope_end - reading.start]
    said = said.split(",")[0]
    clause = reading.quote[n.scope_start - reading.start :].split(",")[0]
    follows = {word.strip("“”\"'’.").lower() for word in said.split()[:1]}
    if (
        cue[0] in LACKING
        or set(cue[1:]) & LEFT_OVER
        or follows & (LEFT_OVER | PLEAS)
        or _NOT_YET.search(clause)
    ):
        return None
    before = reading.quote[: n.end - reading.start]
    if _IMPERATIVE.search(before) or _CONDITION.search(before):
        return None
    found = [meaning(word) for word in words(said)]
    if not found or found[0] in ABOUT_TELLING or follows & SAYING:
        return None
    return found, FIRST_OF_NOUN if cue == ["no"] and not follows & PRONOUNS else FIRST


_POINTS_BACK = re.compile(r"(?:this|it|these|those|them|so|all of (?:this|it)) ", re.IGNORECASE)
""" "Denies this and says": what is denied stands in another sentence."""
_CLAIM_THAT = re.compile(
    rf"\b(?:{'|'.join(sorted(listed.TELLING))}) (?:that|of|about)\b", re.IGNORECASE
)
"""What is doubted: "claims that the dam leaks", and nothing that is said beside the doubt."""
_NOT_YET = re.compile(r"\bmore\b.{0,40}\bthan\b|\b(?:until|yet|before)\b", re.IGNORECASE)
""" "Nobody died more often than she", "was not charged until June": it is so, or came to be."""
_IMPERATIVE = re.compile(r"(?:^|[“”\"‘'(:]\s?)(?:don['’]?t|do not|never)$", re.IGNORECASE)
""" "Don't shoot" tells of nothing that it was not done."""
_CONDITION = re.compile(r"\b(?:if|unless|whether|lest|in case)\b[^,;:.]*$", re.IGNORECASE)
""" "If she did not pay he would leave" tells of nothing that it was not done either."""


def _content(reading: Reading, start: int, end: int) -> list[str]:
    return list(map(meaning, words(reading.quote[start - reading.start : end - reading.start])))


NAME = 1.5
"""What a name in common counts against another word."""
NEAR, NEAR_NEGATED, NEAR_ONE_WORD = 0.3, 0.4, 0.5
"""How much of one matter a passage and a denial have to be, and one and a plain negation, of
several words or of one."""
SHARE, SHARE_OF_ONE = 0.4, 0.6
"""Share of what is denied that the other side says, and the same where it is one word."""
BASE, OF_NEAR, OF_SHARE, OF_VERDICT = 0.45, 0.25, 0.2, 0.1
"""How sure a clash is: by how near both are, by the share of what is denied, and by whether
somebody judges what others say. Set so that rows on rumours, read by hand, were real from 0.7 on;
a model fitted on 153 pairs of such passages ordered them no better."""
QUOTED = 8
"""Words in a row that both have from which they quote one speech, or one is copied from the
other; where one of them is called false, it is quoted as that."""
FEWEST_WITHOUT_NAME = 3
"""Words turned round from which two passages need no name in common."""


@dataclass(frozen=True, slots=True)
class Clash:
    """`said` says to be so what `denied` says is not; `sure` is 0–1. `judged` where
    somebody judges what others say."""

    said: Bearing
    denied: Bearing
    sure: float
    why: str
    judged: bool


def clash_of(said: Bearing, denied: Bearing) -> Clash | None:
    """What the second passage denies of the first, if it does."""
    no, so = stand_of(denied.reading), stand_of(said.reading)
    both = so.telling & no.telling
    turned = (no.untrue & so.so) - no.names - so.names
    if not turned & no.first or not so.plain:
        return None
    if not both & (no.names | so.names) and len(turned) < FEWEST_WITHOUT_NAME:
        return None
    if not no.verdict and (of_one_speaker(said, denied) or of_stages(denied, turned & no.first)):
        return None
    near = _near(both, so, no)
    share = len(no.untrue & so.so) / len(no.untrue)
    if not _of_one_matter(no, near, share, len(turned)) or _of_another_agent(said, denied):
        return None
    if not no.verdict and longest_run(said.quote, denied.quote) >= QUOTED:
        return None
    spelled = words_of(said.reading).spelled
    words_said = ", ".join(f"“{spelled[word]}”" for word in spelled if word in turned)
    sure = BASE + OF_NEAR * near + OF_SHARE * share + OF_VERDICT * no.verdict
    return Clash(said, denied, sure, f"one side says that {words_said} is not so", no.verdict)


def _of_one_matter(no: Stand, near: float, share: float, turned: int) -> bool:
    """Whether two passages have enough in common, and enough of what is denied."""
    least = NEAR if no.verdict else NEAR_NEGATED if turned > 1 else NEAR_ONE_WORD
    return near >= least and share >= (SHARE if turned > 1 else SHARE_OF_ONE)


def of_stages(denied: Bearing, turned: frozenset[str]) -> bool:
    """Whether a paper itself says how far a matter has gone: "she has not been charged"."""
    return not denied.claimant and not STAGES.isdisjoint(turned)


def of_one_speaker(said: Bearing, denied: Bearing) -> bool:
    """Whether both passages have what they say from the same named source: he tells two things."""
    source = source_key(denied.claimant)
    return bool(source) and source == source_key(said.claimant)


def _of_another_agent(said: Bearing, denied: Bearing) -> bool:
    """Whether somebody denies having done what the other passage does not lay at their door:
    "Russia denied carrying out strikes" against strikes of others."""
    content = words_of(said.reading).content
    for d in denied.reading.denials:
        if d.who[:1].isupper() and _DOING.match(d.what):
            who = {meaning(word) for word in words(d.who)} | set(map(state_of, d.who.split()))
            return who.isdisjoint(content)
    return False


_DOING = re.compile(r"[a-z]+ing\b")


def longest_run(one: str, other: str) -> int:
    """Words that two texts have in common one after another, at the most."""
    ours, theirs = _folded(one), _folded(other)
    match = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    return match.size


@lru_cache(maxsize=1 << 12)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(fold_word(token) for token in tokens(text))


def _weight(found: frozenset[str], *stands: Stand) -> float:
    names = frozenset().union(*(stand.names for stand in stands))
    return sum(NAME if word in names else 1.0 for word in found)


def _near(both: frozenset[str], so: Stand, no: Stand) -> float:
    return led_by_the_better(
        *(_weight(both, so, no) / max(1.0, _weight(s.telling, so, no)) for s in (so, no))
    )
