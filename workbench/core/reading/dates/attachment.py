"""Whether a date places an event or only says when somebody spoke.

Decided by what stands next to the date: a verb of saying ("said on Thursday"),
one with an addressee or a place ("told a news conference on Thursday"), a spoken
or written thing ("in a statement on Thursday"), the verb after the date
("officials on Thursday said"). Where a clause with a verb of its own stands
between, the date belongs to that clause.
"""

import re
from functools import cached_property
from typing import NamedTuple

from workbench.core.lexicon.en.tense_words import IRREGULAR_PASTS

BEFORE = 110
"""Characters between a cue and a date at most."""

_SAY = (
    "said|says|say|saying|added|adds|reported|reports|wrote|writes|tweeted|stated|states|announced"
    "|announces|announcing|confirmed|confirms|claimed|claims|warned|warns|noted|notes|declared"
    "|declares|argued|explained|insisted|acknowledged|admitted|denied|denies|rejected|commented"
    "|estimated|urged|testified|alleged|disclosed|revealed|accused|accuses|blamed|condemned"
    "|denounced|asserted|suggested|reiterated|emphasi[sz]ed|stressed|concluded|remarked|predicted"
    "|speaking|told|asked|informed|advised|recalled|promised|vowed|pledged|refuted|dismissed|quoted"
)
_PLACED = "said|says|added|announced|stated|confirmed|warned|wrote|spoke|tweeted|declared|denied"
_TELL = "told|tells|telling|asked|informed|accused|accuses|warned|blamed|urged"
_SPOKEN = (
    "statement|interview|conference|briefing|speech|remark|report|letter|e-?mail|tweet|post|release"
    "|address|filing|broadcast|dispatch|editorial"
)
_ACTIVE = r"(?<!\bis )(?<!\bwas )(?<!\bare )(?<!\bwere )(?<!\bbeen )(?<!\bbe )"
_CLAUSE = (
    r"(?:that|which|who|whom|he|she|it|they|we|I|was|were|is|are|has|have|had|will|would|could|can"
    r"|may"
    rf"|after|before|when|where|while|because|if|and then|following|[a-z]{{3,}}ed"
    rf"|{IRREGULAR_PASTS})\b"
)
_WORDS = rf"(?:(?!{_CLAUSE})[^\s“”\";:.]+(?:\s+|$)){{1,12}}?"
_LEAD = r",?\s*(?:(?:on|in|as early as|late|early|earlier|later|again)\s+){0,2}$"


class Cue(NamedTuple):
    """A form that leads up to a date: how it begins, and what may stand ahead of it."""

    name: str
    pattern: re.Pattern[str]
    ahead: re.Pattern[str] | None = None


def _cue(name: str, pattern: str, ahead: str = "") -> Cue:
    compiled = re.compile(ahead, re.IGNORECASE) if ahead else None
    return Cue(name, re.compile(pattern, re.IGNORECASE), compiled)


CUES: tuple[Cue, ...] = (
    _cue("verb of saying", rf"{_ACTIVE}(?:{_SAY}){_LEAD}"),
    _cue("telling in the passive", rf"(?:told|asked|informed|quoted){_LEAD}"),
    _cue("saying at a place",
         rf"(?:{_PLACED})\s+(?:in|at|during|to|via|by|through|on|from)\s+{_WORDS}{_LEAD}"),
    _cue("telling somebody", rf"(?:{_TELL})\s+(?!of\b){_WORDS}{_LEAD}"),
    _cue(
        "in a statement",
        rf"(?:{_SPOKEN})s?(?:\s+(?:issued|released|published|made|posted|sent|given"
        rf"|delivered))?{_LEAD}",
        r"\b(?:in|at|during|according to|citing)\s+(?:(?:a|an|its|his|her|their"
        r"|the)\s+)?(?:[\w-]+\s+){0,3}$",
    ),
    _cue(
        "publication label",
        r"(?:posted|published|updated?|created"
        r"|date)\s*:?\s*(?:\d{1,2}:\d\d\s*[ap]\.?m\.?,?\s*)?(?:on )?$",
        r"(?:^|[(|•\n]|\b[AP]M\b.{0,8})\s*(?:first |last )?$",
    ),
    _cue("signature of a post", r"\(@\w{1,30}\)\s*$"),
)  # fmt: skip
"""What stands right before a date that only says when somebody spoke."""

_SPEECH = re.compile(
    rf"\b(?:{_SAY}|{_TELL}|spoke|posted|published|updated?|created|date|{_SPOKEN})s?\b|\((?=@"
    rf"|[a-z])",
)
_AFTER = re.compile(
    rf"\s+(?:(?:also|again|publicly|formally|flatly|strongly)\s+)?(?:{_SAY})\b"
    r"|\s+\((?-i:[A-Z][A-Za-z ]{1,20})\)\s*[–—-]",
    re.IGNORECASE,
)
_TAKES_DATE = re.compile(
    rf"\b(?:[a-z]{{2,}}ed|was|were|killed|{IRREGULAR_PASTS})\s+(?:on\s+)?$", re.IGNORECASE
)
_BOUND = re.compile(
    r"\b(?:for|of|from|since|until|till|by|before|after|between|through|to)\s$", re.I
)
_INTRO = re.compile(
    rf",\s+(?:(?!{_CLAUSE})[^\s,“”\";:.]+\s+){{1,7}}?(?:{_SAY})\b(?!,)",
    re.IGNORECASE,
)


class Speech:
    """The words of speaking in a sentence, looked up once for all of its dates."""

    def __init__(self, text: str, lower: str) -> None:
        self.text, self.lower = text, lower

    @cached_property
    def starts(self) -> list[int]:
        """Where the words of speaking begin."""
        return [match.start() for match in _SPEECH.finditer(self.lower)]

    def takes(self, start: int, end: int) -> bool:
        """Whether the date at text[start:end] attaches only to an act of speaking."""
        if not self.starts or self.text[end : end + 2] in {"'s", "’s"}:
            return False
        if _BOUND.search(self.text, max(0, start - 12), start):
            return False
        if any(start - BEFORE <= at < start and self._leads(at, start) for at in self.starts):
            return True
        if _AFTER.match(self.text, end):
            return not _TAKES_DATE.search(self.text[max(0, start - 20) : start])
        return self._opens(start, end) and bool(_INTRO.match(self.text, end))

    def _leads(self, at: int, start: int) -> bool:
        """Whether the words from a cue up to a date are one of the forms in CUES."""
        return any(
            cue.pattern.match(self.text, at, start)
            and (not cue.ahead or cue.ahead.search(self.text[max(0, at - 50) : at]))
            for cue in CUES
        )

    def _opens(self, start: int, end: int) -> bool:
        """Whether a date opens its sentence and is near: a weekday, yesterday, this week.

        "On January 1, officials said, the men …" is about what happened on that day.
        """
        if start > BEFORE or any(c.isdigit() for c in self.text[start:end]):
            return False
        return len(self.text[:start].split()) <= 2
