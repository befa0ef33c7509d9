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
