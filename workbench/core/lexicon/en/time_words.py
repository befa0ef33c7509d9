"""The words by which English tells time: months, weekdays, seasons, units, ordinals.

Abbreviations are those of the Associated Press Stylebook and of page furniture;
what counts as a time expression follows ISO 24617-1 (ISO-TimeML). Everything is
in lower case unless it is said otherwise; abbreviations stand without full stop.
"""

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""Names of the months as they are printed."""
MONTH_ABBREVIATIONS: dict[str, int] = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTHS: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, start=1)},
    **MONTH_ABBREVIATIONS,
}
"""Every name of a month and its number."""
WEEKDAYS: dict[str, int] = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
"""Weekdays, counted from Monday as `date.weekday` does."""
WEEKDAY_ABBREVIATIONS: dict[str, int] = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "wednes": 2, "thu": 3, "thur": 3, "thurs": 3,
    "fri": 4, "sat": 5, "satur": 5, "sun": 6,
}  # fmt: skip
SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""Seasons of the northern hemisphere and their first month."""
DAY_WORDS = ("yesterday", "today", "tomorrow", "tonight")
"""Days told from the day of speaking."""
UNIT_WORDS = ("day", "week", "month", "year")
CALENDAR = frozenset({*MONTHS, *WEEKDAYS, *WEEKDAY_ABBREVIATIONS} - {"wednes", "satur"})
"""Every name of a month or weekday, long and short."""
UNITS = (
    "hour", "minute", "day", "weekend", "week", "fortnight", "month", "quarter", "year",
    "decade", "century",
)  # fmt: skip
UNIT_OF: dict[str, str] = {
    **{name: name for name in UNITS},
    **{f"{name}s": name for name in UNITS if name != "century"},
    "centuries": "century",
}
"""Units of time in singular and plural, and their singular."""
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night", "noon", "midnight")

CARDINALS: dict[str, int] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
"""Number words below a hundred that are one word: what counts units of time."""
_ORDINAL_WORDS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINAL_WORDS, start=1)},
    **{
        f"twenty{joint}{word}": 20 + number
        for joint in "- "
        for number, word in enumerate(_ORDINAL_WORDS[:9], start=1)
    },
    "thirtieth": 30,
    "thirty-first": 31,
    "thirty first": 31,
}
"""Ordinal words of the days of a month, and of centuries."""
DECADES: dict[str, int] = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip
"""Decades told by a word, and their first year."""
HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25),
    "new year's eve": (12, 31), "new year's day": (1, 1), "valentine's day": (2, 14),
    "halloween": (10, 31), "fourth of july": (7, 4), "4th of july": (7, 4),
}  # fmt: skip
"""Holidays that have a fixed day: month and day."""
EASTER_HOLIDAYS: dict[str, int] = {
    "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0,
}  # fmt: skip
"""Holidays told by their distance in days from Easter Sunday."""
OTHER_MONTHS = (
    "muharram", "safar", "rabi al-awwal", "rabi al-thani", "jumada al-awwal", "jumada al-thani",
    "rajab", "shaban", "sha'ban", "ramadan", "shawwal", "dhu al-qadah", "dhu al-hijjah",
    "farvardin", "ordibehesht", "khordad", "tir", "mordad", "shahrivar", "mehr", "aban", "azar",
    "dey", "bahman", "esfand", "nisan", "iyar", "sivan", "tammuz", "elul", "tishrei", "cheshvan",
    "kislev", "tevet", "shevat", "vaisakha", "jyeshtha", "ashadha", "shravana", "bhadra",
    "ashvin", "kartik", "chaitra", "vendémiaire", "brumaire", "frimaire", "nivôse", "pluviôse",
    "ventôse", "germinal", "floréal", "prairial", "messidor", "thermidor", "fructidor",
)  # fmt: skip
"""Months of the Islamic, Persian, Hebrew, Indian and French Republican calendars."""
OTHER_ERAS = ("reiwa", "heisei", "showa", "taisho", "meiji", "minguo", "juche", "anno hegirae")
"""Eras whose name stands before the year."""
