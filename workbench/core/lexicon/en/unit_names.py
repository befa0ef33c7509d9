"""Units and currencies by their English names and signs, and how units convert.

Symbols follow the SI brochure and ISO 4217 where they have one. Factors are those of the SI
brochure and of the international yard and pound (1959); money is never converted, since a rate
has a day.
"""

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
    "baht": "THB", "zloty": "PLN", "krona": "krona", "kronor": "krona", "krone": "krone",
    "kroner": "krone", "lira": "TRY",
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
    "m3": "m3", "m³": "m3", "km3": "km3", "km³": "km3", "cm3": "cm3", "cm³": "cm3",
    "cubic centimeter": "cm3",
}  # fmt: skip
UNITS: Mapping[str, str] = {
    **_SQUARE,
    "percent": "%", "per cent": "%", "%": "%", "pct": "%", "pc": "%", "percentage point": "pp",
    "basis point": "bp",
    "kilometer": "km", "km": "km", "kms": "km", "meter": "m", "m": "m", "centimeter": "cm",
    "cm": "cm", "millimeter": "mm", "mm": "mm", "mile": "mi", "nautical mile": "nmi",
    "yard": "yd", "foot": "ft", "feet": "ft", "ft": "ft", "inch": "in", "in": "in",
    "light year": "ly", "t": "tonne",
    "tonne": "tonne", "metric ton": "tonne", "ton": "ton", "kilogram": "kg", "kg": "kg",
    "kilo": "kg", "gram": "g", "pound": "pound", "lb": "pound", "lbs": "pound", "ounce": "oz",
    "kiloton": "kt",
    "megaton": "Mt", "gigaton": "Gt",
    "degree celsius": "°C", "degree fahrenheit": "°F", "°c": "°C", "°f": "°F", "c": "°C",
    "f": "°F", "celsius": "°C", "fahrenheit": "°F", "degree": "degree", "degree c": "°C",
    "degree f": "°F", "°": "degree",
    "liter": "l", "gallon": "gal", "barrel": "bbl", "bushel": "bu",
    "kilometer per hour": "km/h", "kph": "km/h", "km/h": "km/h", "kmh": "km/h",
    "mile per hour": "mph", "mph": "mph", "mile an hour": "mph", "kilometer an hour": "km/h",
    "knot": "kn", "watt": "W", "kilowatt": "kW", "megawatt": "MW", "mw": "MW", "gigawatt": "GW",
    "gw": "GW", "kilowatt hour": "kWh", "megawatt hour": "MWh", "volt": "V", "decibel": "dB",
    "db": "dB", "dba": "dB", "hertz": "Hz",
    "gigabyte": "GB", "megabyte": "MB", "terabyte": "TB", "gb": "GB", "mb": "MB", "mg": "mg",
    "milligram": "mg",
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "week": "week",
    "fortnight": "fortnight", "month": "month", "year": "year", "decade": "decade",
    "century": "century",
}  # fmt: skip
"""Singular, lower-case, American spelling → canonical symbol."""

DURATIONS = frozenset(
    {"second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century"}
)

FACTORS: Mapping[str, tuple[str, float]] = {
    "km": ("m", 1000.0), "m": ("m", 1.0), "cm": ("m", 0.01), "mm": ("m", 0.001),
    "mi": ("m", 1609.344), "nmi": ("m", 1852.0), "yd": ("m", 0.9144), "ft": ("m", 0.3048),
    "in": ("m", 0.0254),
    "km2": ("m2", 1e6), "m2": ("m2", 1.0), "ha": ("m2", 1e4), "acre": ("m2", 4046.86),
    "sq mi": ("m2", 2.58999e6), "sq ft": ("m2", 0.092903), "sq yd": ("m2", 0.836127),
    "kg": ("kg", 1.0), "g": ("kg", 0.001), "tonne": ("kg", 1000.0), "ton": ("kg", 907.185),
    "pound": ("kg", 0.453592), "oz": ("kg", 0.0283495),
    "km/h": ("km/h", 1.0), "mph": ("km/h", 1.609344), "kn": ("km/h", 1.852),
    "kW": ("W", 1e3), "MW": ("W", 1e6), "GW": ("W", 1e9), "W": ("W", 1.0),
    "l": ("l", 1.0), "gal": ("l", 3.78541), "bbl": ("l", 158.987),
    "hour": ("minute", 60.0), "minute": ("minute", 1.0), "second": ("minute", 1 / 60),
    "day": ("day", 1.0), "week": ("day", 7.0), "fortnight": ("day", 14.0),
    "month": ("month", 1.0), "year": ("month", 12.0), "decade": ("month", 120.0),
    "°C": ("°C", 1.0), "°F": ("°C", 5 / 9),
}  # fmt: skip
"""Unit → (the unit that it is brought to, how many of that one is): the SI brochure, and the
international yard and pound (1959)."""

ZEROS: Mapping[str, float] = {"°F": -160 / 9}
"""Where a unit's zero stands on the scale that it is brought to, if not at zero."""
