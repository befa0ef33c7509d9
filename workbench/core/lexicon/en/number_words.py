"""English numbers: the words they are made of, what bounds them, what takes from them.

A second language is a second module with these names. Large scales of South Asian English
are those of the Indian numbering system (lakh, crore, arab, kharab).
"""

from collections.abc import Iterator, Mapping
from itertools import product

from workbench.core.lexicon.listing import word_list, word_set

Bound = int | float | None
"""An end of a span of numbers; None is open."""

ONES: Mapping[str, int] = {
    word: value
    for value, word in enumerate(
        word_list(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen
            fourteen fifteen sixteen seventeen eighteen nineteen"""
        )
    )
}
TENS: Mapping[str, int] = {
    word: 10 * value
    for value, word in enumerate(
        word_list("twenty thirty forty fifty sixty seventy eighty ninety"), 2
    )
} | {"threescore": 60, "fourscore": 80}
DOZEN, SCORE = 12, 20
SCALES: Mapping[str, int] = {
    "dozen": DOZEN, "score": SCORE, "hundred": 10**2, "thousand": 10**3, "lakh": 10**5,
    "lac": 10**5,
    "million": 10**6, "crore": 10**7, "billion": 10**9, "milliard": 10**9, "arab": 10**9,
    "kharab": 10**11, "trillion": 10**12, "neel": 10**13, "quadrillion": 10**15,
    "padma": 10**15, "shankh": 10**17,
}  # fmt: skip
LOWER_SCALES = ("arab", "kharab", "neel", "padma", "shankh")
"""Scales that are names of people and things where they have a capital."""
SHORT_SCALES: Mapping[str, int] = {
    "k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
    "tn": 10**12, "trn": 10**12, "cr": 10**7,
}  # fmt: skip
"""Letters behind digits."""
ORDINALS: Mapping[str, int] = {
    word: value
    for value, word in enumerate(
        word_list("first second third fourth fifth sixth seventh eighth ninth tenth"), 1
    )
}

VAGUE: Mapping[str, tuple[int, int | None]] = {
    "tens": (20, 99),
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, 999),
    "thousands": (2_000, None),
    "lakhs": (200_000, None),
    "millions": (2_000_000, None),
    "crores": (20_000_000, None),
    "billions": (2_000_000_000, None),
    "several": (3, None),
    "a few": (3, None),
    "a handful": (3, None),
    "a couple": (2, 2),
}
"""(low, high) of a count without a number; "tens of thousands" multiplies both.

Values follow the labelling guideline of the claim finder: "dozens" is at least two dozen,
"tens of thousands" lies between 20,000 and 99,999.
"""

PARTS: Mapping[str, int] = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
"""Denominators; a plural "s" is taken off before the look-up."""
FRACTION_SIGNS: Mapping[str, float] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5,
    "⅗": 3 / 5, "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8,
    "⅞": 7 / 8,
}  # fmt: skip

LOW, MORE, HIGH, LESS, ABOUT = "at least", "more than", "at most", "less than", "about"
EXTRA, NOT_ALL = "extra", "not all"
ABOVE, BELOW = frozenset((LOW, MORE)), frozenset((HIGH, LESS))
"""Kinds of bounds that are the lower end, and the upper one."""

_BY_HOW_MUCH = """just|well|far|much|way|many|slightly|considerably|significantly|substantially
    |a little|a bit|only slightly|only just"""


def _graded(*words: str) -> Iterator[str]:
    """The words, alone and with what says by how much: "well over"."""
    yield from words
    for how, word in product(_BY_HOW_MUCH.split("|"), words):
        yield f"{how.strip()} {word}"


MODIFIERS: Mapping[str, str] = {
    **dict.fromkeys(_graded("more than", "over", "above", "in excess of", "beyond"), MORE),
    **dict.fromkeys(_graded("fewer than", "less than", "under", "below", "short of"), LESS),
    **dict.fromkeys(
        (
            "at least", "at the very least", "no fewer than", "no less than", "not fewer than",
            "not less than", "upwards of", "upward of", "a minimum of", "minimum", "as few as",
            "as little as", "not under", "a good", "≥",
        ),
        LOW,
    ),
    **dict.fromkeys(("exceeding", "north of", "greater than", ">"), MORE),
    **dict.fromkeys(("south of", "<"), LESS),
    **dict.fromkeys(
        (
            "up to", "upto", "as many as", "as much as", "at most", "at the most",
            "at the very most", "no more than", "not more than", "a maximum of", "maximum",
            "as high as", "no greater than", "not over", "≤",
        ),
        HIGH,
    ),
    **dict.fromkeys(
        (
            "about", "around", "roughly", "approximately", "nearly", "almost", "some", "circa",
            "an estimated", "estimated", "close to", "an approximate", "approx", "perhaps",
            "virtually", "an average of", "somewhere around", "in the region of", "c", "ca",
            "in the order of", "on the order of", "close on", "~", "≈", "≃",
        ),
        ABOUT,
    ),
    **dict.fromkeys(
        ("another", "an additional", "additional", "a further", "further", "a total of"), EXTRA
    ),
    **dict.fromkeys(
        (
            "not all", "not all of", "not all the", "not all of the", "not all of its",
            "not all of their", "not every one of the", "not each of the", "not all of those",
            "not all of these",
            "hardly any of the", "barely any of the", "scarcely any of the", "few of the",
            "very few of the",
        ),
        NOT_ALL,
    ),
}  # fmt: skip
"""What stands before a number and bounds it, and how. "a total of" only lengthens the text."""

NEGATIVE_WORDS = word_set("minus negative")
APOSTROPHES = "'’‘ʼ＇′`´"
"""Whatever is put for an apostrophe between thousands (Swiss use)."""
MINUS_SIGNS = "-−–‑﹣－"
"""Hyphens, dashes and signs that stand for minus; the hyphen first, as patterns need it."""

_ENDS = (
    r"(?=[,.;:)”\"]|\Z| (?:were|was|are|have|had|died|dead|killed|injured|wounded|hurt|missing|in"
    r"|on|by"
    r"|when|after)\b)"
)
"""What goes on after a bound that stands behind: a number would be bounded by it instead."""
_OR = (
    "(?:or|or even|or perhaps|or possibly|or maybe|and possibly|and perhaps|and maybe|if not"
    "|maybe|perhaps"
    "|possibly|even)"
)
_APART = r"(?:,? | ?\()"
"""What parts a number from a bound behind it: "40, or more", "40 (or more)"."""
BEHIND: tuple[tuple[str, str], ...] = (
    (
        r"\+(?!\w)|-plus\b| plus\b(?! )| plus(?= (?:people|men|women|children|others|more)\b)"
        r"|-(?:odd|some|something)\b| odd\b(?= [a-z])",
        LOW,
    ),
    (rf"{_APART}{_OR} (?:more|over|above|upwards?|greater|higher)\b(?! than)\)?", LOW),
    (r",? and (?:counting|up|upwards?)\b(?! to\b)", LOW),
    (rf"{_APART}{_OR} (?:fewer|less|under|below|lower)\b(?! than)\)?", HIGH),
    (r", if that\b(?! )", HIGH),
    (r",? or (?:so|thereabouts)\b|-ish\b", ABOUT),
    (rf",? (?:at (?:the )?(?:very )?least|(?:as an? (?:absolute )?|at )?minimum|upwards?"
     rf"|plus)\b{_ENDS}", LOW),
    (rf",? (?:at (?:the )?(?:very )?most|at best|tops|(?:as an? (?:absolute )?|at )?maximum"
     rf"|max)\b{_ENDS}", HIGH),
)  # fmt: skip
"""(pattern, how it bounds) of what stands right behind a number, or behind its noun."""

BUT = (
    r"(?:but|except(?:ing)?(?: for)?|save(?: for)?|bar|barring|apart from|other than|minus"
    r"|with the (?:sole |only )?exceptions? of)"
)
"""What takes the number after it from a whole that stands before it: "all 37 men but three"."""
ALL_BUT = (
    rf"(?:all|every one|everyone|everybody|each)(?: of them| aboard| on board| inside| there"
    rf"| present)?,? {BUT}"
)
"""What takes the number after it from a whole: "all but three of the 37"."""
_THE = "(?:the|its|his|her|their|these|those)"
ALL_OF = rf"\b(?:all|every one)(?: of)?(?: {_THE})?"
"""What says of a number that it is the whole."""
NOT_ONE = (
    r"(?:not (?:even )?(?:(?:a|one) single|one(?! (?:but|to|for|who|that|another)\b))|nary an?"
    r"|neither(?= (?!of|nor|side|party)[a-z]+ (?:was|were|is|has|had|died|suffered)\b))"
)
"""What says that there is none of the noun after it."""
NONE_OF = (
    rf"(?:(?:{NOT_ONE}(?: one)?|none|neither|not any|not either) of {_THE}"
    rf"|neither {_THE}|neither [^.;:,]{{2,40}} nor(?: {_THE})?)"
)
"""What says that there is none of the number after it."""
