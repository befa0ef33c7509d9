"""Denials: who denies what.

A plain negated fact ("has not provided aid") is no denial; rejecting what is or
could be alleged is.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from workbench.core.lexicon.listing import word_set
from workbench.core.reading.model import Attribution, Denial
from workbench.core.reading.speech.denial_rules import BY_SUBJECT, ONLY_REPORTED, RULES, WHAT_BEFORE
from workbench.core.reading.speech.reports import subject_of
from workbench.core.text.passages import Document, Passage

LONGEST = 200
"""Characters after a cue that are taken for what is denied."""


_SCOPE_END = re.compile(
    r"[.;:!?—–“”\"]|,\s+(?:but|and|while|although|though|because|which|who|saying)\b|\b(?:but|although|though|because|whereas)\b"
)
_SELF_DENIAL = re.compile(
    r"(?:that )?(?:(?:he|she|they|we|i)(?:[’']d|[’']ve|[’']s)? (?:\w+ly )?(?:was not|wasn[’']t|were not|weren[’']t) (?!(?:able|sure|aware|surprised|used|in|at|there|going|yet|the first|happy|ready|all|that|quite|very|familiar|convinced|interested|opposed|hurt|injured|fit|eligible|present|available|satisfied|certain|clear|prepared|willing|worried|concerned|afraid|optimistic|planning|due|expected|given|told|allowed|invited|consulted|informed|asked|paid|good|well|really|too|so|an?\b|the\b|any|much|enough|on|from|for|over|out|up|like|trying|seeking)\b)(?:\w+)"
    r"|(?:he|she|it|they|we|i|(?:his|her|its|their|our|my) (?:\w+ )?(?:client|son|daughter|husband|wife|brother|sister|father|mother|boss|party|government|company|firm|club|team|troops|soldiers|forces|men|staff|officers|employees|drivers|pilots|players|crews?|members|office|ministry)s?)(?:[’']d|[’']ve|[’']s)? (?:\w+ly )?(?:(?:did not|didn[’']t|had not|hadn[’']t|has not|hasn[’']t|have not|haven[’']t|had never|has never|have never|never)"
    r" (?!believe|believed|agree|know|known|think|thought|want|wanted|expect|see|seen|need|remember|recall|understand|like|been able|have|had|hear|heard|get|find|found|notice|feel|felt|yet|decided|received|realiz|realis)\w+"
    r"|(?:is not|isn[’']t|are not|aren[’']t) (?!going|looking|hoping|expecting|getting|seeing)\w+ing\b))",
    re.IGNORECASE,
)
_STATING = word_set(
    "said says say saying told tells stated states stating insisted insists insisting maintained maintains added adding claimed claims claiming asserted asserts declared declares testified stressed stresses argued argues contended contends swore swears"
)


def find_denials(
    document: Document, attributions: Sequence[Sequence[Attribution]]
) -> tuple[tuple[Denial, ...], ...]:
    """The denials of every passage, in order; boilerplate and headings have none."""
    return tuple(
        () if p.noise or p.heading else tuple(_denials(p, said))
        for p, said in zip(document.passages, attributions, strict=True)
    )


def _denials(passage: Passage, said: Sequence[Attribution]) -> Iterator[Denial]:
    text, base = passage.quote, passage.start
    seen: list[tuple[int, int]] = []
    for attribution in said:
        if attribution.polarity == "denying":
            at = text.find(attribution.cue, max(0, attribution.start - base))
            at = at if at >= 0 else text.find(attribution.cue)
            seen.append((at, at + len(attribution.cue)))
            yield _denial(
                passage,
                attribution.claimant,
                at,
                at + len(attribution.cue),
                f"denying cue: {attribution.rule}",
            )
        elif attribution.cue.lower() in _STATING:
            for denial in _of_oneself(passage, attribution):
                seen.append((denial.start - base, denial.end - base))
                yield denial
    low = text.lower()
    for name, match in RULES.search(text, low):
        if any(a < match.end() and match.start() < b for a, b in seen):
            continue
        if name in ONLY_REPORTED and not said:
            continue
        seen.append(match.span())
        who = said[0].claimant if said else _denier(passage, name, match.start())
        denial = _denial(passage, who, match.start(), match.end(), name)
        yield (
            replace(denial, what=text[: match.start()].strip(" ,"))
            if name in WHAT_BEFORE
            else denial
        )


def _denier(passage: Passage, rule: str, at: int) -> str:
    """The subject of a sentence that denies by itself: "The firm found no evidence that"."""
    if rule not in BY_SUBJECT:
        return ""
    return subject_of(passage.quote[:at])


def _of_oneself(passage: Passage, attribution: Attribution) -> Iterator[Denial]:
    """ "The firm said it had not leaked the files": a source denies its own act."""
    if attribution.end <= attribution.start or attribution.quoted:
        return
    text, base = passage.quote, passage.start
    after = text.find(attribution.cue, attribution.end - base)
    if after < 0:
        return
    after += len(attribution.cue)
    while after < len(text) and text[after].isspace():
        after += 1
    match = _SELF_DENIAL.match(text[after : after + LONGEST])
    if match:
        yield _denial(passage, attribution.claimant, after, after + match.end(), "denies own act")


def _denial(passage: Passage, who: str, a: int, b: int, rule: str) -> Denial:
    stop = _SCOPE_END.search(passage.quote, b, b + LONGEST)
    end = stop.start() if stop else min(len(passage.quote), b + LONGEST)
    what = passage.quote[b:end].strip(" ,")
    return Denial(who, what, passage.start + a, passage.start + b, rule)
