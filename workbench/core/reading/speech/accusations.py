"""Accusations: who accuses whom of what.

Three sorts are told apart: a verb or noun of accusing, the passive without an
accuser ("is accused of"), and a statement that ascribes wrongdoing to another,
named, described or meant by a pronoun. The frame (Communicator, Evaluee, Reason) is Judgment_communication of
FrameNet 1.7; the words for wrongdoing are those of its frames Committing_crime,
Offenses, Attack, Deception and Terrorism.
"""

import re
from collections.abc import Iterator, Sequence

from workbench.core.lexicon.en.grammar import DETERMINERS
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses_after import phrase_after
from workbench.core.reading.language.names import is_plural, names_in
from workbench.core.reading.language.roles import is_source_noun
from workbench.core.reading.model import Accusation, Attribution
from workbench.core.reading.speech.accusation_rules import (
    ACTIVE,
    FORCED,
    NOT_BY_POLICE,
    ONLY_REPORTED,
    RULES,
    VIOLENT,
    WRONG,
)
from workbench.core.reading.speech.reports import POSSESSIVES, is_source, subject_of
from workbench.core.reading.tokens import Token, tokens_of
from workbench.core.text.passages import Document, Passage

LONGEST = 200
"""Characters after a cue that are read for whom and what."""


_OBJECT_END = re.compile(r"\s(?:of|for|with|that|over|by|on|as|in)\s|[,.;:“”\"]")
_DENIED = re.compile(
    r"\b(?:not|never|no|neither|nor|unrelated|den(?:y|ies|ied)|rejects?|rejected)\b|n[’']t\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:is|are|was|were|ha[sd]|have|been|stole|misled)\b|\w+(?:ed|ing|ly)\b", re.IGNORECASE
)
_HEDGED_NEWS = re.compile(
    r"\b(?:police|officers?|investigators?|sheriff|detectives?|court|coroner)\b", re.IGNORECASE
)
_ASKED = re.compile(r"\b(?:whether|if|unless)\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:would|will|should|can|may|might) (?:\w+ly )?$", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|keep|kept|an?|the) (?:\w+ly )?$", re.IGNORECASE
)
_UNFOUNDED = re.compile(r"\b(?:unsubstantiated|baseless|unfounded|groundless|fabricated)\b")
_ACTING = re.compile(r"^\w+ing\b|^\w+ly \w+ing$")
_ACTED = re.compile(
    r"(?:\b(?:is|are|was|were|be|been|being|of|by|for|in|from|keeps?|kept|began|started|after|before|with|and|who|[\w]+ly)|[,“\"‘]|’s|'s) ?$",
    re.IGNORECASE,
)
"""What stands before a form in -ing that tells of somebody's act."""
_CLAIMING = ("claim", "insist", "contend", "assert", "argu", "complain", "maintain")
_BY = re.compile(r"(?<= )by ")
_SELF = word_set("i we me us")
_ONE = word_set("he she")
_OTHERS = word_set("he she they you")
_FORCES = word_set(
    "troops soldiers army militia militiamen forces guards settlers paramilitaries gendarmes authorities regime"
)
_POLICE = word_set("police policemen officers")
NEAR = 14
"""Words before a wrong that are searched for whoever did it."""


def find_accusations(
    document: Document, attributions: Sequence[Sequence[Attribution]]
) -> tuple[tuple[Accusation, ...], ...]:
    """The accusations of every passage, in order; boilerplate and headings have none."""
    return tuple(
        () if p.noise or p.heading else tuple(_accusations(p, said))
        for p, said in zip(document.passages, attributions, strict=True)
    )


def _accusations(passage: Passage, said: Sequence[Attribution]) -> Iterator[Accusation]:
    text, base = passage.quote, passage.start
    seen: list[tuple[int, int]] = []
    for attribution in said:
        if attribution.polarity == "accusing":
            at = text.find(attribution.cue, max(0, attribution.start - base))
            at = at if at >= 0 else text.find(attribution.cue)
            seen.append((at, at + len(attribution.cue)))
            yield _by_cue(passage, attribution, at)
    who, low = said[0].claimant if said else "", text.lower()
    police = bool(said and _HEDGED_NEWS.search(said[0].source))
    for name, match in RULES.search(text, low):
        if (name in ONLY_REPORTED and not said) or (name in NOT_BY_POLICE and police):
            continue
        denied = _DENIED.search(text, max(0, match.start() - 60), match.start())
        if not denied and not any(a < match.end() and match.start() < b for a, b in seen):
            seen.append(match.span())
            accuser, against = _sides(name, who, text, match)
            yield Accusation(
                accuser,
                against,
                _rest(text, match.end()),
                base + match.start(),
                base + match.end(),
                name,
            )
    if not seen and said and not police:
        yield from _ascribed(passage, said, low)


def _by_cue(passage: Passage, attribution: Attribution, at: int) -> Accusation:
    text, after = passage.quote, at + len(attribution.cue)
    stop = _OBJECT_END.search(text, after, after + LONGEST)
    against = text[after : stop.start()].strip() if stop else _rest(text, after)
    what = _rest(text, stop.end()) if stop else ""
    return Accusation(
        attribution.claimant,
        against,
        what,
        passage.start + at,
        passage.start + after,
        f"accusing cue: {attribution.rule}",
    )


def _rest(text: str, start: int) -> str:
    return re.split(r"[.;“”\"]", text[start : start + LONGEST], maxsplit=1)[0].strip(" ,")


def _sides(rule: str, who: str, text: str, match: re.Match[str]) -> tuple[str, str]:
    """(accuser, accused): in a passive the accused stands before the cue."""
    before = _subject(text[: match.start()])
    if rule in ACTIVE:
        return who or subject_of(text[: match.start()]), " ".join(
            match[0].split()[1:-1]
        ) if rule == "charges with" else ""
    return _agent(text, match.end()) or ("" if before and before in who else who), before


def _agent(text: str, after: int) -> str:
    """Whoever stands after "by" behind a passive: "is accused of fraud by the union"."""
    by = _BY.search(text, after, after + LONGEST)
    words = tokens_of(text[by.end() : by.end() + LONGEST], by.end()) if by else []
    source = phrase_after(words, 0) if words else None
    if source is None or not is_source(words, source):
        return ""
    return text[words[source.first].start : words[source.last].end]


def _subject(before: str) -> str:
    """The last name before a passive cue."""
    names = names_in(before[-LONGEST:])
    return names[-1].text if names else ""


def _ascribed(passage: Passage, said: Sequence[Attribution], low: str) -> Iterator[Accusation]:
    """A statement that ascribes wrongdoing to another: "said that X bombed …"."""
    text, speaker = passage.quote, said[0]
    if ("responsibility for" in low and "claim" in low) or _UNFOUNDED.search(low):
        return  # what somebody claims to have done, or calls invented
    for rule, match in WRONG.search(text, low):
        before = text[max(0, match.start() - 50) : match.start()]
        if (
            _DENIED.search(before)
            or _ASKED.search(before)
            or (rule not in VIOLENT and _FUTURE.search(before))
        ):
            continue
        claims = speaker.cue.lower().startswith(_CLAIMING)
        undergone = rule not in VIOLENT and not _ACTING.search(match[0]) and _PASSIVE.search(before)
        if rule in VIOLENT and match[0].endswith("ing") and not _ACTED.search(before):
            continue  # "the clinic bombing", "stop attacking her"
        against = _by_whom(text, match.end(), rule)
        if not against and not undergone and rule != FORCED:
            against = _named(passage, speaker, match, rule)
        if not undergone and not against and (rule not in VIOLENT or claims):
            against = _described(passage, said, match.start())
        if rule == FORCED and against.lower().rpartition(" ")[2] not in (
            _FORCES | _POLICE if claims or undergone else _FORCES
        ):
            continue
        if against:
            what = _rest(text, match.start())
            yield Accusation(
                speaker.claimant,
                against,
                what,
                passage.start + match.start(),
                passage.start + match.end(),
                rule,
            )
            return


def _by_whom(text: str, after: int, rule: str) -> str:
    """Who is said to have done what somebody underwent: "was tortured by the police"."""
    if not text.startswith(" by ", after):
        return ""
    agent = _agent(text, after)
    force = agent.lower().rpartition(" ")[2] in _FORCES | _POLICE
    return agent if force or rule not in VIOLENT or agent[:1].isupper() else ""


def _named(passage: Passage, speaker: Attribution, match: re.Match[str], rule: str) -> str:
    """The first name before a wrong that is not the speaker's."""
    words = set(re.findall(r"\w+", f"{speaker.claimant} {speaker.source}"))
    for name in names_in(passage.quote[: match.start()]):
        begins = passage.start + name.start
        away = match.start() - name.end
        adjective = (
            rule in VIOLENT and away == 1 and not _VERB.match(match[0])
        )  # "Norlandic terrorist attacks"
        if (
            adjective
            or away >= LONGEST
            or speaker.start <= begins < speaker.end
            or words & set(name.text.split())
        ):
            continue
        return name.text
    return ""


def _described(passage: Passage, said: Sequence[Attribution], at: int) -> str:
    """Whoever is said to have done a wrong, by a noun or pronoun: "the agency hid"."""
    start = max(0, at - LONGEST)
    words = tokens_of(passage.quote[start:at], passage.start + start)[-NEAR:]
    for i, word in reversed(list(enumerate(words))):
        if any(a.start <= word.start < a.end for a in said):
            continue
        if word.low in _SELF:
            return ""
        if word.low in _OTHERS:
            return word.text if _is_another(passage, said[0], word) else ""
        if is_source_noun(word.low) and word.low not in DETERMINERS:
            own = i > 0 and words[i - 1].low in POSSESSIVES
            return "" if own and word.low in _FORCES else word.text
    return ""


def _is_another(passage: Passage, speaker: Attribution, pronoun: Token) -> bool:
    """Whether "he" or "they" is not the speaker: in quotation marks, or by its number."""
    before = passage.quote[: pronoun.start - passage.start]
    if before.count("“") > before.count("”") or before.count('"') % 2:
        return True
    plural = is_plural(speaker.claimant)
    return (
        plural
        if pronoun.low in _ONE
        else pronoun.low == "they"
        and not plural
        and speaker.claimant[:1].isupper()
        and " " in speaker.claimant
    )
