"""Words of English number expressions: the tables behind `numbers`.

Values of vague counts follow the labelling guideline of the claim finder:
"dozens" is at least two dozen, "tens of thousands" lies between 20,000 and
99,999. An open end is None.
"""

from collections.abc import Mapping

from workbench.core.lexicon.listing import word_list

Bound = int | float | None

ONES: Mapping[str, int] = {
    word: value
    for value, word in enumerate(
        word_list(
            """
    zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen
    """
        )
    )
}
TENS: Mapping[str, int] = {
    word: 10 * (value + 2)
    for value, word in enumerate(
        word_list(
            """
    twenty thirty forty fifty sixty seventy eighty ninety
    """
        )
    )
}
SCALES: Mapping[str, int] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
SHORT_SCALES: Mapping[str, int] = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "b": 1_000_000_000,
    "bn": 1_000_000_000,
    "bln": 1_000_000_000,
    "tn": 1_000_000_000_000,
    "trn": 1_000_000_000_000,
}

VAGUE: Mapping[str, tuple[int, int | None]] = {
    "tens": (20, 99),
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, 999),
    "thousands": (2_000, None),
    "lakhs": (200_000, None),
    "millions": (2_000_000, None),
    "billions": (2_000_000_000, None),
    "several": (3, None),
    "a few": (3, None),
    "a handful": (3, None),
}
"""(low, high) of a count without a number; "tens of thousands" multiplies both."""

PARTS: Mapping[str, int] = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
"""Denominators; a plural "s" is taken off before the look-up."""

LOW, HIGH, ABOUT, EXTRA = "low", "high", "about", "extra"

MODIFIERS: Mapping[str, str] = {
    **dict.fromkeys(
        (
            "at least", "more than", "over", "above", "no fewer than", "no less than",
            "not fewer than", "not less than", "well over", "upwards of", "upward of",
            "in excess of", "a minimum of", "greater than", "exceeding", "as few as",
            "as little as", "north of", "beyond", "much more than", "far more than", "just over",
            "slightly more than", "a little over", "a little more than", "just above",
        ),
        LOW,
    ),
    **dict.fromkeys(
        (
            "up to", "as many as", "as much as", "at most", "no more than", "not more than",
            "fewer than", "less than", "under", "below", "a maximum of", "just under",
            "slightly less than", "well under", "far fewer than", "as high as",
        ),
        HIGH,
    ),
    **dict.fromkeys(
        (
            "about", "around", "roughly", "approximately", "nearly", "almost", "some", "circa",
            "an estimated", "estimated", "close to", "an approximate", "approx", "approx.",
            "perhaps", "virtually", "an average of", "somewhere around", "~",
        ),
        ABOUT,
    ),
    **dict.fromkeys(
        ("another", "an additional", "additional", "a further", "a total of"), EXTRA
    ),
}  # fmt: skip
"""What stands before a number and bounds it, and how. "a total of" only lengthens the text."""
