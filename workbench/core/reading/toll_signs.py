"""What a text says about the dead and the wounded besides counting them.

Reports of crimes name a toll without a number: by charges ("three counts of
murder"), by the next death ("a third victim has died"), by what the killer did
in the end ("then shot himself"), or in one word ("the fatal shooting").
"""

import re

from workbench.core.lexicon.en.number_words import ORDINALS
from workbench.core.reading.numbers.number import Number
from workbench.core.reading.numbers.numbers import numbers_in

_SUICIDE = re.compile(
    r"\b(?:murder[- ]suicide|(?:kill|shoot)(?:s|ed|ing)? (?:and killing )?(?:him|her)?self"
    r"|(?:fatally )?shot (?:and killed )?(?:him|her)self"
    r"|turn(?:s|ed|ing) (?:the|a|his|her) (?:gun|weapon|pistol|rifle) on (?:him|her)self|(?:later"
    r"|then|and) shot (?:him|her)self(?! in)|(?:took|taking|takes) (?:his|her) own life"
    r"|(?:then|before) (?:killing |shooting |fatally shooting )?(?:him|her)self|committed suicide"
    r"|self-inflicted gunshot)\b",
    re.IGNORECASE,
)
_KILLED = re.compile(
    r".{0,30}?\b(?:killed|slain|murdered|(?:shot|stabbed|beaten) (?:dead|to death))\b"
)
_NTH = re.compile(
    rf"\b(?P<nth>{'|'.join([*ORDINALS][1:])}|[2-9](?:nd|rd|th)) (?:\w+ ){{0,2}}?(?:(?:victim|person"
    rf"|man|woman|teen\w*|boy|girl|child|student|officer)\b"
    r"[^.;,]{0,40}?\b(?:dies|died|dead|succumb\w*)|body\b|death\b(?! (?:penalty|threat|sentence)))",
    re.IGNORECASE,
)
CHARGES = {
    "killed": re.compile(
        r" counts? of (?!attempted)(?:[\w-]+ ){0,3}?(?<!attempted )(?:murder|manslaughter"
        r"|homicide)\b",
        re.IGNORECASE,
    ),
    "wounded": re.compile(
        r" counts? of (?:(?:[\w-]+ ){0,3}?attempted (?:[\w-]+ ){0,3}?(?:murder|homicide"
        r"|manslaughter)"
        r"|(?:aggravated |felonious |malicious )(?:battery|wounding))\b",
        re.IGNORECASE,
    ),
}
"""What somebody is charged with once for each victim."""
_DEATH = re.compile(
    r"\b(?:fatal(?:ly)?|manslaughter|murder(?:s|ed)?|homicides?(?! (?:detective|unit|investigator"
    r"|division|bureau|squad|section))"
    r"|slaying|slain|deadly|(?:shooting|stabbing) deaths?|death of|killing of|killed|died|dies"
    r"|dead)\b",
    re.IGNORECASE,
)
_NO_DEATH = re.compile(
    r"\b(?:attempted(?: [\w-]+){0,2}|non-?|not|could have|would have|might have|nearly|almost"
    r"|(?:no|without) \w+ (?:was|were)|if|to be|be) \Z",
    re.IGNORECASE,
)


def tells_of_suicide(text: str, after: int = 0) -> bool:
    """Whether a killer is said to have killed himself in the end."""
    return _SUICIDE.search(text, after) is not None


def then_self(text: str, victims: str) -> bool:
    """ "Four people were shot dead by a man who later shot himself": the four are others."""
    at = text.find(victims)
    match = _KILLED.match(text, at + len(victims)) if at >= 0 else None
    return match is not None and tells_of_suicide(text, match.end())


def nth_death(text: str) -> int:
    """How many are dead where "a third victim has died"; 0 where nothing like it is said."""
    match = _NTH.search(text)
    if match is None:
        return 0
    nth = match["nth"].lower()
    return ORDINALS[nth] if nth in ORDINALS else int(nth[0])


def counts_charged(text: str, of: str) -> Number | None:
    """The number in "three counts of first-degree murder", by what befell the victims."""
    for number in numbers_in(text) if " count" in text else ():
        if CHARGES[of].match(text, number.end):
            return number
    return None


def speaks_of_death(text: str) -> bool:
    """Whether one word tells of a death: "the fatal shooting", "charged with murder"."""
    match = _DEATH.search(text)
    return match is not None and not _NO_DEATH.search(
        text, max(0, match.start() - 30), match.start()
    )
