"""Accusations: who accuses whom of what.

The frame (Communicator, Evaluee, Reason) is Judgment_communication of FrameNet 1.7. Which signs
make an accusation is weighed (see `signs`): a verb of accusing, the passive without an accuser,
or a wrong that somebody is reported to ascribe to another.
"""

import re
from collections.abc import Sequence
from functools import cache

from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.clauses_after import phrase_after
from workbench.core.reading.language.names import names_in
from workbench.core.reading.language.source_nouns import is_source_noun
from workbench.core.reading.matcher import SHELF, RuleTable
from workbench.core.reading.model import Accusation, Attribution
from workbench.core.reading.speech.accusation_signs import CLASSES, RULES
from workbench.core.reading.speech.reports import is_source, subject_of
from workbench.core.reading.speech.sign_weights import ACCUSATION
from workbench.core.reading.speech.signs import Weighed, weigh_passages
from workbench.core.reading.tokens import tokens_of
from workbench.core.text.passages import Document, Passage

LONGEST = 200
"""Characters after a cue that are read for whom and what."""
_OBJECT_END = re.compile(r"\s(?:of|for|with|that|over|by|on|as|in)\s|[,.;:“”\"]")
_REST_END = re.compile(r"[.;“”\"]")
_BY = re.compile(r"(?<= )by ")
_OTHERS = word_set("he she they you")


@cache
def signs_of_accusation() -> RuleTable:
    """The table of signs, built when the first text is read."""
    return RuleTable(RULES, CLASSES, SHELF)


def find_accusations(
    document: Document, attributions: Sequence[Sequence[Attribution]]
) -> tuple[tuple[Accusation, ...], ...]:
    """The accusations of every passage, in order; boilerplate and headings have none."""
    weighed = weigh_passages(signs_of_accusation(), ACCUSATION, document, attributions)
    return tuple(
        (_accusation(passage, said, found),) if found else ()
        for passage, said, found in zip(document.passages, attributions, weighed, strict=True)
    )


def _accusation(passage: Passage, said: Sequence[Attribution], found: Weighed) -> Accusation:
    text, a, b = passage.quote, found.start - passage.start, found.end - passage.start
    accuser = next((x.claimant for x in said if x.polarity == "accusing"), "")
    who = accuser or next((x.claimant for x in said), "")
    if found.group != "charged":
        who = who or subject_of(text[:a])
    if found.group == "cue":
        against, what = _object(text, b)
    elif found.group == "charged":
        against, what = _last_name(text[:a]), _rest(text, b)
        who = accuser or _agent(text, b) or ("" if against and against in who else who)
    else:
        against, what = _agent(text, b) or _doer(text, a), _rest(text, a)
    return Accusation(who, against, what, found.start, found.end, found.sign)


def _object(text: str, after: int) -> tuple[str, str]:
    """(whom, of what) after a verb of accusing."""
    stop = _OBJECT_END.search(text, after, after + LONGEST)
    if stop is None:
        return _rest(text, after), ""
    return text[after : stop.start()].strip(), _rest(text, stop.end())


def _rest(text: str, start: int) -> str:
    return _REST_END.split(text[start : start + LONGEST], maxsplit=1)[0].strip(" ,")


def _last_name(before: str) -> str:
    names = names_in(before[-LONGEST:])
    return names[-1].text if names else ""


def _doer(text: str, at: int) -> str:
    """Whose deed stands at `at`: the last name before it, else the last word for people."""
    words = tokens_of(text[max(0, at - LONGEST) : at], 0)
    people = (w.text for w in reversed(words) if w.low in _OTHERS or is_source_noun(w.low))
    return _last_name(text[:at]) or next(people, "")


def _agent(text: str, after: int) -> str:
    """Whoever stands after "by" behind a passive: "is accused of fraud by the union"."""
    by = _BY.search(text, after, after + LONGEST)
    words = tokens_of(text[by.end() : by.end() + LONGEST], by.end()) if by else []
    source = phrase_after(words, 0) if words else None
    if source is None or not is_source(words, source):
        return ""
    return text[words[source.first].start : words[source.last].end]
