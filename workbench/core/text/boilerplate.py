"""Lines of a page that are no part of its story: a table of named rules.

A line that a rule matches stays in the text and is marked, so that nobody has
to check a share button. Buttons and notices are told from news that begins like
them ("Share prices fell …") by having to fill the whole line, or by words that
no news sentence begins with.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.core.lexicon.en.time_words import MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from workbench.core.text.correction_notices import NAME as CORRECTION
from workbench.core.text.correction_notices import heads_correction, opens_correction
from workbench.core.text.pattern_needs import FIGURE, Sieve, firsts_of, words_in

LONGEST = 600
"""Characters; a longer line is prose whatever words it holds."""
LONGEST_LABEL = 40
"""Characters up to which a line that a page repeats is a name or a button."""

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_WEEKDAY_NAME = rf"(?:{'|'.join(WEEKDAYS)})"
_WEEKDAY = rf"(?:(?:{_WEEKDAY_NAME}|(?:{'|'.join(WEEKDAY_ABBREVIATIONS)})\.?),?\s+)?"
_TIME = r"\d{1,2}:\d{2}(?:\s*[ap]\.?m\.?)?"
_SHARE = "share|tweet|pin|email|print|whatsapp|facebook|twitter|linkedin|reddit"
_NAME = r"(?-i:[A-Z])[\w.'’-]+"
_TRADE = (
    "freelance|journalist|correspondent|reporter|columnist|staff writer|editor|intern"
    "|contributor|contributing|blogger"
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate, as alternatives of a regular expression.

    `whole` alternatives have to fill a line, `start` ones to begin it. None has
    nested or adjacent open repeats.
    """

    name: str
    whole: Sequence[str] = ()
    start: Sequence[str] = ()


RULES = (
    Rule(
        "share icons",
        whole=(r"(?:icon-\w+\s*)+", "fbpx",
               rf"(?:{_SHARE})(?:\s+(?:{_SHARE}|this|on|via|article|story))*"),
    ),
    Rule(
        "date line",
        whole=(
            r"(?:(?:first published|published|updated|posted|last updated|last modified)\b[\s:|]*)?"
            rf"(?:on\s+)?{_WEEKDAY}(?:{_TIME},?\s+)?{_WEEKDAY}"
            rf"(?:{_MONTH}\s+\d{{1,2}},?|\d{{1,2}}\s+{_MONTH},?)\s+\d{{4}}"
            rf"(?:[\s,|at-]{{1,6}}{_TIME}.{{0,20}})?",
            rf"\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}(?:,?\s+{_TIME}.{{0,20}})?",
        ),
    ),
    Rule(
        "caption",
        start=(
            r"(?:photos?|images?|pictures?|pic|file photo|video|caption|illustration|graphic)"
            r"(?:\s+(?:by|credit|courtesy(?: of)?))?\s*[:/|]",
        ),
    ),
    Rule(
        "credit",
        whole=(
            "(?:sources?|authors?|category|categories|tags?|topics?|filed under|posted in"
            "|(?:with )?(?:additional )?reporting by|(?:edited|editing|written|writing|compiled"
            "|translated|posted) by)"
            r"(?:\s*:[^.!?]{0,80}|(?:\s(?-i:[A-Z])[\w'’-]{0,30}[,;]?(?:\s(?:and|&))?){1,8})?",
            rf"{_NAME}(?:\s+{_NAME}){{1,2}}, (?:for )?(?:the )?(?:bbc|cnn|voa|npr|abc|nbc|cbs|fox"
            rf"|sky|pbs)\b[^.]{{0,30}}\.?",
            rf"by\s+{_NAME}(?:\s+{_NAME}){{1,3}}(?:\s*(?:,|\||and\b).{{0,80}})?",
            r"\((?:additional |further )?(?:reporting|writing|editing|edited|compiled|translated) "
            r"by\b[^.!?]{0,200}\)?\.?",
            r"(?:additional )?(?:photographs?|photos?|video|images?|pictures|graphics?"
            r"|illustrations?)"
            r"(?: for [^.]{1,60})? by (?-i:[A-Z])[^.]{1,60}\.?",
            r"with (?:additional )?reporting by (?-i:[A-Z])[^.!?]{1,100}\.?",
            r"with (?:[\w.]+ ){0,3}(?:wires?|agencies|inputs?|files|reports?)\b[^.]{0,40}\.?",
            r"(?:the |[\w., ]{1,60} and )?[\w., ]{1,60} contributed (?:to this (?:report|story"
            r"|article)|reporting)\b.{0,60}",
        ),
    ),
    Rule(
        "related",
        start=(r"(?-i:Related|RELATED)(?: (?:stories|articles|links|news|coverage))?\s?(?::"
               r"|(?-i:[A-Z]))",),
    ),
    Rule(
        "script",
        start=(
            r"(?:[\w$]{1,40}\.){1,4}push\(", r"\(?function\s?\w{0,30}\s?\(",
            r"(?:var|let|const) [\w$]{1,40}\s?=\s",
            r"(?:window|document|googletag|jquery)[.(\[]", r"\$\([\"'\w]",
            r"if \((?:typeof|window|document|!)", r"</?script",
            r"[.#]?[\w-]{1,40}\s?\{\s?[\w-]{2,30}\s?:",
        ),
    ),
    Rule(
        "running story",
        start=(
            r"(?:this is a |this remains a |this )?(?:breaking(?: news)?|developing)(?: news)?(?: "
            r"story| situation| event)\b(?!.{0,40}\b(?:said|says|broke)\b)",
            r"this (?:story|article|post|page|report|blog|live blog) (?:is (?:being updated"
            r"|breaking|developing)|(?:has been|was|will be) (?:last )?updated(?: (?:on|at|to|with"
            r"|as|when|throughout)\b.{0,120})?\W*$)",
            r"(?:please )?(?:check back|refresh (?:this|the|your) (?:page|browser))\b",
            r"more (?:details |information |updates? |on this )?(?:to (?:come|follow)|soon|as we "
            r"get it|when we have it)\W*$",
            r"we(?:[’']ll| will| are) (?:be )?(?:update|updating|bring(?:ing)? you)\b",
            r"(?:the |our |[\w’' ]{2,30} )?(?:original|earlier|previous|full|first)? ?(?:story"
            r"|report|article|post)\b[^.]{0,30}\b(?:follows|appears|continues) below\b",
            r"stay (?:with us|tuned)\b",
            r"(?:latest |live )?updates? (?:below|to come|to follow)\b",
        ),
    ),
    Rule(
        "teaser",
        whole=(
            r"(?:must[\s-]reads?|most (?:read|popular|viewed)|read (?:more|also|next)|also read"
            r"|see also"
            "|more on this(?: story| topic)?|more from [^.:|]{1,40}|related|recommended(?: for "
            "you)?"
            "|you (?:may|might) also like|trending(?: now)?|don[’']t miss|up next"
            "|(?:next|previous) (?:article|story|post)"
            "|(?:top|more|latest|related|recent|popular|other|featured)"
            " (?:stories|news|posts?|articles?|topics|coverage|content|links|videos)"
            "|editor[’']?s[’']? picks?|popular(?: now)?|(?:watch|listen)(?: now| live| more)?"
            "|(?:continue|keep) reading|(?:story|article) continues below(?: advertisement)?)"
            r"(?:\s*[:|»›>–—-].{0,120})?",
            r"(?:related coverage|read more|also read|read also|click here)\b[^.]{0,100}",
            r"(?:slideshow|gallery|photos|watch|video|in pictures|listen)\s*(?::|»|›|–"
            r"|—)[^.]{0,120}",
            r"\[/?\w+(?:[ _][^\]]{0,80})?\]",
        ),
        start=(
            r"(?:click|tap|scroll) (?:here|below|on|through|the|to)\b",
            r"(?:read|see|view|watch) (?:the|our|all|more of|also)\b[^.]{0,60}\b(?:here|below"
            r"|gallery|newsletter|magazine|coverage)\b",
            r"see what else\b", r"listen to [^.]{1,40}\b(?:live|podcast)\b",
        ),
    ),
    Rule(
        "link",
        whole=(
            "source link", "original article", "full story", "link to (?:the )?(?:article|source)",
            "view (?:original|gallery|comments|all)", "skip to (?:main )?content", "back to top",
            "home",
            "menu", "search", "log ?in", "sign ?(?:in|up)", "register", "subscribe",
            "download our app",
        ),
    ),
    Rule(
        "comments",
        whole=(r"\d+ comments?", r"comments?\s*(?:\(\d+\))?"),
        start=(
            "comments are closed", "leave a (?:comment|reply)", "post a comment",
            "join the (?:conversation|discussion)", "your email address will not be published",
            "be the first to comment", "notify me (?:of|via|by|when)", "save my name",
            "(?:tell us|let us know) (?:what|how|in)\\b", "we want to hear from you",
            "what do you think\\b",
            "required fields are marked", "you must be logged in",
        ),
    ),
    Rule(
        "site notice",
        whole=(
            r"advertisement\W*", r"sponsored(?: content| by\b.{0,40})?", "ad", r"loading\W*",
            r"donate(?: now)?", r"support (?:us|our)\b[^.]{0,40}",
            r"(?:immediate|instant|full|unlimited|digital) access\b[^.]{0,40}",
        ),
        start=(
            "if you have found a spelling error", "spelling error report",
            "the following text will be sent",
            "this (?:site|website|page) uses", "we use cookies",
            "by (?:continuing|clicking|signing up)",
            "terms (?:of|and) (?:use|service|conditions)", "privacy policy",
            "already a (?:subscriber|member)",
            "please (?:enable|turn on|disable|refresh|subscribe|consider)", "enable javascript",
            r"get (?:the|our) (?:latest|newsletter|app)\b", "sign up (?:for|to)",
            "subscribe (?:to|now)",
            "follow (?:us|@)", "(?:like|find|join) us (?:on|at|for)",
            r"follow [^.]{1,50} on (?:instagram|twitter|facebook|x|youtube|telegram|whatsapp)\b",
            r"disclaimer\b", "stay (?:up to date|informed|tuned|connected)\b",
            r"download (?:the|our)\b", r"updated (?:at|on)\b",
            r"(?:we.ve sent|password has been|you may have created)\b",
            r"these (?:statements|products) (?:have|are) not\b",
            r"(?:results|prices) (?:may )?vary\b", r"we are a participant in\b",
            r"if you (?:want|would like|wish|need|have|are interested)\b[^.]{0,120}\b(?:please"
            r"|our (?:list|team|newsletter|network|site|website)|contact|e-?mail|hotline"
            r"|samaritans|call \d|donat\w+|volunteer\w*)\b",
            r"please (?:share|email|e-mail|contact|send|call|donate|support|help|note "
            r"that (?:comments|this site))\b",
            r"(?:click|see|find out) (?:to see |here |out )?how (?:your|you|to)\b",
            r"(?:but )?we need your (?:help|support)\b", "thank you for (?:reading|your)",
            "contact us",
            "this (?:article|story|content|post) (?:(?:was|is|has been) )?(?:originally |first )?"
            "(?:published|appeared|produced|created|updated|posted)",
            "you have (?:reached|read)", "(?:have|got) a (?:story|tip|news tip)",
            r"anyone (?:with|having|who (?:has|saw|witnessed)) (?:any |more |further |additional "
            r")*(?:information|details|anything)\b",
            r"copyright\s*(?:©|\(c\)|\d{4})", "©",
        ),
    ),
    Rule(
        "author note",
        start=(
            rf"(?:the (?:writer|author)|{_NAME}\s+{_NAME}(?:\s+{_NAME})?)\s+"
            "(?:is|was|heads|covers|writes|reports|has covered|contributed)\\b(?: an?| the)?"
            rf"(?:.{{0,40}}\b(?:{_TRADE})\b (?:at|for|with|based|on|covering|who)\b"
            r"|\s+to this report|\s+[^.]{0,40}\bbureau\b)",
        ),
    ),
    Rule("label", whole=(r"[^.!?]{1,60}:",)),
)  # fmt: skip
"""In the order in which they are tried."""


WITHIN: tuple[tuple[str, Sequence[str]], ...] = (
    ("caption", (
        r"(?<!\bsaid )(?<!\badded )"
        r"\((?:photo|image|picture|file|ap photo|reuters|getty)[^()]{0,80}\)\s*$",
        r"(?:/|\b(?:via|©)\s?)\s?(?:getty images|ap photo|reuters|afp|shutterstock"
        r"|associated press)\b.{0,40}$",
        r"(?-i:[A-Z])[\w’'.-]+(?:,[^.,]{1,80})?, (?:far |second from )?(?:left|right"
        r"|cent(?:er|re)), ",
        rf", {_WEEKDAY_NAME}, {_MONTH} \d{{1,2}}, \d{{4}}\.?$",
        r"^(?:AP|AFP|EPA|PA|Reuters|Getty(?: Images)?) (?:photos?|file)\b[^.]{0,60}$",
    )),
    ("archive picture", (
        r"^(?![^.]{0,120}\b(?:not|never|said|says)\b)(?:an?|this|the|in this) (?:file "
        r"|undated |still |handout |combination |combo "
        r"|frame ?grab |video |screen ?grab ?){1,2}(?:image|photo"
        r"|picture)?[^.]{0,60}\b(?:shows?|taken from|made from|provided by|released by"
        r"|obtained)\b",
        r"\bin (?:this|a|an) (?:undated |still |handout |file |screen ?grab |recent |aerial "
        r"|booking ){1,3}(?:photo|picture|image|frame|grab|handout|photograph"
        r"|illustration)\b",
    )),
    ("site notice", (
        r"\ball rights reserved\b",
        r"\btrademarks? of (?-i:[A-Z])",
        r"\b(?:our|and|this|with the|read the|view the) (?:privacy|cookies?) (?:policy"
        r"|notice|statement)\b",
        r"\b(?:agree to|accept|see|read|view|our|these) (?:the |our )?terms of (?:use"
        r"|service)\b",
        r"\b(?:uses?|using|necessary|these|stores?|accept|disable|our) (?:\w+ "
        r")?cookies\b(?! (?:and milk|for|from))",
        r"\b(?:data|quotes?|estimates|prices) (?:is |are )?provided by\b",
        r"\baffiliate (?:links?|commissions?|advertising|program\w*)\b",
        r"\bwe (?:may|might|could) (?:earn|receive|get) (?:an? )?(?:\w+ )?(?:commission"
        r"|compensation|share)\b",
        r"\b(?:e-?mail|write to|contact|reach) us (?:at|on|via|by|through)\b",
        r"\b(?:sign(?:ing)? up|subscrib\w+)\b[^.]{0,60}\b(?:newsletters?|e-?mails?|alerts"
        r"|updates|magazine)\b",
        r"\byour (?:e-?mail address|password|inbox|browser|tax[- ]deductible)\b",
        r"\bwe reserve the right to\b",
        r"\bdelayed (?:by )?at least \d+ minutes\b",
        r"\bi agree (?:to|that)\b[^.]{0,80}\b(?:terms|policy|newsletter|processing|e-?mails?"
        r"|data)\b",
    )),
    ("author note", (
        r"\btweets? (?:as|at|from) @",
        r"\b(?:can|may) be reached (?:at|on|by)\b|\breach (?:him|her|them) at\b",
        r"\b(?:follow|email) (?:him|her|them|me) (?:on|at)\b|\[email\s?protected\]",
    )),
)  # fmt: skip
"""What marks a line wherever it stands in it."""


def _ways() -> Iterator[tuple[str, str, bool]]:
    """(name, pattern, whether only at the start) of all that marks a line, in order."""
    for rule in RULES:
        yield from ((rule.name, rf"(?:{way})$", True) for way in rule.whole)
        yield from ((rule.name, way, True) for way in rule.start)
    for name, patterns in WITHIN:
        yield from ((name, pattern, False) for pattern in patterns)


_WAYS = tuple((name, re.compile(way, re.IGNORECASE), start) for name, way, start in _ways())
_SIEVE = Sieve(pattern for _, pattern, _ in _ways())
_FIRSTS = tuple(firsts_of(pattern) if start else None for _, pattern, start in _ways())
"""What a line has to begin with, where that can be told."""


def noise_of(line: str) -> str:
    """Name the rule that marks a stripped line as boilerplate, or return ""."""
    if opens_correction(line.lstrip("•·▪*–—- ")) or heads_correction(line):
        return CORRECTION
    if len(line) > LONGEST:
        return ""
    if len(line) < 60 and not any(c.isascii() and c.isalpha() for c in line):
        return "no words"
    begin = FIGURE if line[:1].isdigit() else line[:1].lower()
    for i in _SIEVE.passing(words_in(line)):
        firsts = _FIRSTS[i]
        if firsts is None or begin in firsts:
            name, pattern, at_start = _WAYS[i]
            if pattern.match(line) if at_start else pattern.search(line):
                return name
    return ""


def repeated_labels(lines: Sequence[str]) -> frozenset[str]:
    """The short lines without a full stop that a page repeats: names, buttons."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in lines:
        if 0 < len(line) <= LONGEST_LABEL and line[-1] not in '.!?”"':
            (twice if line in seen else seen).add(line)
    return frozenset(twice)
