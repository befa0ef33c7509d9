"""What a number counts: the noun after it, without a parser.

The head of a noun phrase after a count above one is, in English, nearly always
the first plural among the next few words; adjectives and nouns used as
adjectives before it are singular. Function words and verbs that commonly follow
a bare number end the search.
"""

import re

from workbench.core.lexicon.listing import word_list

WIDEST = 5
"""Words looked at after the number."""

_WORD = re.compile(r"[ -]?(?:(?<= )\d{2,4}[A-Z]?(?:-\d{1,4})? (?=[A-Z]))?([A-Za-z][\w’'.-]{0,29})")
"""A word, or the model it follows: "737 Max"."""
_STOP = frozenset(
    word_list(
        """
    what a an the and or but nor of in on at to from by for with without within into
    onto over under between among against about after before during since until than as
    that which who whom whose this these those there here is are was were be been being
    am has have had do does did will would can could may might shall should must not no
    it its he she they them we i you his her their our your said says told also only
    just even if when while where because so yet out up down off away around across near
    along through upon per via amid despite inside outside amid nearby overnight
    one two three four five six seven eight nine ten eleven twelve hundred thousand million billion
    compared versus vs including such according then now today yesterday tomorrow
    """
    )
)
_PLURALS = frozenset(
    word_list(
        """
    people men women children police troops personnel staff cattle sheep fish aircraft
    feet teeth mice geese data media criteria phenomena percent servicemen servicewomen
    policemen firemen fishermen gunmen businessmen lawmen congressmen crewmen clergymen
    spokesmen lives wives knives halves yuan homeless dead crew infantry species series
    deer
    """
    )
)
_NOT_PLURAL = re.compile(
    r"(?:ss|us|is|ous|['’]s|always|perhaps|besides|afterwards|towards|overseas|plus|minus|previous"
    r"|various|serious)\Z",
    re.IGNORECASE,
)
_NOT_NOUN = frozenset(
    word_list(
        """
    was is has does says goes comes remains makes takes gives becomes means needs seems
    wants times is as his this its us across thus plus less yes
    """
    )
) - {"times"}
_ADVERB = re.compile(r"[a-z]{2,}ly\Z")
_MEMBERS = re.compile(
    r" of (?:the |their |its |his |her |these |those )?(?:(?:\d[\d,.]{0,12}|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve|twenty) )?(?=[A-Za-z])"
)


def noun_after(text: str, end: int, many: bool) -> tuple[int, str]:
    """(end of the noun phrase, its head in lower case) after a number ending at `end`.

    `many` says that a plural is expected. "of" between a vague count and its
    noun ("dozens of homes") is passed over. The head is "" where no noun is found.
    """
    start = end
    if of := _MEMBERS.match(text, end):
        end = of.end() - 1
    words: list[tuple[int, str, bool]] = []
    position = end
    for _ in range(WIDEST):
        match = _WORD.match(text, position)
        if not match:
            break
        word = match.group(1).rstrip(".-’'")
        lower = word.lower()
        if lower in _STOP or (not words and lower in _NOT_NOUN):
            break
        position = match.start(1) + len(word)
        plural = _is_plural(lower, word)
        words.append((position, lower, plural))
        if plural or position != match.end():
            break
    head = _head(words, many)
    return head or (start, "")


def _head(words: list[tuple[int, str, bool]], many: bool) -> tuple[int, str] | None:
    if not words:
        return None
    last_end, last, plural = words[-1]
    if plural:
        return last_end, last
    if many:
        return None
    return next(((e, w) for e, w, _ in words if not _ADVERB.match(w)), None)


def _is_plural(word: str, written: str) -> bool:
    if word in _PLURALS:
        return True
    if written[:2].isupper() and written.endswith("s"):
        return True
    return (
        word.endswith("s")
        and len(word) > 2
        and word not in _NOT_NOUN
        and not _NOT_PLURAL.search(word)
    )
