"""Figures of the claim against figures of the passage."""

import re
from collections.abc import Iterator
from datetime import date

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import compatible, equal, low_of, number_of
from workbench.core.compare.counted_apart import counted_apart
from workbench.core.compare.measures import dimension, in_unit_of, is_money
from workbench.core.compare.place_reasons import another_predicate
from workbench.core.compare.reasons import AGAINST, APART, FOR, NOTE, Pair, Reason
from workbench.core.compare.synonyms import meaning
from workbench.core.compare.toll_slots import (
    CASUALTIES,
    FALLING,
    TOLLS,
    no_casualties,
    nobody_hurt,
    of_a_group,
)
from workbench.core.lexicon.en.number_words import SCALES
from workbench.core.lexicon.en.unit_names import CURRENCIES, UNITS
from workbench.core.reading.model import Figure
from workbench.core.reading.terms import fold_word, stem

LATER = 45
"""Days within which a later report's higher toll is a revision of the same event's."""

TELLING = 100
"""Numbers from which two sides seldom share one by chance."""
OTHERS_OF_ONE = 0.65
"""Share of the claim's content in the passage from which "with two others" and "and four others"
are beside one and the same."""
UNNAMED = 0.35
"""Share of one side's content on the other side from which two measures in one unit, of
which a side does not say what they measure, are taken to measure one thing."""

_MEASURING = frozenset(
    meaning(stem(word))
    for name in (*UNITS, *CURRENCIES, *SCALES)
    for word in name.split()
    if word.isalpha()
)
_PARTIAL = re.compile(
    r"\b(?:(?:an)?others?|else)\b|\b(?:additional|further|including|among|whom|them|extra)\b"
    r"|(?<!or )(?<!no )(?<!once )\bmore\b(?! than)",
    re.IGNORECASE,
)
"""Words around a figure by which it is a part of some whole, or comes on top."""
_ALL_BUT = re.compile(r"(?:all|every\w*|each)(?: \w+){0,2} (?:but|except|save)\b", re.IGNORECASE)
"""A figure that is what is left of a whole: "all but four of the 20"."""
_PART = re.compile(
    r"[\w,-]{1,20} (?:\w{1,15} )?(?:of (?:the|his|her|their|its|our|those|these|them|whom"
    r"|\w{1,30}['’]s)\b)",
    re.IGNORECASE,
)
"""How a figure goes on that is a part: "four of the five"."""


def figure_reasons(pair: Pair) -> list[Reason]:
    """What the figures of both sides say to each other, thing by thing."""
    reasons: list[Reason] = []
    both = bool(pair.claim.figures and pair.passage.figures)
    if both and counted_apart(pair):
        return [Reason("counted apart", "each side counts another thing", APART, 1.5)]
    if both and (rest := _all_but_and_part(pair)):
        return [_exclude(*rest)]
    passage = [f for f in pair.passage.figures if not f.incidental]
    for figure in pair.claim.figures:
        if figure.incidental:
            reasons += [_best(pair, figure, [f]) for f in passage if small_beside(figure, f)]
            reasons += [
                _best(pair, figure, [f])
                for f in pair.passage.figures
                if f.incidental
                and _others(figure, f)
                and (same_thing(figure, f) or pair.covered >= OTHERS_OF_ONE)
            ]
            continue
        same = [in_unit_of(o, figure) for o in passage if same_thing(figure, o)]
        same += [f for f in pair.passage.figures if not same and small_beside(f, figure)]
        unnamed = [
            in_unit_of(o, figure)
            for o in passage
            if not same and same_measure(figure, o) and not _other_end(pair, figure, o)
        ]
        if same:
            reasons.append(_best(pair, figure, same))
        elif unnamed and (said := another_predicate(pair)):
            text = f"the measures are of different things: “{said[0]}”, “{said[1]}”"
            reasons.append(Reason("numbers of different things", text, APART, 2.0))
        elif unnamed and _one_topic(pair):
            reasons.append(_best(pair, figure, unnamed))
        elif other := next((f for f in passage if _other_currency(figure, f)), None):
            text = f"another currency: {figure.text}, {other.text}"
            reasons.append(Reason("another currency", text, AGAINST, 1.2))
        elif other := next((f for f in passage if _equal_of_another(figure, f)), None):
            reasons.append(_another_thing(figure, other))
    return [*reasons, *_nobody(pair), *_others_beside(pair, reasons)]


def _all_but_and_part(pair: Pair) -> tuple[Figure, Figure] | None:
    """ "All but two of the 45" against "two of the 45": what is left against what is not."""
    for one, other in ((pair.claim, pair.passage), (pair.passage, pair.claim)):
        for figure in one.figures if "ll " in one.quote else ():
            if not _ALL_BUT.match(figure.text):
                continue
            for part in other.figures:
                if not _PART.match(part.text) or _ALL_BUT.match(part.text):
                    continue
                if same_thing(figure, part) and not compatible(figure, part):
                    return (figure, part) if one is pair.claim else (part, figure)
    return None


def _exclude(figure: Figure, other: Figure) -> Reason:
    text = f"{_digits(figure)} ≠ {_digits(other)} {figure.of}".rstrip()
    return Reason("figures exclude each other", text, AGAINST, 2.2)


def small_beside(small: Figure, figure: Figure) -> bool:
    """Whether a small count, which says little by itself, counts what another one counts."""
    return (
        small.incidental
        and bool(small.of)
        and small.of == figure.of
        and figure.of not in TOLLS
        and small.rule == figure.rule == "count"
    )


def _one_person(figure: Figure) -> bool:
    """Whether a figure is somebody: "a 22-year-old man" is no count of people."""
    return number_of(figure) == 1 and figure.text[:2].lower() in {"a ", "an"}


def _others(one: Figure, other: Figure) -> bool:
    """Whether both count the others beside somebody: "and four other men"."""
    return all(re.search(r"\bothers?\b", figure.text) for figure in (one, other))


def telling_number(pair: Pair) -> bool:
    """Whether both sides give one number, of a hundred or more, for the same thing: "more than
    13,000 killed" and "an estimated 13,000 deaths" are of one matter in whatever words."""
    return any(
        number_of(one) >= TELLING and equal(one, other) and same_thing(one, other)
        for one in pair.claim.figures
        for other in pair.passage.figures
    )


def _others_beside(pair: Pair, found: list[Reason]) -> Iterator[Reason]:
    """ "With two others" against "and four others", in nearly the same words, whatever befell
    them: they are beside one and the same."""
    if pair.covered < OTHERS_OF_ONE or any(r.rule == "figures exclude each other" for r in found):
        return
    for one in pair.claim.figures:
        for other in pair.passage.figures:
            if _others(one, other) and not compatible(one, other):
                yield _exclude(one, other)
                return


def _nobody(pair: Pair) -> Iterator[Reason]:
    """ "No casualties" on one side against people killed or wounded on the other, and
    "no one was hurt" against people killed."""
    for one, other in ((pair.claim, pair.passage), (pair.passage, pair.claim)):
        none = next((f for f in one.figures if no_casualties(f) or nobody_hurt(f)), None)
        if (
            none is None
            or is_partial(one, none)
            or any(f.low for f in one.figures if f.of in TOLLS)
        ):
            continue
        befell = {"killed"} if none.of == "wounded" else CASUALTIES
        some = next(
            (f for f in other.figures if f.of in befell and f.low and not is_partial(other, f)),
            None,
        )
        if some:
            text = f"{none.text} ≠ {_digits(some)} {some.of}"
            yield Reason("figures exclude each other", text, AGAINST, 2.2)


def same_thing(one: Figure, other: Figure) -> bool:
    """Whether two figures count the same thing in the same unit."""
    if bool(_percent(one)) != bool(_percent(other)):
        return False
    if one.unit and other.unit and dimension(one) != dimension(other):
        return False
    if one.of in TOLLS or other.of in TOLLS:
        return one.of == other.of
    return bool(_thing(one) & _thing(other)) if one.of and other.of else False


def _one_topic(pair: Pair) -> bool:
    """Whether the sides share enough beside the words of numbers and units."""
    one, other = (side.content - _MEASURING for side in (pair.claim_words, pair.passage_words))
    return len(one & other) >= UNNAMED * max(1, min(len(one), len(other)))


def same_measure(one: Figure, other: Figure) -> bool:
    """Whether two figures are in units of one kind, and a side does not say of what."""
    named = one.of and other.of
    return bool(one.unit) and not named and dimension(one) == dimension(other)


_FROM = re.compile(r"[\w,-]{0,20} (?:[a-z-]{1,20} ){0,4}(?:of|from|to) (?:the )?([A-Z]\w{1,30})")
"""A measure with the place that it is measured from: "65 miles east of Orlem"."""


def _other_end(pair: Pair, one: Figure, other: Figure) -> bool:
    """Whether two measures are taken from different places."""
    ends = [
        _FROM.match(side.quote, max(0, figure.end - side.start))
        for side, figure in ((pair.claim, one), (pair.passage, other))
    ]
    return all(ends) and len({end[1] for end in ends if end}) == 2


def _other_currency(one: Figure, other: Figure) -> bool:
    return is_money(one) and is_money(other) and one.unit != other.unit and equal(one, other)


def _percent(figure: Figure) -> bool:
    return "%" in figure.unit or "percent" in figure.unit


def _thing(figure: Figure) -> frozenset[str]:
    return frozenset(meaning(stem(fold_word(word))) for word in figure.of.split()[-1:])


def revision(pair: Pair, figure: Figure, other: Figure) -> bool:
    """Whether the later of two dated reports gives the higher toll (of the missing, the lower)."""
    first, second = pair.claim.published, pair.passage.published
    if figure.of not in TOLLS or first is None or second is None or first == second:
        return False
    later_is_higher = (second > first) == (low_of(other) > low_of(figure))
    return later_is_higher == (figure.of not in FALLING) and days_apart(first, second) <= LATER


def days_apart(one: date, other: date) -> int:
    """Days between two dates."""
    return abs((one - other).days)


def _best(pair: Pair, figure: Figure, others: list[Figure]) -> Reason:
    """The closest of the passage's figures for the same thing decides."""
    for other in others:
        if figure.low == other.low and figure.high == other.high:
            return Reason("same figure", f"{figure.text} = {other.text}", FOR, 2.0)
    for other in others:
        if compatible(figure, other):
            text = f"{_said(figure)} ≈ {_said(other)}"
            return Reason("compatible figures", text, FOR, 1.6)
    part = is_partial(pair.claim, figure)
    alike = [other for other in others if is_partial(pair.passage, other) == part] or others
    nearest = min(alike, key=lambda other: abs(number_of(other) - number_of(figure)))
    return _differing(pair, figure, nearest, part)


def _differing(pair: Pair, figure: Figure, nearest: Figure, part: bool) -> Reason:
    """Two figures of one thing that cannot be one number: a contradiction, or explained."""
    if revision(pair, figure, nearest):
        text = f"same event, later toll: {_said(figure)}, then {_said(nearest)}"
        return Reason("later toll", text, NOTE, 0.0)
    if _one_person(figure) != _one_person(nearest):
        return Reason("one person", "one side tells of one person only", NOTE, 0.0)
    what = figure.of or ("" if _percent(figure) else figure.unit)
    text = f"{_digits(figure)} ≠ {_digits(nearest)} {what}".rstrip()
    parts = _adds_up(pair.claim, nearest) or _adds_up(pair.passage, figure)
    if of_a_group(figure, nearest):
        few = min(figure, nearest, key=number_of)
        return Reason("toll of a group", f"{text}, but {few.text} are not everybody", APART, 1.2)
    if parts or is_partial(pair.passage, nearest) != part:
        return Reason("part of a figure", f"{text}, but one may be part of the other", NOTE, 0.0)
    return Reason("figures exclude each other", text, AGAINST, 2.2)


def _equal_of_another(one: Figure, other: Figure) -> bool:
    return bool(one.of and other.of) and equal(one, other)


def _another_thing(figure: Figure, other: Figure) -> Reason:
    text = f"same number of another thing: {_said(figure)}, {_said(other)}"
    return Reason("same number of another thing", text, APART, 0.5)


def is_partial(side: Bearing, figure: Figure) -> bool:
    """Whether words around a figure say that it is a part of some whole, or comes on top."""
    if _ALL_BUT.match(figure.text):
        return True
    start = figure.start - side.start
    around = side.quote[max(0, start - 25) : start + len(figure.text) + 15]
    return bool(_PARTIAL.search(around) or _PART.match(side.quote, max(0, start)))


def _adds_up(side: Bearing, whole: Figure) -> bool:
    """Whether a side gives parts that add up to a whole: "four shot and one cut" are five."""
    parts = [number_of(f) for f in side.figures if f.of == whole.of and f.unit == whole.unit]
    return len(parts) > 1 and sum(parts) == number_of(whole)


def _said(figure: Figure) -> str:
    return (
        figure.text
        if figure.of and figure.of in figure.text
        else f"{figure.text} {figure.of}".strip()
    )


def _digits(figure: Figure) -> str:
    low, high = figure.low, figure.high
    sign = "%" if _percent(figure) else ""
    if low is not None and high is not None:
        return f"{_plain(low)}{sign}" if low == high else f"{_plain(low)}–{_plain(high)}{sign}"
    return (
        f"at least {_plain(low)}{sign}" if low is not None else f"at most {_plain(high or 0)}{sign}"
    )


def _plain(value: float) -> str:
    """A number in digits with thousands apart, at most three of them after the point."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.3f}".rstrip("0")
