"""Quotations that go on: their speaker is named in the passage before or after."""

import re
from collections.abc import Sequence
from itertools import pairwise

from workbench.core.reading.language.names import names_in, without_titles
from workbench.core.reading.model import Attribution
from workbench.core.reading.speech.quotations import Quotation
from workbench.core.text.passages import Passage

LONGEST_TAG = 5
"""Words of a sentence that holds no more than a source and a cue."""
_TO_SAY = re.compile(
    r"\b(?:this to say|statement|said|says|told|wrote|writes|tweeted|posted|added|put it"
    r"|explained)\b"
)
"""What makes whoever a line names the speaker of the quotation behind its colon."""
LONGEST_SIGNATURE = 100
"""Characters of a line that is a signature."""
LONGEST_POST = 8
"""Sentences of a post."""
_POSTED = re.compile(r"(?:[—–―]|--)?\s?([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}) \(@\w{2,30}\)(?!:)")
"""How a post that stands in an article ends: "— Ana Silva (@anasilva) May 6, 2021"."""
_ROLE = re.compile(r"(?:,\s(?:the |an? )?[a-z][^.!?]{2,70}|\s\(@?[\w ]{2,30}\))?")
"""What may stand behind the name in a signature."""
_PLACE = re.compile(r"\b(?:on|to|in|via|at|for) \Z")
_QUESTION_END = re.compile(r"[?!][\"”']+$")


def continue_quotations(
    passages: Sequence[Passage],
    quotations: Sequence[Quotation],
    found: Sequence[tuple[Attribution, ...]],
) -> tuple[tuple[Attribution, ...], ...]:
    """Give quoted passages without a speaker of their own the speaker around them."""
    result = list(found)
    for i, (passage, quotation) in enumerate(zip(passages, quotations, strict=True)):
        if result[i] or passage.noise or passage.heading:
            continue
        if posted := _posted_by(i, passages):
            result[i] = (posted,)
            continue
        if not _mostly_quoted(passage, quotation):
            continue
        if _tag_after(i, passages, result):
            result[i], result[i + 1] = (
                (carried(passage, result[i + 1][0], "speaker named after it"),),
                (),
            )
            continue
        speaker = (
            _introduced(i, passages)
            or _signed_below(i, passages)
            or _speaker_after(i, passages, quotations, found)
            or _speaker_before(i, passages, result)
        )
        if speaker is not None:
            result[i] = (carried(passage, speaker, "quotation continues"),)
    return tuple(result)


def carried(passage: Passage, speaker: Attribution, rule: str) -> Attribution:
    """The attribution of a passage whose speaker stands in another one."""
    at = passage.start
    return Attribution("", at, at, speaker.claimant, speaker.cue, "neutral", rule, True)


def _introduced(i: int, passages: Sequence[Passage]) -> Attribution | None:
    """Whoever a line before a quotation names last: "And from Mayor Ana Silva:"."""
    before = passages[i - 1].quote.rstrip() if i else ""
    named = names_in(before) if before.endswith(":") else ()
    if not named:
        return None
    last = named[-1].end == len(before) - 1 and not _PLACE.search(before[: named[-1].start])
    if not last and not _TO_SAY.search(before):
        return None
    name, at = without_titles(named[-1 if last else 0].text), passages[i].start
    return Attribution("", at, at, name, ":", "neutral", "introduced by a line", True)


def _posted_by(i: int, passages: Sequence[Passage]) -> Attribution | None:
    """Whose post a paragraph is that ends as posts do where they are shown elsewhere."""
    paragraph = passages[i].paragraph
    for before, passage in pairwise(passages[i : i + 1 + LONGEST_POST]):
        alone = passage.paragraph != before.paragraph
        if passage.paragraph > paragraph + 1 or (passage.paragraph > paragraph and not alone):
            return None
        if found := _POSTED.match(passage.quote):
            at = passages[i].start
            return Attribution("", at, at, found[1], "-", "neutral", "post signed below", True)
    return None


def _signed_below(i: int, passages: Sequence[Passage]) -> Attribution | None:
    """Whoever signs a quotation on a line of his own: "— Ana Silva, mayor"."""
    below = passages[i + 1] if i + 1 < len(passages) else None
    if below is None or below.paragraph == passages[i].paragraph or below.noise:
        return None
    signature = below.quote.strip("—–―~- ()")
    named = names_in(signature)
    if not named or named[0].start or len(signature) > LONGEST_SIGNATURE:
        return None
    name, rest = without_titles(named[0].text), signature[named[0].end :]
    if len(name.split()) < 2 or not _ROLE.fullmatch(rest):
        return None
    at = passages[i].start
    return Attribution("", at, at, name, "-", "neutral", "signed on the next line", True)


def _tag_after(
    i: int, passages: Sequence[Passage], result: Sequence[tuple[Attribution, ...]]
) -> bool:
    """Whether the next passage only says who spoke: "“Why now?” | she asked."."""
    if i + 1 >= len(passages) or not result[i + 1] or not _QUESTION_END.search(passages[i].quote):
        return False
    tag = passages[i + 1]
    return tag.paragraph == passages[i].paragraph and len(tag.quote.split()) <= LONGEST_TAG


def _mostly_quoted(passage: Passage, quotation: Quotation) -> bool:
    inside = sum(b - a for a, b in quotation.spans)
    return inside > 0.5 * (passage.end - passage.start)


def _speaker_after(
    i: int,
    passages: Sequence[Passage],
    quotations: Sequence[Quotation],
    found: Sequence[tuple[Attribution, ...]],
) -> Attribution | None:
    """Who speaks at the end of a quotation that is still open here."""
    while quotations[i].open and i + 1 < len(passages) and quotations[i + 1].carried:
        i += 1
        if found[i]:
            return found[i][0]
    return None


def _speaker_before(
    i: int, passages: Sequence[Passage], result: Sequence[tuple[Attribution, ...]]
) -> Attribution | None:
    """Who spoke just before, in this paragraph or the one above."""
    for j in range(i - 1, max(-1, i - 3), -1):
        if passages[j].noise or passages[j].heading:
            continue
        if result[j]:
            return result[j][0]
        if passages[j].paragraph != passages[i].paragraph:
            break
    return None
