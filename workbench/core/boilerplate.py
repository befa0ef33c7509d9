"""Lines of a page that are no part of its story: a table of named rules.

A line that a rule matches stays in the text and is marked, so that nobody has
to check a share button. Buttons and notices are told from news that begins like
them ("Share prices fell …") by having to fill the whole line, or by words that
no news sentence begins with.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST = 600
"""Characters; a longer line is prose whatever words it holds."""
LONGEST_LABEL = 40
"""Characters up to which a line that a page repeats is a name or a button."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s+)?"
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

    `whole` alternatives have to fill a line, `start` ones to begin it, `within`
    ones to stand somewhere in it, which takes longest: they are tried only where
    one of the `hints`, in lower case, does. None has nested or adjacent open repeats.
    """

    name: str
    whole: Sequence[str] = ()
    start: Sequence[str] = ()
    within: Sequence[str] = ()
    hints: Sequence[str] = ()


RULES = (
    Rule(
        "share icons",
        whole=(r"(?:icon-\w+\s*)+", "fbpx", rf"(?:{_SHARE})(?:\s+(?:{_SHARE}|this|on|via|article|story))*"),
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
        within=(
            r"\((?:photo|image|picture|file|ap photo|reuters|getty)[^()]{0,80}\)\s*$",
            r"(?:/|\b(?:via|©)\s?)\s?(?:getty images|ap photo|reuters|afp|shutterstock|associated press)\b.{0,40}$",
        ),
        hints=("(", "/", "via", "©"),
    ),
    Rule(
        "credit",
        whole=(
            "(?:sources?|authors?|category|categories|tags?|topics?|filed under|posted in"
            "|(?:additional )?reporting by|(?:edited|editing|written|writing|compiled|translated|posted) by)"
            r"(?:\s*:[^.!?]{0,80}|(?:\s(?-i:[A-Z])[\w'’-]{0,30}[,;]?(?:\s(?:and|&))?){1,8})?",
            rf"by\s+{_NAME}(?:\s+{_NAME}){{1,3}}(?:\s*(?:,|\||and\b).{{0,80}})?",
        ),
    ),
    Rule(
        "teaser",
        whole=(
            r"(?:must[\s-]reads?|most (?:read|popular|viewed)|read (?:more|also|next)|also read|see also"
            "|more on this(?: story| topic)?|more from [^.:|]{1,40}|related|recommended(?: for you)?"
            "|you (?:may|might) also like|trending(?: now)?|don[’']t miss|up next"
            "|(?:next|previous) (?:article|story|post)"
            "|(?:top|more|latest|related|recent|popular|other|featured)"
            " (?:stories|news|posts?|articles?|topics|coverage|content|links|videos)"
            "|editor[’']?s[’']? picks?|popular(?: now)?|(?:watch|listen)(?: now| live| more)?"
            "|(?:continue|keep) reading|(?:story|article) continues below(?: advertisement)?)"
            r"(?:\s*[:|»›>–—-].{0,120})?",
            r"(?:related coverage|read more|also read|read also|click here)\b[^.]{0,100}",
        ),
    ),
    Rule(
        "link",
        whole=(
            "source link", "original article", "full story", "link to (?:the )?(?:article|source)",
            "view (?:original|gallery|comments|all)", "skip to (?:main )?content", "back to top", "home",
            "menu", "search", "log ?in", "sign ?(?:in|up)", "register", "subscribe", "download our app",
        ),
    ),
    Rule(
        "comments",
        whole=(r"\d+ comments?", r"comments?\s*(?:\(\d+\))?"),
        start=(
            "comments are closed", "leave a (?:comment|reply)", "post a comment",
            "join the (?:conversation|discussion)", "your email address will not be published",
            "be the first to comment",
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
            "if you have found a spelling error", "spelling error report", "the following text will be sent",
            "this (?:site|website|page) uses", "we use cookies", "by (?:continuing|clicking|signing up)",
            "terms (?:of|and) (?:use|service|conditions)", "privacy policy", "already a (?:subscriber|member)",
            "please (?:enable|turn on|disable|refresh|subscribe|consider)", "enable javascript",
            r"get (?:the|our) (?:latest|newsletter|app)\b", "sign up (?:for|to)", "subscribe (?:to|now)",
            "follow (?:us|@)", "(?:like|find) us on", "thank you for (?:reading|your)", "contact us",
            "this (?:article|story|content|post) (?:(?:was|is|has been) )?(?:originally |first )?"
            "(?:published|appeared|produced|created|updated|posted)",
            "you have (?:reached|read)", "(?:have|got) a (?:story|tip|news tip)", "anyone with information",
            r"copyright\s*(?:©|\(c\)|\d{4})", "©",
        ),
        within=(r"\ball rights reserved\b",),
        hints=("all rights reserved",),
    ),
    Rule(
        "author note",
        start=(
            rf"(?:the (?:writer|author)|{_NAME}\s+{_NAME}(?:\s+{_NAME})?)\s+"
            "(?:is|was|heads|covers|writes|reports|has covered|contributed)\\b(?: an?| the)?"
            rf"(?:.{{0,40}}\b(?:{_TRADE})\b (?:at|for|with|based|on|covering|who)\b"
            r"|\s+to this report|\s+[^.]{0,40}\bbureau\b)",
        ),
        within=(
            r"\btweets? (?:as|at|from) @", r"\b(?:can|may) be reached (?:at|on|by)\b",
            r"\breach (?:him|her|them) at\b", r"\b(?:follow|email) (?:him|her|them|me) (?:on|at)\b",
            r"\[email\s?protected\]",
        ),
        hints=("tweet", "reach", "follow", "email"),
    ),
    Rule("label", whole=(r"[^.!?]{1,60}:",)),
)  # fmt: skip
"""In the order in which they are tried."""


Matcher = tuple[str, re.Pattern[str], re.Pattern[str], Sequence[str]]


def _compiled(rule: Rule) -> Matcher:
    """(name, pattern of the line from its start, pattern to search for, hints of the latter)."""

    def any_of(alternatives: Iterable[str]) -> str:
        return f"(?:{'|'.join(alternatives)})"

    ways = [any_of(rule.whole) + "$"] * bool(rule.whole) + [any_of(rule.start)] * bool(rule.start)
    line, within = ("|".join(ways), any_of(rule.within))
    return rule.name, re.compile(line, re.IGNORECASE), re.compile(within, re.IGNORECASE), rule.hints


_COMPILED = tuple(map(_compiled, RULES))


def _matches(line: str, low: str, matcher: Matcher) -> bool:
    _, start, within, hints = matcher
    if start.match(line):
        return True
    return any(hint in low for hint in hints) and within.search(line) is not None


def noise_of(line: str) -> str:
    """Name the rule that marks a stripped line as boilerplate, or return ""."""
    if len(line) > LONGEST:
        return ""
    if len(line) < 60 and not any(c.isascii() and c.isalpha() for c in line):
        return "no words"
    low = line.lower()
    return next((matcher[0] for matcher in _COMPILED if _matches(line, low, matcher)), "")


def repeated_labels(lines: Sequence[str]) -> frozenset[str]:
    """The short lines without a full stop that a page repeats: names, buttons."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in lines:
        if 0 < len(line) <= LONGEST_LABEL and line[-1] not in '.!?”"':
            (twice if line in seen else seen).add(line)
    return frozenset(twice)
