"""Notices of a page among the sentences of its story.

A footer is often glued to the last sentence of a story, and a gallery's buttons to its captions,
so these rules are asked of every sentence and not of lines alone. A rule begins with words that
no news sentence begins with, or is script; what it needs to hold is listed, so that most
sentences are asked nothing.
"""

from workbench.core.lexicon.en.time_words import MONTHS, WEEKDAYS
from workbench.core.text.hints import HintedRules

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

RULES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "running story",
        "for more,for the latest,for new,for updates,for further,for continu,for details,starting",
        (
            r"^(?:watch|stay (?:with|tuned)|tune in|keep (?:it )?(?:with|tuned|checking)|count on"
            r"|follow|check|join|look|listen|visit|go to|log on)\b.{0,90}?\b(?:for (?:the )?"
            r"(?:latest|more|new|further|continuing|continued|updates?|details|information)"
            r"|starting at \d)",
        ),
    ),
    (
        "running story",
        " story",
        (
            r"^[\w&.’' ]{2,40} (?:is|are|will be|will continue) (?:covering|following"
            r"|to (?:cover|follow)) (?:this|the) (?:developing |breaking )?story\b",
            r"^this (?:is|remains) an? (?:active|ongoing|evolving|developing|breaking)\b.{0,30}"
            r" story\b",
        ),
    ),
    (
        "running story",
        "updated,update this,update the,update our,have more,bring you,available",
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
        "your",
        (
            r"^(?:sorry, )?your (?:notification|comment|subscription|e-?mail|password|account"
            r"|settings|preferences|message|request|browser|submission|free trial)s? "
            r"(?:has|have|was|is|are|will|does|could|must)\b",
        ),
    ),
    (
        "site notice",
        "there was a problem,there was an error",
        (
            r"^(?:sorry, |oops[,!.]? )?there (?:was|has been) (?:a problem|an error) (?:saving"
            r"|loading|sending|processing|submitting|retrieving|playing|with (?:your|this))\b",
        ),
    ),
    (
        "site notice",
        "notifications,alerts",
        (
            r"^(?:close )?(?:get|receive|enable|turn on|allow|manage) (?:our |free |the latest )?"
            r"(?:e-?mail|text|mobile|push|breaking news|news|desktop)? ?(?:notifications|alerts)\b",
        ),
    ),
    (
        "site notice",
        "subscription,account?, pass ",
        (
            r"^(?:need|want|looking for|have|don[’']t have|no) (?:an? )?"
            r"(?:online |digital |print )?(?:subscription|account)\b",
            r"^read [^.]{2,60}\bwith a [\w-]+ (?:digital )?(?:day )?pass\b",
        ),
    ),
    (
        "site notice",
        "content created by,without charge,republish",
        (
            r"^content created by\b",
            r"\bavailable without charge to\b",
            r"^(?:you may |please )?republish (?:this|our)\b",
        ),
    ),
    (
        "site notice",
        " app,newsletter,podcast",
        (
            r"^(?:you can (?:also )?)?(?:download|install|get|try) (?:our|the|this) [^,]{0,40}"
            r"\bapp\b",
            r"^(?:sign up|subscribe|listen)\b[^.]{0,80}\b(?:newsletter|podcast)\b",
        ),
    ),
    (
        "comments",
        "comment",
        (
            r"\b(?:share|tell us|let us know|sound off|weigh in|have your say|join in|leave|post"
            r"|we[’']d love to hear|discuss)\b[^.]{0,80}\b(?:in|to) (?:the|our) comments?\b",
            r"^(?:leave|post|add|view|show|hide|read) (?:a |your |all |the )?(?:\d+ )?comments?\b",
        ),
    ),
    (
        "author note",
        "twitter,facebook,instagram,@,linkedin,youtube",
        (
            r"^(?:you can )?(?:find|follow|like|contact|reach|e-?mail|connect with|tweet|join"
            rf"|watch|subscribe to|message) [^.]{{1,60}}?(?:\b(?:on|at|via) (?:{_MEDIA})\b|[@]\w)",
        ),
    ),
    (
        "site notice",
        "call,contact,phone,dial",
        (
            r"^(?:once again, |again, |please )?(?:contact|call|phone|text|dial)\b[^.]{0,80}"
            r"\b\d{3}[-.) ]{1,2}\d{3,4}\b",
        ),
    ),
    (
        "credit",
        "website:,arrangements:,phone:,mail:,fax:,byline:,slug:,keywords:,photographer:,source:"
        ",credit:,credits:,copyright:,photo:",
        (
            r"^(?:website|arrangements|phone|e-?mail|fax|byline|slug|keywords|photographer|source"
            r"|credits?|copyright|photo):\s?\S.{0,80}$",
        ),
    ),
    (
        "credit",
        "credit",
        (
            r"\((?:photo |image |picture )?credits?(?: to\b|:)[^()]{1,80}\)\W*$",
            r"\b(?:photo|image|picture|video)s? ?credits?:",
        ),
    ),
    (
        "caption",
        " of , / ",
        (
            r"^(?:image|photo|picture|slide|video|gallery)\s?\d{1,3} (?:of|/) \d{1,3}\b",
            r"^(?:none )?\d{1,3} (?:of|/) \d{1,3} (?-i:[A-Z0-9])",
        ),
    ),
    (
        "caption",
        "video,photo,watch:,gallery:,slideshow:,audio:,map:,interactive:",
        (
            r"^(?:video|photos?|gallery|slideshow|audio|map|interactive|watch)\s?"
            r"(?:\(\d{1,2}:?\d{0,2}\)\s?)?:\s?\S.{0,160}$",
            r"^(?:video|photos?) \(\d",
        ),
    ),
    (
        "caption",
        "pictured,seen,shown,above,below,inset,caption,clockwise,from left",
        (
            r"^(?:above|below|inset|from left|clockwise)[,:] .{1,160}$",
            r"^(?:pictured|shown|seen)(?: (?:here|above|below|left|right))?\s?[,:]",
            r"^(?:hide|toggle) caption\b",
        ),
    ),
    (
        "caption",
        " 20",
        (
            rf"^[^.“”\"]{{3,160}}? (?:{_SHOWN})\b[^.“”\"]{{0,160}}?"
            rf"(?:\b(?:in|on|at|near|outside|of)|,) [^.]{{0,40}}?{_MONTH} \d{{1,2}},? \d{{4}}\.?$",
        ),
    ),
    (
        "teaser",
        "posted:,updated:,published:",
        (rf"\b(?:posted|updated|published)\s?:\s?(?:{_WEEKDAY}|{_MONTH}|\d)",),
    ),
    (
        "teaser",
        "click,here,below,on the link",
        (
            r"^(?:(?:remember|also|plus), )?(?:you can )?(?:also )?(?:check out|read|see|find|view"
            r"|watch|get|learn|click|tap)\b[^.]{0,100}\b(?:by clicking|click(?:ing)? here"
            r"|on the link|(?:right )?here[.!:]?$"
            r"|in the (?:video|gallery|player|link)s? (?:above|below))",
        ),
    ),
    ("script", "|", (r"^\w{0,30}_\w{1,30}(?:_\w{1,30}){0,6}\|",)),
    (
        "script",
        "function,getelement,addevent,innerhtml,document.,window.,=>,});,googletag",
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
"""(name, what a sentence has to hold, patterns), in the order in which they are tried."""
_TABLE = HintedRules([(name, hints, "|".join(ways)) for name, hints, ways in RULES])


def notice_of(sentence: str) -> str:
    """Name the rule by which a sentence is a notice of the page, or return "".

    >>> notice_of("Your comment has been sent.")
    'site notice'
    """
    return next((name for name, _ in _TABLE.search(sentence, sentence.lower())), "")
