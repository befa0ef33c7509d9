"""Notices of a page among the sentences of its story.

A footer is often glued to the last sentence of a story, and a gallery's buttons to its captions,
so these rules are asked of every sentence and not of lines alone. A rule begins with words that
no news sentence begins with, or is script.
"""

import re

from workbench.core.lexicon.en.time_words import MONTHS, WEEKDAYS
from workbench.core.text.pattern_needs import Sieve, words_in

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)})"
_MEDIA = "twitter|facebook|instagram|x|youtube|telegram|whatsapp|tiktok|linkedin|threads"
_SHOWN = (
    "poses?|stands?|walks?|march(?:es)?|speaks?|arrives?|attends?|gestures?|looks?|holds?|carry"
    "|carries|waves?|sits?|listens?|waits?|hugs?|reacts?|gathers?|inspects?|rides?|runs?|works?"
    "|takes? part|participates?|protests?|chants?|prays?|leaves?|enters?|watch(?:es)?|smiles?"
    "|(?:is|are) (?:seen|pictured|shown)"
)
"""What somebody does in a picture: its caption says so in the present."""

_POSED = (
    "poses?|stands?|march(?:es)?|performs?|gestures?|hugs?|smiles?|waves?|walks?|speaks?|looks?"
    "|arrives?|sits?|carry|carries|chants?|prays?|reacts?|embraces?|kisses|sings?|dances?"
)
"""What news tells in the past, and captions in the present, even with no more than a month."""

RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "running story",
        (
            r"^(?:watch|stay (?:with|tuned)|tune in|keep (?:it )?(?:with|tuned|checking)|count on"
            r"|follow|check|join|look|listen|visit|go to|log on)\b.{0,90}?\b(?:for (?:the )?"
            r"(?:latest|more|new|further|continuing|continued|updates?|details|information)"
            r"|starting at \d)",
        ),
    ),
    (
        "running story",
        (
            r"^[\w&.’' ]{2,40} (?:is|are|will be|will continue) (?:covering|following"
            r"|to (?:cover|follow)) (?:this|the) (?:developing |breaking )?story\b",
            r"^this (?:is|remains) an? (?:active|ongoing|evolving|developing|breaking)\b.{0,30}"
            r" story\b",
        ),
    ),
    (
        "running story",
        (
            r"^(?:this|the|our) (?:story|article|post|page|report|list|map|live blog)\b.{0,20}"
            r"\b(?:will be|is being|is) updated\b",
            r"^we[’']?(?:ll| will)? (?:will )?(?:update|have more|bring you)\b",
            r"^(?:more|further) (?:information|details|updates)\b.{0,30}\b(?:as|when) "
            r"(?:it|they|more)\b.{0,30}\bavailable\W*$",
        ),
    ),
    (
        "site notice",
        (
            r"^(?:sorry, )?your (?:notification|comment|subscription|e-?mail|password|account"
            r"|settings|preferences|message|request|browser|submission|free trial)s? "
            r"(?:has|have|was|is|are|will|does|could|must)\b",
        ),
    ),
    (
        "site notice",
        (
            r"^(?:sorry, |oops[,!.]? )?there (?:was|has been) (?:a problem|an error) (?:saving"
            r"|loading|sending|processing|submitting|retrieving|playing|with (?:your|this))\b",
        ),
    ),
    (
        "site notice",
        (
            r"^(?:close )?(?:get|receive|enable|turn on|allow|manage) (?:our |free |the latest )?"
            r"(?:e-?mail|text|mobile|push|breaking news|news|desktop)? ?(?:notifications|alerts)\b",
        ),
    ),
    (
        "site notice",
        (
            r"^(?:need|want|looking for|have|don[’']t have|no) (?:an? )?"
            r"(?:online |digital |print )?(?:subscription|account)\b",
            r"^read [^.]{2,60}\bwith a [\w-]+ (?:digital )?(?:day )?pass\b",
        ),
    ),
    (
        "site notice",
        (
            r"^content created by\b",
            r"\bavailable without charge to\b",
            r"^(?:you may |please )?republish (?:this|our)\b",
        ),
    ),
    (
        "site notice",
        (
            r"^(?:you can (?:also )?)?(?:download|install|get|try) (?:our|the|this) [^,]{0,40}"
            r"\bapp\b",
            r"^(?:sign up|subscribe|listen)\b[^.]{0,80}\b(?:newsletter|podcast)\b",
        ),
    ),
    (
        "comments",
        (
            r"\b(?:share|tell us|let us know|sound off|weigh in|have your say|join in|leave|post"
            r"|we[’']d love to hear|discuss)\b[^.]{0,80}\b(?:in|to) (?:the|our) comments?\b",
            r"^(?:leave|post|add|view|show|hide|read) (?:a |your |all |the )?(?:\d+ )?comments?\b",
        ),
    ),
    (
        "author note",
        (
            r"^(?:you can )?(?:find|follow|like|contact|reach|e-?mail|connect with|tweet|join"
            rf"|watch|subscribe to|message) [^.]{{1,60}}?(?:\b(?:on|at|via) (?:{_MEDIA})\b|[@]\w)",
        ),
    ),
    (
        "site notice",
        (
            r"^(?:once again, |again, |please )?(?:contact|call|phone|text|dial)\b[^.]{0,80}"
            r"\b\d{3}[-.) ]{1,2}\d{3,4}\b",
        ),
    ),
    (
        "credit",
        (
            r"^(?:website|arrangements|phone|e-?mail|fax|byline|slug|keywords|photographer|source"
            r"|credits?|copyright|photo):\s?\S.{0,80}$",
        ),
    ),
    (
        "credit",
        (
            r"\((?:photo |image |picture )?credits?(?: to\b|:)[^()]{1,80}\)\W*$",
            r"\b(?:photo|image|picture|video)s? ?credits?:",
        ),
    ),
    (
        "caption",
        (
            r"^(?:image|photo|picture|slide|video|gallery)\s?\d{1,3} (?:of|/) \d{1,3}\b",
            r"^(?:none )?\d{1,3} (?:of|/) \d{1,3} (?-i:[A-Z0-9])",
        ),
    ),
    (
        "caption",
        (
            r"^(?:video|photos?|gallery|slideshow|audio|map|interactive|watch)\s?"
            r"(?:\(\d{1,2}:?\d{0,2}\)\s?)?:\s?\S.{0,160}$",
            r"^(?:video|photos?) \(\d",
        ),
    ),
    (
        "caption",
        (
            r"^(?:above|below|inset|from left|clockwise)[,:] .{1,160}$",
            r"^(?:pictured|shown|seen)(?: (?:here|above|below|left|right))?\s?[,:]",
            r"^(?:hide|toggle) caption\b",
        ),
    ),
    (
        "caption",
        (
            rf"^[^.“”\"]{{3,160}}? (?:{_SHOWN})\b[^.“”\"]{{0,160}}?"
            rf"(?:\b(?:in|on|at|near|outside|of)|,) [^.]{{0,40}}?{_MONTH} \d{{1,2}},? \d{{4}}\.?$",
        ),
    ),
    (
        "caption",
        (
            rf"^[^.“”\"]{{3,160}}?(?<! to)(?<!will)(?<!would)(?<!could)(?<!may)(?<!not)"
            rf" (?:{_POSED})\b[^“”\"]{{0,200}}?\b(?:in|on) {_MONTH} "
            r"(?:\d{1,2}(?:,? \d{4})?|\d{4})(?: (?:in|at|near) [^“”\"]{2,60})?\.?$",
        ),
    ),
    (
        "credit",
        (
            r"^\((?:additional |further )?(?:reporting|writing|editing|edited|compiled"
            r"|translat\w{2,5}) (?:by|in) [^()]{3,300}\)?\.?$",
        ),
    ),
    (
        "script",
        (r"^</?[a-z]{1,12}(?: [^<>]{0,200})?/?>[\s.]{0,3}(?:</?[a-z]{1,12}/?>)?[\s.]{0,3}$",),
    ),
    ("teaser", (r"^hit the jump\b",)),
    (
        "teaser",
        (rf"\b(?:posted|updated|published)\s?:\s?(?:{_WEEKDAY}|{_MONTH}|\d)",),
    ),
    (
        "teaser",
        (
            r"^(?:(?:remember|also|plus), )?(?:you can )?(?:also )?(?:check out|read|see|find|view"
            r"|watch|get|learn|click|tap)\b[^.]{0,100}\b(?:by clicking|click(?:ing)? here"
            r"|on the link|(?:right )?here[.!:]?$"
            r"|in the (?:video|gallery|player|link)s? (?:above|below))",
        ),
    ),
    ("script", (r"^[^\W_]{0,30}(?:_[^\W_]{1,30}){1,7}\|",)),
    (
        "script",
        (
            r"\bfunction\s?\w{0,30}\s?\([^)]{0,80}\)\s?\{",
            r"\b(?:getElement\w*|addEventListener|querySelector\w*)\(",
            r"\.innerHTML\b",
            r"\b(?:document|window)\.\w{2,30}\s?[=(.]",
            r"=>\s?\{",
            r"\}\s?\)\s?;",
            r"\bgoogletag\.",
        ),
    ),
)
"""(name, patterns), in the order in which they are tried."""
_WAYS = tuple(
    (name, re.compile(pattern, re.IGNORECASE)) for name, ways in RULES for pattern in ways
)
_SIEVE = Sieve(pattern for _, ways in RULES for pattern in ways)


def notice_of(sentence: str) -> str:
    """Name the rule by which a sentence is a notice of the page, or return "".

    >>> notice_of("Your comment has been sent.")
    'site notice'
    """
    likely = map(_WAYS.__getitem__, _SIEVE.passing(words_in(sentence)))
    return next((name for name, pattern in likely if pattern.search(sentence)), "")
