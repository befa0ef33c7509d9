"""Tolls that two reports of one event state, against each other.

What is compared is the count that each article stands by, never a pair of sentences: a victim
described, counts of a charge and some of the victims are no toll. A higher count on a later day is
a revision, not a contradiction; a lower one is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from workbench.core.compare.bearings import Bearing
from workbench.core.compare.bounds import compatible, number_of
from workbench.core.compare.toll_slots import FALLING, of_a_group
from workbench.core.events.other_names import names_replaced
from workbench.core.lexicon.en.causes import CAUSES
from workbench.core.lexicon.en.number_words import ONES
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.figures import is_stated
from workbench.core.reading.model import Figure
from workbench.core.reading.named_places import places_in
from workbench.core.reading.terms import fold_word, keys, state_of, words
from workbench.core.reading.tokens import tokens_of
from workbench.core.reading.toll_signs import tells_of_suicide

SURENESS = {"killed": 0.95, "missing": 0.85, "wounded": 0.85}
"""How often the toll that an article states is read right, by what is counted, on the
development half of labelled reports; of other things less is known."""
OTHERS = 0.7
COMING_AND_GOING = frozenset({"arrested", "captured", "kidnapped"})
"""People of whom an event has more than one group, at more than one time."""
MOST_TIMES = 10.0
"""Times that one toll may exceed another: beyond, one of them is of something larger, such as a
war, or was read wrong."""
FEWEST = 2
"""The higher of two tolls at the least: one person is described more often than counted."""
FAR_APART = 2.0
"""Times that one toll exceeds another from which the passages have to be alike: of tolls of one
shooting that differ, one in twenty is as far apart; of two attacks of one war, half are."""
ALIKE = 0.5
"""How alike they have to be then, 0–1."""
FIGHTERS = word_set(
    """fighter fighters militant militants jihadist jihadists rebel rebels soldier soldiers troop
    troops insurgent insurgents terrorist terrorists gunman gunmen combatant combatants members
    policeman policemen"""
)
"""Who fights: a toll of them is no toll of people or of civilians."""
SETTLED = 4
"""Days after an event from which a report gives its final count: another one then is no revision.
Of labelled shootings whose count changed in such a time, none had one more victim die."""
APART = 21
"""Days between two reports that name no day in common from which they tell of two events."""
ONE_DAY = 1
"""Days that the day of one event may differ by in two reports: night and morning after."""

BADLY, BESIDE = re.compile(r"\b(?:critical|serious|severe|grave|bad)(?:ly)?\b"), 60
"""How badly people are hurt, within so many characters from where their count begins."""
RECKONED, IN_HEADLINE = "reckoned", "in the headline"
"""Rules of tolls that their passage does not state: it gives them, "five shot, one of them
fatally", or only the headline of its article does."""
NOT_IN_WORDS = frozenset({RECKONED, IN_HEADLINE})

Clash = tuple[Bearing, Bearing, str, str, str, float, str]


def toll_conflicts(
    ones: Sequence[Bearing], others: Sequence[Bearing], killer_died: bool = False
) -> Iterator[Clash]:
    """(side, other side, what is counted, its value, the other's, how sure 0–1, why).

    `killer_died` says that either report has the killer die, too: one paper counts him.
    """
    dead = {_number(side) for side in (*ones, *others) if side.figures[0].of == "killed"}
    for one in ones:
        for other in others:
            a, b = one.figures[0], other.figures[0]
            if (
                a.of == b.of
                and _may_differ(a, b, dead)
                and not (
                    killer_died and a.of == "killed" and abs(_number(one) - _number(other)) == 1
                )
                and not any(map(is_of_some, (one, other)))
                and not _revised(one, other)
                and one_occasion(one, other)
                and _by_state(one) == _by_state(other)
            ):
                why = f"{a.of}: {_told(one)} against {_told(other)}"
                yield one, other, a.of, value_of(a), value_of(b), SURENESS.get(a.of, OTHERS), why


def tells_of_dead_killer(side: Bearing) -> bool:
    """Whether a passage says that a killer is dead, too, by his own hand or another's."""
    return bool(_DEAD_KILLER.search(side.quote)) or tells_of_suicide(side.quote)


_KILLER = r"(?:gunman|gunmen|shooter|suspect|suspects|attackers?|assailants?|killer|bombers?)"
_DEAD_KILLER = re.compile(
    rf"\b(?:including|and|with|plus) (?:the |a |an |one |two )?(?:\w+ )?{_KILLER}\b"
    rf"|\b{_KILLER} (?:\w+ ){{0,2}}(?:dead|died|dies|killed|shot (?:dead|and killed|to death))\b"
    rf"|\b(?:killed|shot dead|shot and killed) (?:the|a) (?:\w+ )?{_KILLER}\b"
    r"|\bsuicide\b|\b(?:shot|killed|hanged) (?:and killed )?(?:him|her)self\b"
    r"|\bgun on (?:him|her)self\b|\btook (?:his|her) own life\b|\b(?:killed|shot) by police\b",
    re.IGNORECASE,
)


def value_of(figure: Figure) -> str:
    """A toll as a row shows it: "17", "at least 40", "up to 12"."""
    if figure.low is None:
        return f"up to {figure.high:,}"
    if figure.high is None:
        return f"at least {figure.low:,}"
    return f"{figure.low:,}" if figure.low == figure.high else f"{figure.low:,}–{figure.high:,}"


def _told(side: Bearing) -> str:
    """A toll as reasons give it, with the headline where only that states it."""
    said = value_of(side.figures[0])
    return f"{said} (“{side.title}”)" if side.figures[0].rule == IN_HEADLINE else said


def _number(side: Bearing) -> float:
    return number_of(side.figures[0])


def _may_differ(one: Figure, other: Figure, dead: set[float]) -> bool:
    """Whether two tolls are counts of the same people that cannot both hold."""
    low, high = sorted((number_of(one), number_of(other)))
    return (
        one.of not in COMING_AND_GOING
        and all(f.rule in NOT_IN_WORDS or is_stated(f) for f in (one, other))
        and high >= FEWEST
        and high <= MOST_TIMES * max(low, 1.0)
        and not compatible(one, other)
        and not of_a_group(one, other)
        and _of_fighters(one) == _of_fighters(other)
        and not _dead_among_shot(one, other, high - low in dead)
    )


def _dead_among_shot(one: Figure, other: Figure, by_the_dead: bool) -> bool:
    """Whether the higher of two counts of the hurt may hold the dead, who are among the shot; where
    they were taken off one of them already it does not."""
    return one.of == "wounded" and by_the_dead and RECKONED not in {one.rule, other.rule}


_BESIDES = re.compile(
    r"(?:\b(?:(?:an)?others?|else|additional|further|extra|including|among|whom|more(?! than))\b"
    r"[^.,;]{0,12}|[,(–—] ?)$",
    re.IGNORECASE,
)
"""What stands before a count of some: "including 4", and before "three of them", of a whole that
was just given."""
_OF_A_WHOLE = re.compile(
    r"[\w,-]{1,20} (?:\w{1,15} )?(?:others?\b|more\b(?! than)|of whom\b"
    r"|of (?:the|his|her|their|its|our|those|these|\w{1,30}['’]s) (?:\w+ )?"
    rf"(?:dead|victims?|killed|injured|wounded|casualties|bodies|deaths|\d+|{'|'.join(ONES)})\b)",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"[\w,-]{1,20} (?:\w{1,15} )?of them\b", re.IGNORECASE)


def is_of_some(side: Bearing) -> bool:
    """Whether the first figure of a passage counts some of the dead or hurt, or those beside
    others: "four others", "two of the dead", and not "police fired at miners and killed eight of
    them"."""
    figure = side.figures[0]
    if figure.rule in NOT_IN_WORDS:
        return False
    at = max(0, figure.start - side.start)
    before = _BESIDES.search(side.quote[max(0, at - 25) : at])
    if _OF_A_WHOLE.match(side.quote, at):
        return True
    if before and before[0].strip(" ,(–—"):
        return True
    return bool(before and _OF_THEM.match(side.quote, at))


def _by_state(side: Bearing) -> bool:
    """Whether only those are counted who are badly hurt: "two people were critically wounded"."""
    figure = side.figures[0]
    after = side.quote[max(0, figure.start - side.start) :][:BESIDE]
    return figure.of == "wounded" and bool(BADLY.search(after))


def _of_fighters(figure: Figure) -> bool:
    return not FIGHTERS.isdisjoint(fold_word(figure.text).split())


def _revised(one: Bearing, other: Bearing) -> bool:
    """Whether the report of a later day only brings the toll up to date."""
    if one.published is None or other.published is None or one.published == other.published:
        return False
    if all(map(_is_settled, (one, other))) or 0 in map(_number, (one, other)):
        return False  # a final count, or nobody at all
    grew = _number(one) >= _number(other)
    if one.published < other.published:
        grew = not grew
    return not grew if one.figures[0].of in FALLING else grew


def _is_settled(side: Bearing) -> bool:
    """Whether a passage names the day of what it counts, SETTLED days or more before its report."""
    if side.published is None:
        return False
    before = [day for day in _days(side) if day < side.published]
    return bool(before) and (side.published - max(before)).days >= SETTLED


def one_occasion(one: Bearing, other: Bearing) -> bool:
    """Whether two passages, with the titles of their articles, may be of one occasion.

    In a war there are many in a day: where both name days, places or causes, one of each has
    to be the same.
    """
    if any(pattern.search(s.quote) for pattern in OF_SEVERAL for s in (one, other)):
        return False
    days, others = _days(one), _days(other)
    named = bool(days & others)
    if not named and _days_apart(one, other) > APART:
        return False
    if days and others and min(abs((a - b).days) for a in days for b in others) > ONE_DAY:
        return False
    if _times(one.figures[0], other.figures[0]) > FAR_APART and _likeness(one, other) < ALIKE:
        return False
    if names_replaced(one, other):
        return False
    return _one_place(one, other) and _agree(_causes(one), _causes(other))


def _times(one: Figure, other: Figure) -> float:
    """How many times one toll is the other, where their bounds come nearest."""
    low, high = sorted((one, other), key=number_of)
    return number_of(high) / max(low.high or number_of(low), 1.0)


def _one_place(one: Bearing, other: Bearing) -> bool:
    """Whether two passages name a place in common; where one names none, their titles have to."""
    if _places(one) & _places(other):
        return True
    titles = (_keys_of(places_in(side.title)) for side in (one, other))
    return _agree(_places(one), _places(other)) and _agree(*titles)


def _days_apart(one: Bearing, other: Bearing) -> int:
    """Days between two publications; 0 where one is not known."""
    return abs((one.published - other.published).days) if one.published and other.published else 0


def _agree(ones: set[str], others: set[str]) -> bool:
    """Whether two sets have something in common, or one of them says nothing."""
    return not ones or not others or not ones.isdisjoint(others)


def _likeness(one: Bearing, other: Bearing) -> float:
    """Share of the shorter passage's index terms that both passages have, 0–1."""
    ours, theirs = set(words(one.quote)), set(words(other.quote))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _causes(side: Bearing) -> set[str]:
    """The groups of what kills or hurts in a passage."""
    said = {token.low for token in tokens_of(side.quote, 0)}
    return {name for name, listed in CAUSES.items() if not said.isdisjoint(listed)}


def _days(side: Bearing) -> set[date]:
    dates = side.reading.dates
    return {d.from_ for d in dates if d.from_ and d.from_ == d.to and not d.vague}


def _places(side: Bearing) -> set[str]:
    """Keys of the names of the places of a passage, or of its title where it names none."""
    return _keys_of(side.reading.places or places_in(side.title))


def _keys_of(places: Iterable[str]) -> set[str]:
    """Keys of places; a country holds others, and tells no town from one in it."""
    return {key for place in places if not state_of(place) for key in keys(place)}


_OCCASIONS = "shootings|attacks|incidents|crashes|fires|raids|strikes|homicides|murders|killings"
FURNITURE = re.compile(r"\bprint tweet\b", re.IGNORECASE)
"""The frame of a page, whose headlines of other stories run into the passage."""
PERIOD = re.compile(
    r"\b(?:(?:this|last|past|previous|recent|every) (?:few |two |three |several )?"
    r"(?:years?|months?|weeks?|decades?)|since (?:\w+ )?\d{4}|so far this|in (?:one|another) attack"
    r"|according to earlier|earlier information|in total since)\b",
    re.IGNORECASE,
)
"""What a count is of that is of a time, or of one of several attacks: "some 2,000 this year"."""
SERIES = re.compile(
    r"\b(?:series|string|spate|rash|wave|flurry|number) of (?:\w+ ){0,2}"
    rf"(?:{_OCCASIONS})\b"
    r"|\b(?:dozens?|several|multiple|separate|unrelated|different|\d+) (?:\w+ ){0,2}"
    rf"(?:{_OCCASIONS})\b"
    r"|\b(?:over|during|throughout|all) (?:the|this|a|last) (?:\w+ )?weekend\b"
    r"|\b(?:violent|bloody|deadly) (?:night|day|weekend|week)\b"
    r"|\bin (?:a|the span of|less than|about)\b.{0,20}\b(?:hours?|days?)(?: span)?\b"
    r"|\bacross the (?:city|country|region|state)\b",
    re.IGNORECASE,
)
"""What a count is of that is of several occasions together: "a series of shootings overnight"."""
OF_SEVERAL = (PERIOD, SERIES, FURNITURE)
