"""Corrections: what an article says of its own earlier versions.

"This article was amended on 6 May: the toll was 4, not 40" states no toll of forty, nor
one of four on that day; it tells the reader what the article said wrongly. Such lines are
shown with the article and make no claim.
"""

import re
from collections.abc import Iterator

NAME = "correction"
"""What boilerplate of this kind is called."""

LONGEST = 1500
"""Characters of a line that can be one correction; a longer one is an article."""

_TEXT = (
    r"(?:article|story|report|news item|item|piece|post|page|column|obituary|review|interview"
    r"|feature"
    r"|analysis|live ?blog|blog|transcript|podcast|video|headline|caption|photo caption|picture "
    r"caption"
    r"|standfirst|sub-?head(?:ing|line)?|graphic|chart|map|table|version|copy|text)"
)
_PUT_RIGHT = (
    r"(?:amended|corrected|clarified|edited|changed|altered|revised|modified|fixed|removed"
    r"|updated (?:to (?:correct|clarify|remove|reflect|add|include|make clear|note|say|state|show)"
    r"|with a correction)"
    r"|(?:amended|updated) (?:on|at) \d)"
)
_WRONGLY = (
    r"(?:incorrectly|erroneously|wrongly|mistakenly|inaccurately|falsely|originally|previously"
    r"|initially|misleadingly)"
)
_SAID = (
    r"(?:said|stated|gave|reported|claimed|named|referred|described|identified|attributed|included"
    r"|listed"
    r"|suggested|omitted|quoted|put|had|used|contained|carried|showed|called|indicated|implied"
    r"|transposed|failed"
    r"|mis(?:stated|spelled|spelt|identified|attributed|quoted|reported|characteri[sz]ed"
    r"|represented|named|dated|placed))"
)
_LABELS = (
    r"(?:corrections?(?: (?:and|&|/) clarifications?)?|clarifications?|corrigend(?:um|a)"
    r"|errat(?:um|a)|amendments?)"
)

_OPENING = re.compile(
    "|".join((
        # "Correction: …", "Clarification (May 3): …", "CORRECTION — …", "Corrections and
        # clarifications: …"
        rf"(?:editor[’']?s[’']? "
        rf"note[\s:–—-]{{1,4}})?{_LABELS}\b(?:[,(\s]{{1,3}}[^.:!?]{{1,50}}?)?\s*(?::|[–—]|\s-\s)",
        # "This article was amended on 6 May.", "This headline has been corrected."
        rf"(?:\W{{0,3}}|editor[’']?s[’']? note\W{{1,4}}|note\W{{1,4}}|update\W{{1,4}})this "
        rf"{_TEXT}(?:[’']s (?:headline|caption|text))?\b[^.!?]{{0,60}}?"
        rf"\b(?:was|were|is|has been|have been|had been)\s(?:(?:\w+ly|since|later"
        rf"|also)\s)?{_PUT_RIGHT}\b",
        # "The headline of this story was changed."
        rf"(?:the|an?|one) (?:[\w-]+ ){{0,2}}{_TEXT} (?:of|in|on|to|for|with|accompanying) (?:this"
        rf"|the|our|an earlier) {_TEXT}\b[^.!?]{{0,60}}?"
        rf"\b(?:was|has been|is)\s(?:(?:\w+ly|since|later)\s)?{_PUT_RIGHT}\b",
        # "An earlier version of this article said …", "A previous version misspelled …"
        rf"(?:\W{{0,3}}|editor[’']?s[’']? note\W{{1,4}}|note\W{{1,4}})(?:(?:an?|the|our|in an?|in "
        rf"the|in our) )?(?:earlier|previous|prior|original|initial|first|former) (?:version"
        rf"|edition|draft|headline|caption|wording)s?"
        rf"(?: of (?:this|the|our) {_TEXT})?(?:,? (?:published|posted|which"
        rf"|that) [^.,!?]{{1,60}},?)?"
        rf"(?:,? (?:we|it|the {_TEXT}))?\s(?:also |had |has )?(?:{_WRONGLY} )?{_SAID}\b",
        # "This story originally said …", "The article incorrectly stated …"
        rf"(?:this|the|our|an earlier|a previous) (?:[\w-]+ )?{_TEXT}\s(?:(?:had|has) "
        rf")?{_WRONGLY} {_SAID}\b",
        # "Because of an editing error, …", "Due to a production mistake …"
        r"(?:because of|due to|owing to|through|as a result of) (?:an? )?(?:(?:editing|production"
        r"|typographical|typing|reporting|reporter[’']s|editor[’']s|transcription|translation"
        r"|layout|subbing|sub-editing|agency) )(?:error|mistake|slip)s?\b",
        # "We regret the error.", "The Courier apologises for the mistake."
        r"(?:we|the [\w ]{1,40}) (?:sincerely )?(?:regrets?|apologi[sz]es?(?: for)?) (?:the|this"
        r"|these|any|our) (?:errors?|mistakes?|confusion|inaccurac(?:y|ies))\b",
    )),
    re.IGNORECASE,
)  # fmt: skip

_IN_FACT = re.compile(
    rf"\b{_SAID}\b.{{1,300}}?[;:,.–—-]\s?(?:and |but |when )?(?:in (?:fact|reality|truth)|actually"
    r"|the (?:correct|actual|true|right|real) (?:number|figure|toll|count|total)\b)",
    re.IGNORECASE,
)

_LABEL = re.compile(
    rf"\W{{0,4}}(?:{_LABELS})(?:[\s,:(–—-]{{1,4}}(?:\w{{3,9}}\.? )?\d{{1,2}}\.?(?:st|nd|rd"
    rf"|th)?(?: \w{{3,9}})?,?(?: \d{{4}})?)?\W{{0,3}}",
    re.IGNORECASE,
)
"""A line that is nothing but the heading of a correction; what stands under it is one."""


def opens_correction(sentence: str) -> bool:
    """Whether a sentence begins what an article says of its earlier version.

    >>> opens_correction("An earlier version of this story said 40 people were killed.")
    True
    >>> opens_correction("An earlier report said 40 people were killed.")
    False
    """
    return len(sentence) <= LONGEST and bool(_OPENING.match(sentence))


def put_right(sentence: str) -> int:
    """Where a correction begins to say what is so: behind "said 40 had died; in fact"; -1 if never.

    >>> put_right("An earlier version said 9 had died; in fact 4 had.")
    43
    >>> put_right("This story has been corrected: 4 had died, not 9.")
    -1
    """
    found = _IN_FACT.search(sentence)
    return found.end() if found else -1


def heads_correction(line: str) -> bool:
    """Whether a line is only the heading of a correction, as "Clarification, 3 May 2021"."""
    return len(line) <= 80 and bool(_LABEL.fullmatch(line))


def corrections_in(lines: Iterator[str]) -> Iterator[str]:
    """The stripped lines of a text that are corrections, without their headings."""
    under = False
    for line in lines:
        if line and (under or opens_correction(line.lstrip("•·▪*–—- "))):
            yield line
        if line:
            under = heads_correction(line)
