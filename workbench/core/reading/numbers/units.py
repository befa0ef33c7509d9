"""Units and currencies that follow or precede a number, with their canonical names.

Symbols follow the SI brochure and ISO 4217 where they have one; values are kept
as written and never converted.
"""

import re
from collections.abc import Mapping

CURRENCIES: Mapping[str, str] = {
    "$": "USD", "us$": "USD", "au$": "AUD", "a$": "AUD", "nz$": "NZD", "hk$": "HKD",
    "c$": "CAD", "s$": "SGD", "r$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR",
    "₽": "RUB", "₴": "UAH", "₪": "ILS",
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD",
    "buck": "USD", "usd": "USD", "australian dollar": "AUD", "canadian dollar": "CAD",
    "euro": "EUR", "eur": "EUR", "pound sterling": "GBP", "sterling": "GBP", "gbp": "GBP",
    "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "rupee": "INR", "ruble": "RUB",
    "rouble": "RUB", "hryvnia": "UAH", "shekel": "ILS", "franc": "CHF", "swiss franc": "CHF",
    "peso": "peso", "naira": "NGN", "rand": "ZAR", "rupiah": "IDR", "ringgit": "MYR",
    "baht": "THB", "zloty": "PLN", "krona": "krona", "kronor": "krona", "krone": "krone", "kroner": "krone", "lira": "TRY",
    "rs": "INR", "rs.": "INR", "rp": "IDR", "tk": "BDT", "ksh": "KES", "sh": "KES", "r": "ZAR",
    "rm": "MYR", "rmb": "CNY",
    "cent": "cent", "penny": "GBP", "pence": "GBP",
}  # fmt: skip
"""Signs and singular names → ISO 4217 code (or the name where several countries share it)."""

_SQUARE = {
    "square kilometer": "km2", "sq km": "km2", "km2": "km2", "km²": "km2", "sq. km": "km2",
    "square mile": "sq mi", "sq mile": "sq mi", "square meter": "m2", "sq m": "m2", "m2": "m2",
    "m²": "m2", "square foot": "sq ft", "square feet": "sq ft", "sq ft": "sq ft",
    "square yard": "sq yd", "acre": "acre", "hectare": "ha", "ha": "ha",
    "cubic meter": "m3", "cubic foot": "cu ft", "cubic feet": "cu ft", "cubic kilometer": "km3",
}  # fmt: skip
UNITS: Mapping[str, str] = {
    **_SQUARE,
    "percent": "%", "per cent": "%", "%": "%", "pct": "%", "percentage point": "pp",
    "basis point": "bp",
    "kilometer": "km", "km": "km", "kms": "km", "meter": "m", "m": "m", "centimeter": "cm",
    "cm": "cm", "millimeter": "mm", "mm": "mm", "mile": "mi", "nautical mile": "nmi",
    "yard": "yd", "foot": "ft", "feet": "ft", "ft": "ft", "inch": "in", "light year": "ly",
    "tonne": "tonne", "metric ton": "tonne", "ton": "ton", "kilogram": "kg", "kg": "kg",
    "kilo": "kg", "gram": "g", "pound": "pound", "lb": "pound", "ounce": "oz", "kiloton": "kt",
    "megaton": "Mt", "gigaton": "Gt",
    "degree celsius": "°C", "degree fahrenheit": "°F", "°c": "°C", "°f": "°F", "c": "°C",
    "f": "°F", "celsius": "°C", "fahrenheit": "°F", "degree": "degree", "degree c": "°C",
    "degree f": "°F",
    "liter": "l", "gallon": "gal", "barrel": "bbl", "bushel": "bu",
    "kilometer per hour": "km/h", "kph": "km/h", "km/h": "km/h", "kmh": "km/h",
    "mile per hour": "mph", "mph": "mph", "mile an hour": "mph", "kilometer an hour": "km/h",
    "knot": "kn", "watt": "W", "kilowatt": "kW", "megawatt": "MW", "mw": "MW", "gigawatt": "GW",
    "gw": "GW", "kilowatt hour": "kWh", "megawatt hour": "MWh", "volt": "V", "hertz": "Hz",
    "gigabyte": "GB", "megabyte": "MB", "terabyte": "TB", "gb": "GB", "mb": "MB", "mg": "mg", "milligram": "mg",
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week",
    "fortnight": "fortnight", "month": "month", "year": "year", "decade": "decade",
    "century": "century",
}  # fmt: skip
"""Singular, lower-case, American spelling → canonical symbol."""

DURATIONS = frozenset(
    {"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"}
)

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
        for s in spelled
    )


_UNIT = re.compile(
    rf"[ -]?(?P<unit>inches|centuries|pennies|{_alternation()})(?P<plural>s)?(?![\w²])(?!['’]s?\b [a-z])",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\b(\w{1,12}[^su\W])s\b")
_LETTERS = frozenset({"m", "c", "f", "ha", "mw", "gw"})


def unit_after(text: str, end: int) -> tuple[int, str]:
    """(end, canonical unit) of the unit that follows a number ending at `end`.

    The end is unchanged and the unit "" where none follows. One-letter symbols count only when
    they touch the number, or as a capital C or F.
    """
    match = _UNIT.match(text, end)
    if not match:
        return end, ""
    written = match["unit"]
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
