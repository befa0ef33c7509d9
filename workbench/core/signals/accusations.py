"""Accusations: who accuses whom of what.

Three sorts are told apart: a verb or noun of accusing, the passive without an
accuser ("is accused of"), and a statement that ascribes wrongdoing to somebody
it names. The frame (Communicator, Evaluee, Reason) is Judgment_communication of
FrameNet 1.7; the words for wrongdoing are those of its frames Committing_crime,
Offenses, Attack, Deception and Terrorism.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.core.passages import Document, Passage
from workbench.core.signals.hints import HintedRules
from workbench.core.signals.names import names_in
from workbench.core.signals.speakers import Attribution

LONGEST = 200
"""Characters after a cue that are read for whom and what."""


@dataclass(frozen=True, slots=True)
class Accusation:
    """`who` accuses `against` of `what`; each is "" where the passage leaves it out.

    `start` and `end` are the cue's offsets in the article; `rule` names the rule.
    """

    who: str
    against: str
    what: str
    start: int
    end: int
    rule: str


_BE = r"(?:is|are|was|were|been|being|stands?|stood)"
RULES = HintedRules(
    (
        ("is accused", "accused,charged,blamed,indicted,alleged,suspected,implicated,responsible,investigation", rf"\b{_BE} (?:\w+ly |also |again )?(?:accused of|charged with|blamed for|indicted (?:on|for)|alleged to have|suspected of|implicated in|held responsible for|under investigation for)\b"),
        ("stands accused", "accused,fac", r"(?<=[,\s])accused of\b|\bfac(?:es|ed|ing) (?:\w+ ){0,3}(?:charges|accusations|allegations)\b"),
        ("accusation named", "accusation,allegation,charges", r"\b(?:accusations?|allegations?)\b(?: [^.;]{0,60}?)?\b(?:that|of|against)\b|\bcharges that\b"),
        ("holds responsible", "responsible,accountable,liable,blame,finger", r"\b(?:hold|holds|held|holding) [^.;,]{1,60}? (?:responsible|accountable|liable) for\b|\b(?:put|puts|lays?|laid|pins?|pinned|placed?|places) (?:the |much of the |part of the )?blame (?:on|at|for)\b|\bpoint(?:s|ed|ing)? (?:the |a )?finger at\b"),
        ("charges with", "charg", r"\bcharg(?:e|es|ed|ing) (?!with\b)[^.;,]{1,50}? with\b"),
        ("denounces as", " as ", r"\b(?:denounc|condemn|decr|brand|label|describ)(?:e|es|ed|ing|ied|ies)\b[^.;]{1,80}? as (?:an? |the )?(?:act of |form of )?(?:\w+ )?(?:terror\w*|crimes?|criminals?|aggress\w*|genocid\w*|liars?|racis\w*|corrupt\w*|traitors?|illegal|unlawful|massacre|provocation|propaganda|blackmail)\b"),
        ("to blame", "blame,behind", rf"\b{_BE} (?:\w+ly )?(?:to blame for|behind (?:the|this|an?) (?:\w+ )?(?:attack|bombing|hack|killing|murder|plot|shooting|strike|raid|breach|poisoning|explosion|leak))\b"),
        ("files suit", "sue,suing,suit,complaint,charges", r"\b(?:sued|sues|(?:is|are|was|were) suing|filed (?:a |an )?(?:\w+ )?(?:lawsuit|complaint|suit|charges) against)\b"),
    )
)  # fmt: skip
"""Accusations that need no accuser."""

_WRONG = HintedRules(
    (
        (
            "wrongdoing ascribed",
            "abduct,abus,aggress,assault,atroci,attack,attempt,blackmail,bomb,breach,brib,cheat,collu,complic,conceal,conspir,corrupt,cover,crime,deceiv,discrim,embezzl,espion,execut,exploit,extort,fabric,fake,falsi,forg,fraud,genoci,hack,harass,hid,illegal,interfer,inva,kidnap,launder,lied,lying,massac,meddl,misl,murder,neglig,plot,poison,pretext,provoc,rap,rig,sabot,shell,smuggl,spied,spy,steal,stole,strike,terroris,tortur,traffick,unlawful,violat",
            r"\b(?:terrorist (?:attacks?|acts?|bombings?)|acts? of terror(?:ism)?|state terrorism|war crimes?|atrocit(?:y|ies)|genocide|massacre[ds]?|tortur(?:e|ed|es|ing)|execut(?:e|ed|ing) [^.;]{0,30}(?:prisoners?|POWs?|civilians?|hostages?)|"
            r"complicit|complicity|(?:is|are|was|were) corrupt|brib(?:e|es|ed|ery|ing)|(?:of|committed|commit|committing) fraud|fraudulently|embezzl\w{1,5}|launder(?:ed|ing)|"
            r"steal(?:s|ing)?|stole|(?:has|have|had|having) stolen|lied|(?:is|are|was|were|been|of|by) lying|cheat(?:s|ed|ing)?|deceiv(?:e|ed|ing)|misled|mislead(?:s|ing)?|"
            r"rigging|(?:has|have|had|was|were|is|are|been|being) rigged|sabotag(?:e|ed|ing)|fabricat(?:e|ed|ing)|fake(?:d)?|falsif(?:y|ied|ying)|covered up|cover-up|conceal(?:ed|ing)|"
            r"hack(?:ed|ing)|meddl(?:e|ed|ing)|interfer(?:e|ed|ing) in|spy(?:ing)?|spied|espionage|blackmail(?:ed|ing)?|extort(?:ed|ing|ion)?|"
            r"violat(?:e|es|ed|ing|ions?)|breach(?:ed|ing)?|illegal(?:ly)?|unlawful(?:ly)?|smuggl(?:ed|ing)|traffick(?:ed|ing)|"
            r"abus(?:ed|ing)|assault(?:ed|ing)|rap(?:e|ed|ing)|harass(?:ed|ing|ment)?|murder(?:ed|ing)|poison(?:ed|ing)|kidnap(?:ped|ping)|abduct(?:ed|ing)|"
            r"bomb(?:ed|ing)|shell(?:ed|ing)|drone strike|attempted (?:an? )?(?:\w+ )?(?:attack|strike|coup|murder)|attack(?:ed|ing)|invad(?:e|ed|ing)|"
            r"provocation|plott(?:ed|ing)|conspir(?:ed|ing|acy)|collu(?:ded|ding|sion)|negligen(?:t|ce)|discriminat(?:ed|ing)|exploit(?:ed|ing)|pretext)\b",
        ),
    )
)  # fmt: skip
_ACTIVE = frozenset(("charges with", "holds responsible", "denounces as", "files suit"))
_OBJECT_END = re.compile(r"\s(?:of|for|with|that|over|by|on|as|in)\s|[,.;:“”\"]")
_DENIED = re.compile(r"\b(?:not|never|no|neither|nor|unrelated|den(?:y|ies|ied)|rejects?|rejected)\b|n[’']t\b", re.IGNORECASE)
_VERB = re.compile(r"(?:is|are|was|were|ha[sd]|have|been|stole|misled)\b|\w+(?:ed|ing|ly)\b", re.IGNORECASE)
_HEDGED_NEWS = re.compile(r"\b(?:police|officers?|prosecutors?|investigators?|sheriff|detectives?|court|coroner)\b", re.IGNORECASE)


def find_accusations(document: Document, attributions: Sequence[Sequence[Attribution]]) -> tuple[tuple[Accusation, ...], ...]:
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
    for name, match in RULES.search(text, low):
        denied = _DENIED.search(text, max(0, match.start() - 60), match.start())
        if not denied and not any(a < match.end() and match.start() < b for a, b in seen):
            seen.append(match.span())
            accuser, against = _sides(name, who, text, match)
            yield Accusation(accuser, against, _rest(text, match.end()), base + match.start(), base + match.end(), name)
    if not seen and said:
        yield from _ascribed(passage, said, low)


def _by_cue(passage: Passage, attribution: Attribution, at: int) -> Accusation:
    text, after = passage.quote, at + len(attribution.cue)
    stop = _OBJECT_END.search(text, after, after + LONGEST)
    against = text[after : stop.start()].strip() if stop else _rest(text, after)
    what = _rest(text, stop.end()) if stop else ""
    return Accusation(attribution.claimant, against, what, passage.start + at, passage.start + after, f"accusing cue: {attribution.rule}")


def _rest(text: str, start: int) -> str:
    return re.split(r"[.;“”\"]", text[start : start + LONGEST], maxsplit=1)[0].strip(" ,")


def _sides(rule: str, who: str, text: str, match: re.Match[str]) -> tuple[str, str]:
    """(accuser, accused): in a passive the accused stands before the cue."""
    before = _subject(text[: match.start()])
    if rule in _ACTIVE:
        return who or before, " ".join(match[0].split()[1:-1]) if rule == "charges with" else ""
    return "" if before and before in who else who, before


def _subject(before: str) -> str:
    """The last name before a passive cue."""
    names = names_in(before[-LONGEST:])
    return names[-1].text if names else ""


def _ascribed(passage: Passage, said: Sequence[Attribution], low: str) -> Iterator[Accusation]:
    """A statement that ascribes wrongdoing to a named other: "said that X bombed …"."""
    rule, match = next(_WRONG.search(passage.quote, low), ("", None))
    if match is None:
        return
    text, speaker = passage.quote, said[0]
    if _HEDGED_NEWS.search(speaker.source):
        return
    if _DENIED.search(text, max(0, match.start() - 50), match.start()):
        return
    words = set(re.findall(r"\w+", f"{speaker.claimant} {speaker.source}"))
    for name in names_in(text[: match.start()]):
        begins = passage.start + name.start
        away = match.start() - name.end
        adjective = away == 1 and not _VERB.match(match[0])  # "Norlandic terrorist attacks"
        if adjective or away >= LONGEST or speaker.start <= begins < speaker.end or words & set(name.text.split()):
            continue
        yield Accusation(speaker.claimant, name.text, _rest(text, match.start()), passage.start + match.start(), passage.start + match.end(), rule)
        return
