"""Units and currencies that follow or precede a number, with their canonical names.

Values are kept as written and never converted.
"""

import re
from functools import lru_cache

from workbench.core.lexicon.en.unit_names import CURRENCIES, UNITS

CURRENCY_SIGNS = r"(?:US|AU|NZ|HK|A|C|S|R)?\$|[€£¥₹₽₴₪]"
"""Pattern of a sign that stands before a sum."""
CODE_BEFORE = re.compile(
    r"(?<![\w.])(?:Rs\.?|Rp|Tk|K?Sh|R(?=\d)|RM|INR|PKR|UAH|PLN|EUR|USD|GBP|CHF|CNY|RMB|NGN|CAD|AUD"
    r"|NZD|ZAR|KES|BRL|TRY|RUB|JPY|KRW|SEK|NOK|DKK|CZK|HUF) ?\Z"
)
"""Codes of currencies in front of a number, in capitals as they are written."""

_IRREGULAR = {"feet": "foot", "inches": "inch", "centuries": "century", "pennies": "penny"}


def _alternation() -> str:
    names = sorted(
        {*UNITS, *(c for c in CURRENCIES if (c.isalpha() and len(c) > 2) or " " in c)},
        key=len,
        reverse=True,
    )
    spelled = (
        re.escape(name).replace(r"\ ", "[ -]").replace("meter", "met(?:er|re)") for name in names
    )
    return "|".join(
        s.replace("liter", "lit(?:er|re)")
        .replace("mile", "miles?")
        .replace("degree", "degrees?")
        .replace("kilomet(?:er|re)", "kilomet(?:er|re)s?")
        .replace("dollar", "dollars?")
        .replace("pound[ -]sterling", "pounds?[ -]sterling")
        for s in spelled
    )


_UNIT = re.compile(
    rf"[ -]?(?P<unit>[€£¥₹](?!\s?\d)|inches|centuries|pennies"
    rf"|{_alternation()})(?P<plural>s)?(?![\w²³])(?!['’]s?\b [a-z])",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\b(\w{1,12}[^su\W])s\b")
_LETTERS = frozenset({"m", "c", "f", "t", "in", "ha", "mw", "gw"})


@lru_cache(maxsize=1024)
def unit_after(text: str, end: int) -> tuple[int, str]:
    """(end, canonical unit) of the unit that follows a number ending at `end`.

    The end is unchanged and the unit "" where none follows. One-letter symbols count only when
    they touch the number, or as a capital C or F.
    """
    match = _UNIT.match(text, end)
    if not match:
        return end, ""
    written = match["unit"]
    if written.lower() == "pc" and (written == "PC" or text[end] == " " or match["plural"]):
        return end, ""  # pieces and computers; "20pc" is British for per cent
    if written.lower() in _LETTERS and text[end] == " " and not written.isupper():
        return end, ""
    unit = _canonical(written)
    return (match.end(), unit) if unit else (end, "")


def _canonical(written: str) -> str:
    key = written.lower().replace("-", " ").replace("metre", "meter").replace("litre", "liter")
    key = _IRREGULAR.get(key, key)
    for candidate in (key, _PLURAL.sub(r"\1", key)):
        if found := UNITS.get(candidate) or CURRENCIES.get(candidate):
            return found
    return ""


def currency_of(sign: str) -> str:
    """ISO 4217 code of a currency sign before a number."""
    known = CURRENCIES.get(sign.lower().replace(" ", ""), "")
    return known or (sign if len(sign) == 3 and sign.isupper() else "")
