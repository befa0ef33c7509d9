"""Lines of a page that are no part of its story: a table of named rules.

A line that a rule matches stays in the text and is marked, so that nobody has
to check a share button. Each pattern is tried on one stripped line of at most
`LONGEST` characters with `re.match`; none has nested or adjacent open repeats.
"""

import re
from collections.abc import Sequence

LONGEST = 600
"""Characters; a longer line is prose whatever words it holds."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?"

RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("share icons", r"(?:icon-\w+\s*)+$|fbpx$|(?:share|tweet|pin|email|print|whatsapp|facebook|twitter|linkedin|reddit)(?:\s+(?:share|tweet|pin|email|print|this|on|via|whatsapp|facebook|twitter|linkedin|reddit|article|story))*$"),
        ("date line", rf"(?:(?:published|updated|posted|last updated|last modified|first published)\b[\s:|]*)?(?:on\s+)?(?:{_DAY}\s+)?(?:\d{{1,2}}:\d{{2}}(?:\s*[ap]\.?m\.?)?,?\s+)?(?:{_DAY}\s+)?(?:{_MONTH}\s+\d{{1,2}},?|\d{{1,2}}\s+{_MONTH},?)\s+\d{{4}}(?:[\s,|at-]*\d{{1,2}}:\d{{2}}.{{0,20}})?$"),
        ("date line", r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:,?\s+\d{1,2}:\d{2}.{0,20})?$"),
        ("caption", r"(?:photos?|images?|pictures?|pic|file photo|video|caption|illustration|graphic)(?:\s+(?:by|credit|courtesy(?: of)?))?\s*[:/|]"),
        ("caption", r".{0,200}\((?:photo|image|picture|file|ap photo|reuters|getty)[^()]{0,80}\)\s*$"),
        ("caption", r".{0,200}(?:/|\b(?:via|©)\s*)(?:getty images|ap photo|reuters|afp|shutterstock|associated press)\b.{0,40}$"),
        ("credit", r"(?:source|sources|author|authors|category|categories|tags?|topics?|filed under|editing by|reporting by|additional reporting by|writing by|compiled by|translated by|written by|edited by|posted by|posted in)\s*(?::\s*[^.!?]{0,80}|(?:\s(?-i:[A-Z])[\w'’-]*[,;]?(?:\s(?:and|&))?){1,8})?$"),
        ("byline", r"by\s+(?-i:[A-Z])[\w.'’-]+(?:\s+(?-i:[A-Z])[\w.'’-]+){1,3}(?:\s*(?:,|\||and\b).{0,80})?$"),
        ("teaser", r"(?:must[\s-]reads?|most (?:read|popular|viewed)|read (?:more|also|next)|also read|see also|more on this(?: story| topic)?|more from\b.{0,40}|related|you (?:may|might) also like|recommended(?: for you)?|trending(?: now)?|don[’']t miss|up next|(?:next|previous) (?:article|story|post)|(?:top|more|latest|related|recent|popular|other|featured) (?:stories|news|posts?|articles?|topics|coverage|content|links|videos)|editor[’']?s[’']? picks?|popular(?: now)?|(?:watch|listen)(?: now| live| more)?|(?:continue|keep) reading|(?:story|article) continues below(?: advertisement)?)(?:$|\s*[:|»›>–—-].{0,120}$)"),
        ("teaser", r"(?:related coverage|read more|also read|read also|click here)\b[^.]{0,100}$"),
        ("link", r"(?:source link|original article|full story|link to (?:the )?(?:article|source)|view (?:original|gallery|comments|all)|skip to (?:main )?content|back to top|home|menu|search|log ?in|sign ?(?:in|up)|register|subscribe|download our app|source)$"),
        ("comments", r"(?:comments are closed|leave a (?:comment|reply)|\d+ comments?$|post a comment|join the (?:conversation|discussion)|your email address will not be published|be the first to comment|comments?\s*(?:\(\d+\))?$)"),
        ("site notice", r"(?:if you have found a spelling error|spelling error report|the following text will be sent|this (?:site|website|page) uses|we use cookies|by (?:continuing|clicking|signing up)|terms (?:of|and)|privacy policy|all rights reserved|copyright\s*(?:©|\(c\)|\d{4})|©|advertisement\W*$|sponsored(?: content| by\b.{0,40})?$|ad$|loading\W*$|please (?:enable|turn|disable|wait|refresh|subscribe|consider)|enable javascript|get (?:the|our) (?:latest|newsletter|app)\b|sign up (?:for|to)|subscribe (?:to|now)|follow (?:us|@)|like us on|find us on|support (?:us|our)\b[^.]{0,40}$|donate(?: now)?$|(?:immediate|instant|full|unlimited|digital) access\b[^.]{0,40}$|this (?:article|story|content|post) (?:was|is|has been|originally|first) (?:originally |first )?(?:published|appeared|produced|created|updated|posted)|you have (?:reached|read)|already a (?:subscriber|member)|thank you for (?:reading|your)|have a (?:story|tip|news)|got a (?:tip|story)|contact us|anyone with information|download the)"),
        ("copyright", r".{0,160}\ball rights reserved\b"),
        ("author note", r".{0,400}(?:\b(?:tweets? (?:as|at|from)|can be reached (?:at|on|by)|may be reached at|reach (?:him|her|them) at|follow (?:him|her|them|me) (?:on|at)|email (?:him|her|them|me) at)\b|\[email\s?protected\])"),
        ("author note", r"(?:the (?:writer|author)|(?:(?-i:[A-Z])[\w.'’-]+\s+){2,3})\s*(?:is|was|heads|covers|writes|reports|has covered|contributed)\b(?: to this report| an?| the)?(?:.{0,40}\b(?:freelance|journalist|correspondent|reporter|columnist|staff writer|editor|intern|contributor|contributing|blogger)\b(?: (?:at|for|with|based|on|covering|who)\b)|\s+to this report|\s+[^.]{0,40}\bbureau\b)"),
        ("label", r"[^.!?]{1,60}:$"),
    )
)  # fmt: skip
"""(name, pattern), in the order in which they are tried."""


def noise_of(line: str) -> str:
    """Name the rule that marks a stripped line as boilerplate, or return ""."""
    if len(line) > LONGEST:
        return ""
    if not any(c.isascii() and c.isalpha() for c in line) and len(line) < 60:
        return "no words"
    return next((name for name, pattern in RULES if pattern.match(line)), "")


def repeated_labels(lines: Sequence[str]) -> frozenset[str]:
    """The short lines without a full stop that a page repeats: names, buttons."""
    seen: set[str] = set()
    twice: set[str] = set()
    for line in lines:
        if 0 < len(line) <= 40 and line[-1] not in '.!?”"':
            (twice if line in seen else seen).add(line)
    return frozenset(twice)
