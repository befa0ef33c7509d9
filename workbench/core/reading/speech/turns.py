"""Turns: who speaks where a text names its speakers before a colon, as transcripts do.

A name in capitals alone may as well be a place ("LONDON: The …"), so it is a speaker only with a
title or a time before it, or where another line begins so.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from workbench.core.lexicon.en.harm import CUES
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.names import without_titles
from workbench.core.reading.language.source_nouns import GIVEN_FEMALE, GIVEN_MALE, is_person_noun
from workbench.core.text.passages import Passage

NUMBERED = "Speaker|SPEAKER|Voice|VOICE|Witness|WITNESS|Participant|Respondent|Caller|CALLER"
"""People of a transcript who are only numbered."""
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĐĒĘĚĞĢĪİĶŁŃŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽ"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?\s"
_TIME = rf"[\[(]?(?:{_DATE})?{_CLOCK}[\])]?\s{{0,3}}[–-]?\s{{0,3}}"
_WHO = (
    rf"[{_CAPITAL}][\w.'’-]{{0,30}}"
    rf"(?: (?:[{_CAPITAL}(][\w.'’()-]{{0,30}}|van|von|de|der|den|del|di|da|bin|al|la|ten"
    rf"|ter)){{0,4}}"
)
_LINE = re.compile(
    rf"[\"“]?(?:>{{2,3}} ?)?(?P<time>{_TIME})?"
    rf"(?P<who>@\w{{2,30}}|(?:{NUMBERED}) \d{{1,2}}|{_WHO})"
    rf"(?P<stars>\*{{1,2}})?"
    rf"(?:(?P<role>(?:, [^:,.]{{2,40}}){{1,2}})|\s[(\[](?P<party>[^)\]]{{1,40}})[)\]]"
    rf"|\s(?P<handle>@\w{{2,30}})(?:\s?[·•|,-]\s?{_CLOCK})?)?"
    r"\s?[:：]\*{0,2}(?:\s{1,3}(?=\S)|(?<=：)|\Z)"
)
"""Who speaks: a time, a name or handle, what the person is or how he is heard, a colon."""
_TAGGED = re.compile(
    rf"<(?P<tag>v(?:\.[\w.-]{{1,30}})? )?(?P<who>(?(tag){_WHO}|@?[A-Za-z][\w-]{{1,30}}))>"
    r"\s{0,2}(?=\S)"
)
"""The same in captions (WebVTT, 4.2.2) and chats: "<v Ana Silva>It broke", "<ana> It broke"."""
_TIMED = re.compile(
    rf"(?P<time>{_TIME})(?P<who>{_WHO})\s{{0,2}}\Z"
    rf"|(?P<who_first>{_WHO})\s{{1,3}}(?P<time_behind>[\[(]?{_CLOCK}[\])]?)\s{{0,2}}\Z"
)
"""A line that is a name and a time: what stands under it was said then."""
_RECORDED = re.compile(
    rf"(?P<who>(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)s?\.? (?:[A-Z][A-Z’'-]{{1,20}}\b ?){{1,3}}"
    rf"|The (?:SPEAKER|PRESIDENT|CHAIR(?:MAN|WOMAN)?|PRESIDING OFFICER)(?: pro tempore)?)"
    rf"(?: of [{_CAPITAL}]\w{{2,20}})?\.(?:\s{{1,3}}(?=\S)|\Z)"
)
"""The same in the records of parliaments: "Mr. SILVA. It broke."""
_PARTY = re.compile(r" \([^)]{1,30}\)$")
_HEARD = re.compile(
    rf"@\w+|{_CLOCK}|(?:on|by|via|through|over|speaking|in|off)\b.{{1,40}}|translat\w+"
    rf"|voice ?over|interpreter",
    re.IGNORECASE,
)
"""What stands in brackets behind a speaker only: a handle, a time, how he is heard."""
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z]|(?:O['’]|MC)[A-Z]{3}")
LABEL = "label"
"""What a line is called that is nothing but words before a colon."""
LABELS = word_set("""
    note update breaking watch exclusive related warning video photos opinion analysis editor read
    listen live source latest photo image picture credit file by contact phone email tel time date
    location where when who what price cost tickets address info details age name byline tags more
    correction updated caption headline summary alert advisory background question answer q a
    reporting writing editing sources copyright notice important reminder tip fact claim verdict
    rating subject from to cc re sent toll death total today yesterday day step part
    """) | {word for word, _, _ in CUES}
"""What stands before a colon and names nobody, as the heads of tolls do: "Injured: 14"."""
_GIVEN = GIVEN_MALE | GIVEN_FEMALE


LEAST_TURNS = 0.12
"""Share of paragraphs that begin a turn from which a text is a transcript. In articles on
politics that print a few lines after a colon ("Iowa: …") half of what had been taken for a turn
was nobody's; .08 to .2 tell the same texts apart."""


class Turn(NamedTuple):
    """Who begins to speak: the name, and where it stands in the article."""

    name: str
    start: int
    end: int


def turns_of(passages: Sequence[Passage]) -> tuple[Turn | None, ...]:
    """For every passage whose turn it is; a turn lasts until the next one.

    Where too few stand in a text for a transcript each lasts to the end of its paragraph.
    """
    begun = [_begun(passages, i) for i in range(len(passages))]
    lines = Counter(_named(match) for match in begun if match)
    speaking = [m is not None and _is_speaker(m, len(lines)) for m in begun]
    paragraphs = len({p.paragraph for p in passages if not p.noise})
    alone = sum(speaking) < max(2, LEAST_TURNS * paragraphs)
    turns: list[Turn | None] = []
    turn, paragraph = None, -1
    for passage, match, speaks in zip(passages, begun, speaking, strict=True):
        if speaks and match:
            turn, paragraph = _turn(passage, match), passage.paragraph
            paragraph += match.end() == len(passage.quote)  # the name has a line of its own
        elif alone and passage.paragraph != paragraph:
            turn = None
        turns.append(turn)
    return tuple(turns)


def _begun(passages: Sequence[Passage], i: int) -> re.Match[str] | None:
    """The name and colon at the beginning of a paragraph, if it has them."""
    passage = passages[i]
    first = i == 0 or passages[i - 1].paragraph != passage.paragraph
    read = first and passage.noise in {"", LABEL}
    match = _first_match(passage) if read else None
    if match is None or (passage.noise and match.end() < len(passage.quote)):
        return None
    words = _named(match).split()
    shorter = words[0].lower().rstrip(".")
    return None if shorter in LABELS and (len(words) == 1 or len(shorter) > 1) else match


def _first_match(passage: Passage) -> re.Match[str] | None:
    forms = (_LINE, _TAGGED, _TIMED, _RECORDED)
    return next((m for form in forms if (m := form.match(passage.quote))), None)


def _named(match: re.Match[str]) -> str:
    """The name that a line begins with, as it stands there."""
    return str(match["who"] or match["who_first"])


def _is_speaker(match: re.Match[str], lines: int) -> bool:
    if match.re is not _LINE:
        return match.re is not _TIMED or lines > 1
    who = _PARTY.sub("", match["who"])
    words = who.split()
    titled = without_titles(who.title()) != who.title()
    given = len(words) > 1 and words[0].lower().split("-")[0] in _GIVEN
    if who.startswith("@") or (_told_apart(match) and len(words) < 5):
        return True
    if who.isupper() and len(words) < 4:
        office = words[0] == "THE" and is_person_noun(words[-1].lower())
        return titled or given or office or lines > 1 or bool(_INITIALS.match(who))
    return len(words) in {2, 3} and (titled or given or lines > 1)


def _told_apart(match: re.Match[str]) -> bool:
    """Whether a time, a handle, a role or how he is heard says that a name is a speaker's."""
    party = match["party"] or ""
    written = _PARTY.search(match["who"])
    party = party or (written[0].strip(" ()") if written else "")
    plain = len(match["who"].split()) < 2 and not match["who"].isupper()
    role = None if plain else match["role"]  # "Ah, friends: …" names nobody
    described = re.findall(r"[^\W\d_]+", (role or party).lower())
    return bool(
        match["time"]
        or match["handle"]
        or match["stars"]
        or _HEARD.fullmatch(party)
        or any(map(is_person_noun, described))
    )


def _turn(passage: Passage, match: re.Match[str]) -> Turn:
    start, end = match.span("who" if match["who"] else "who_first")
    name = _PARTY.sub("", _named(match)).lstrip("@")
    shown = name.title() if name.isupper() else name
    shown = shown if shown[-1].isdigit() else without_titles(shown)
    shown = shown.title() if shown.isupper() else shown
    return Turn(shown, passage.start + start, passage.start + end)
