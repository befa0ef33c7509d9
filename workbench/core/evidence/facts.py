"""What may not change unnoticed in a quoted passage: numbers, negation, names, dates.

A coarse comparison for one question only: does a passage that was edited still
state the same facts? It errs on the side of asking a person.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from workbench.core.lexicon.en.number_words import ORDINALS, PARTS
from workbench.core.lexicon.en.time_words import CALENDAR, DAY_WORDS
from workbench.core.lexicon.en.unit_names import CURRENCIES
from workbench.core.reading.numbers.number import Number
from workbench.core.reading.numbers.numbers import numbers_in, values_in
from workbench.core.reading.numbers.units import currency_of, unit_after
from workbench.core.reading.terms import number_term
from workbench.core.text.as_read import as_read
from workbench.core.text.folding import fold

_NEGATIONS = (
    "not no never none neither nor nobody nothing nowhere without cannot hardly "
    "deny denies denied denying reject rejects rejected refuse refuses refused "
    "refute refutes refuted dismiss dismisses dismissed fail fails failed false "
    "untrue unlikely impossible"
)
_FUNCTION_WORDS = (
    "a an the this that these those it its he she they we you i his her their our my "
    "and or but so yet as at by for from in into of on to with under over after before "
    "during since until while when where who which what why how if because although "
    "though there here also still even both each every some many most more all any "
    "is are was were be been has have had will would can could may might must do does "
    "did said says about according earlier later meanwhile however among between"
)

NUMBER_WORDS = frozenset({*ORDINALS, *PARTS, "once", "twice", "double", "triple", "both"})
"""Words of number that are no number by themselves."""
NEGATIONS = frozenset(_NEGATIONS.split())
"""Words that turn a statement into its opposite, or nearly."""
DATE_WORDS = CALENDAR | frozenset(DAY_WORDS)
"""Words that are dates or parts of dates."""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
"""Words whose capital letter at the start of a sentence says nothing."""

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|[.!?:#]")
_SIGNS = {CURRENCIES[sign]: sign for sign in "$€£¥₹₽₴₪"}
_OPPOSED = re.compile(r"[^\W\d_]{2,40}")


@dataclass(frozen=True, slots=True)
class Fact:
    """A word or number of a passage that carries a fact; `kind` says which."""

    kind: str
    value: str


def facts_of(text: str) -> Counter[Fact]:
    """The facts of a passage, each with how often it stands there."""
    text = _plain(text)
    counted = numbers_in(text)
    numbers = [*values_in(text), *(n for n in counted if n.form in {"vague", "fraction"})]
    found = Counter(Fact("number", _value(n)) for n in numbers)
    found.update(_measures(text, numbers))
    found.update(Fact("bound", n.bound) for n in counted if n.bound)
    starting = True
    for word in _WORD.finditer(_without(text, numbers)):
        if word[0] in {".", "!", "?", ":"}:
            starting = True
            continue
        if fact := _fact(word[0], starting):
            found[fact] += 1
        starting = False
    return found


def _value(number: Number) -> str:
    ends = (number.low, number.high)
    return "–".join(dict.fromkeys(number_term(end) for end in ends if end is not None))


def _measures(text: str, numbers: Iterable[Number]) -> Iterator[Fact]:
    """The units and currencies of numbers."""
    for number in numbers:
        unit = unit_after(text, number.end)[1] or currency_of(number.currency)
        if unit:
            yield Fact("unit", _SIGNS.get(unit, unit))


def _without(text: str, numbers: Iterable[Number]) -> str:
    """The text with a sign in place of each number."""
    for number in sorted(numbers, key=lambda n: -n.core):
        text = f"{text[: number.core]}#{text[number.end :]}"
    return text


def _plain(text: str) -> str:
    """The text as it is read, with plain apostrophes and blanks, letter case as it was."""
    return re.sub(r"\s", " ", as_read(text).text.replace("’", "'").replace("‘", "'"))


def _fact(word: str, starting: bool) -> Fact | None:
    low = fold(word).text
    if word[0].isdigit() or low in NUMBER_WORDS:
        return Fact("number", low)
    if low in NEGATIONS or low.endswith("n't"):
        return Fact("negation", "not" if low.endswith("n't") else low)
    if low in DATE_WORDS and (word[0].isupper() or low not in {"may", "march", "mar", "sat"}):
        return Fact("date", low)
    if word[0].isupper() and not (starting and low in FUNCTION_WORDS):
        return Fact("starting name" if starting else "name", low.removesuffix("'s"))
    return None


def difference(old: str, new: str) -> str:
    """Which facts of the old passage are not those of the new one, in words; or empty.

    A word at the start of a sentence counts as a name only if it does not stand in
    the other passage at all, with or without a capital letter.
    """
    was, now = facts_of(old), facts_of(new)
    gone = _settled(was - now, now, new)
    come = _settled(now - was, was, old)
    kinds = sorted({fact.kind for fact in (*gone, *come)})
    parts = []
    for kind in kinds:
        olds = ", ".join(fact.value for fact in gone if fact.kind == kind) or "none"
        news = ", ".join(fact.value for fact in come if fact.kind == kind) or "none"
        parts.append(f"{kind.removeprefix('starting ')}: {olds} → {news}")
    return "; ".join([*parts, *_turned_round(old, new)])


def _turned_round(old: str, new: str) -> Iterator[str]:
    """Words of the old passage in whose place the new one has their opposite."""
    from workbench.core.compare.opposites import kind_of  # noqa: PLC0415 (loads the rules of matching)

    was, now = (Counter(map(str.lower, _OPPOSED.findall(text))) for text in (old, new))
    for one, other in product(was - now, now - was):
        if (one not in now and other not in was) and kind_of(one, other):
            yield f"opposite: {one} → {other}"


def _settled(facts: Counter[Fact], other: Counter[Fact], text: str) -> list[Fact]:
    """The facts that the other passage does not have in another guise."""
    words = {fold(word).text.removesuffix("'s") for word in _WORD.findall(_plain(text))}
    values = {fact.value for fact in other}
    named = {"name", "starting name"}
    return [
        fact
        for fact in facts
        if not (fact.kind == "starting name" and fact.value in words)
        and not (fact.kind in named and fact.value in values)
    ]
