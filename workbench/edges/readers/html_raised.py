"""What is raised or lowered beside the words: notes' marks, exponents, fractions, ordinals.

A mark that leads to a note is no part of the number or the sentence that it stands at:
"12" with a raised 3 behind it is twelve. Everything else that is raised is part of what
it stands at, and is written so that it reads as it looks: "km²", "10⁻³", "2½", "3rd".
"""

import re
import unicodedata
from dataclasses import dataclass

SUPERSCRIPTS = str.maketrans("0123456789+-−–=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿ")
SUBSCRIPTS = str.maketrans("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎")

VULGAR = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in (*range(0xBC, 0xBF), *range(0x2150, 0x215F), 0x2189)
}
"""Fractions that have a character of their own, by their digits and U+2044: "1⁄2" → "½"."""

UNITS = "[kcdmµμn]?m|mi|ft|in|yds?|miles?|inch|feet|foot|metres?|meters?|s|sec"
"""Units of which squares, cubes and inverses are written with an exponent."""

_FRACTION = re.compile(r"(\d{1,4})\s?[/⁄∕]\s?(\d{1,4})")
_BRACKETED = re.compile(r"[\[(【].{0,60}[\])】]", re.DOTALL)
_SYMBOLS = re.compile(r"[*∗⁎†‡§¶‖#※↩↑^︎️⤴]+(?:\s?,?\s?[*∗⁎†‡§¶‖#※])*")
_NUMBERS = re.compile(r"\d{1,3}\)?(?:\s?[,;&–-]\s?\d{1,3}){0,9}")
_LABEL = re.compile(r"(?:notes?|nb|n|fn|ref|footnotes?)\.?\s?\d{1,3}", re.IGNORECASE)
_LETTERS = re.compile(r"[a-z](?:\s?,\s?[a-z]){0,5}|i{1,3}|i?vi{0,3}|i?x|xi{0,2}")
_SIGNED = re.compile(r"[-−–]\s?\d{1,3}|\d{0,2}[+−-]")
_POWER = re.compile(r"[-−–+]?\d{1,3}|n")

_AFTER_UNIT = re.compile(rf"(?:^|[\d\s(/·⋅*])(?:{UNITS})$")
_AFTER_BASE = re.compile(r"(?:[×x*·⋅]\s{0,2}|(?<![\d.,]))10$")
_AFTER_VARIABLE = re.compile(r"(?:^|[\s(=+−/×-])(?:mc|[b-hj-zB-HJ-Zπ])$")
_ISOTOPE = re.compile(r"(?:^|[\s(])$")
_NUCLIDE = re.compile(r"[A-Z][a-z]?(?![a-z])")
_DEGREES = re.compile(r"\s?[CF]\b")
_ABBREVIATED = re.compile(r"\b[NnMDSWJ]$")


@dataclass(frozen=True, slots=True)
class Raised:
    """Something raised, with up to some dozen characters of what stands on either side.

    `linked` says that it leads to a place on the page or is marked up as a note.
    """

    text: str
    before: str
    after: str
    linked: bool = False


def fraction(above: str, below: str, before: str = "") -> str:
    """A fraction as text: "½" where it has a character, else "3/16", apart from a digit."""
    digits = f"{int(above)}⁄{int(below)}"
    written = VULGAR.get(digits) or digits.replace("⁄", "/")
    return f" {written}" if written not in VULGAR.values() and before[-1:].isdigit() else written


def raised_text(it: Raised) -> str:
    """What a raised piece of text reads as; "" for the mark of a note.

    >>> raised_text(Raised("3", "At least 12", " people"))
    ''
    >>> raised_text(Raised("2", "40 km", " near Alder"))
    '²'
    """
    text = " ".join(it.text.split())
    if (parts := _FRACTION.fullmatch(text)) and not it.linked:
        return fraction(parts[1], parts[2], it.before)
    if text in VULGAR.values():
        return text
    if _is_degree(text, it):
        return "°"
    if is_mark(text, it):
        return _gap(it)
    if _POWER.fullmatch(text) or _SIGNED.fullmatch(text):
        return text if text in {"+", "-", "−"} else text.translate(SUPERSCRIPTS)
    return {"TM": "™", "SM": "℠"}.get(text, text)


def lowered_text(text: str, before: str) -> str:
    """What a lowered piece of text reads as: "CO2"; apart from a number that it stands at."""
    return text.translate(SUBSCRIPTS) if before[-1:].isdigit() else text


def is_mark(text: str, it: Raised) -> bool:
    """Whether a raised piece of text is the mark of a note."""
    if not text or text in {",", ";", ", ", "–"}:  # what stands between two marks
        return True
    if _BRACKETED.fullmatch(text) or _SYMBOLS.fullmatch(text) or _LABEL.fullmatch(text):
        return True
    if _NUMBERS.fullmatch(text):
        return it.linked or not _is_exponent(text, it)
    if _LETTERS.fullmatch(text):
        return it.linked or not _ends_a_word(it)
    return it.linked and len(text) <= 3


def _is_exponent(text: str, it: Raised) -> bool:
    if not _POWER.fullmatch(text):
        return False
    if _AFTER_BASE.search(it.before) and text not in {"1", "2"}:
        return True
    if _ISOTOPE.search(it.before) and _NUCLIDE.match(it.after) and len(text) > 1:
        return True
    small = text in {"2", "3", "4"}
    return small and bool(_AFTER_UNIT.search(it.before) or _AFTER_VARIABLE.search(it.before))


def _ends_a_word(it: Raised) -> bool:
    """Whether a raised letter belongs to a word: "Mᶜ" before "Donald", "Nᵒ", "Dʳ"."""
    return bool(_ABBREVIATED.search(it.before)) or (
        it.before[-1:].isalpha() and it.after[:1].isalpha()
    )


def _is_degree(text: str, it: Raised) -> bool:
    return (
        text in {"o", "0", "°", "º"}
        and it.before[-1:].isdigit()
        and (text == "°" or bool(_DEGREES.match(it.after)))
    )


def _gap(it: Raised) -> str:
    """A blank where a mark was all that kept two sentences apart."""
    closed = it.before.rstrip("”’\"')»")[-1:] in {".", "!", "?", "…"}
    return " " if closed and it.after[:1].isalpha() else ""
