"""The entries of a live page, each with the time at which it was posted.

A live page says many things after each other: nine dead at 22:00, fourteen the next
morning. What an entry is, pages mark up in many ways; common to them is a time of its own
at the head of some text, several times over: boxes that each begin with a time, headings
with a time over what follows, or a list of updates in the page's data (schema.org's
LiveBlogPosting). The time is the one that is stated to machines, else the one shown.
"""

import re
from calendar import isleap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

from workbench.core.lexicon.en.time_words import MONTHS
from workbench.core.text.articles import Part
from workbench.edges.readers.article_fields import plain_value
from workbench.edges.readers.html_inline import INLINE
from workbench.edges.readers.html_lines import Line

FEWEST = 2
"""Entries that make a page a live one."""
MOST_TIMES = 4_000
"""Times that are looked at on a page."""
DEEPEST = 6
"""Elements from a time up to the box of its entry."""
LONGEST_HEAD = 160
"""Characters above the time of an entry: its headline, who wrote it."""
LONGEST_TIME = 40
"""Characters of a time as it is shown."""
FEWEST_LETTERS = 20
"""Letters and digits of a line by which it is found in an update of the page's data."""

_TIMES = XPath(
    "//time | //*[@data-timestamp or @data-utime or @data-time or @data-datetime or "
    "@data-published]"
    " | //*[contains(@itemprop, 'datePublished') or contains(@itemprop, 'dateCreated')]"
    " | //*[self::span or self::abbr or self::a][starts-with(@title, '20')]"
)
_STATED = (
    "datetime",
    "content",
    "data-datetime",
    "data-published",
    "data-timestamp",
    "data-utime",
    "data-time",
    "title",
)
"""Attributes that state a time to machines, best first."""
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|replies|reply|respond|review|related|sidebar|widget|teasers?"
    r"|promo\w*"
    r"|recommend\w*|popular|trending|most-?read|latest|newsletter|nav|menu|footer|cards?"
    r"|tweet)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of boxes with a time that are no entries."""
_OTHER_TAGS = frozenset("nav footer aside figure table".split())  # noqa: SIM905
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}):(\d{2}))?")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})(?:[:.h](\d{2}))?\s?(?:([ap])\.?m\b\.?)?", re.IGNORECASE)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SHOWN_DAY = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({_MONTH})\b|\b({_MONTH})\.?\s(\d{{1,2}})(?:st|nd"
    rf"|rd|th)?(?![\d:]))"
    r"\.?(?:,?\s(\d{4}))?",
    re.IGNORECASE,
)
_ZONE = r"(?:\s?\(?(?:[A-Z]{2,5}|UTC[+-]\d{1,2})\)?)?"
_SHOWN_CLOCK = (
    rf"(?:\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}})?(?:\s?[ap]\.?m\.?)?|\d{{1,2}}\s?[ap]\.?m\.?){_ZONE}"
)
_SHOWN = re.compile(
    rf"\W{{0,3}}(?:(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?"
    rf"(?:{_SHOWN_DAY.pattern}),?\s(?:at\s)?)?{_SHOWN_CLOCK}\W{{0,3}}",
    re.IGNORECASE,
)
"""A time as pages show it, and nothing else: "09:10", "3 Feb 22:00", "9.40 a.m. GMT"."""
_DAY_ALONE = re.compile(
    rf"\W{{0,3}}(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s)?"
    rf"(?:{_SHOWN_DAY.pattern})\W{{0,3}}",
    re.IGNORECASE,
)
_LEAP_YEAR = 2000
_LEADING = re.compile(rf"(?P<shown>{_SHOWN.pattern})(?:[–—-]{{1,2}}|:)\s(?=\S)", re.IGNORECASE)
"""A time that begins the line of its entry: "4 Feb 2022, 14:00 – The lock gave way."."""
_DIGIT = re.compile(r"\d")
_LED = frozenset(("p", "li", "div", "dd"))
_POSTED = re.compile(
    r"\W*(?:(?:first )?(?:posted|published|updated|added|filed|sent|time|by [\w.’' -]{2,40})"
    r"[\s,:|·•–-]{0,4})?(?:(?:on|at)\b)?\W*",
    re.IGNORECASE,
)
"""What may stand before the time of an entry on its line."""
_SHOWING = frozenset("span strong b em i p h2 h3 h4 h5 h6 div dt td a small".split())  # noqa: SIM905
_BESIDE_LETTERS = re.compile(r"[\W_]+")
_STOP = re.compile(r"[.!?…][”’\"')]{0,2}(?:\s|$)")
WORDS_OF_A_SENTENCE = 5
"""Words in front of a full stop that make a sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its `box`, or the `box` that heads it where it goes on behind (`flat`)."""

    box: HtmlElement
    moment: str
    flat: bool = False


@dataclass(frozen=True, slots=True)
class Live:
    """What a live page says when: boxes of its layout, and updates in its data."""

    entries: tuple[Entry, ...] = ()
    updates: tuple[tuple[str, str], ...] = ()
    """(the letters and digits of an update's text, its moment)."""
    boxes: frozenset[HtmlElement] = field(default=frozenset())

    def __bool__(self) -> bool:
        return bool(self.entries or self.updates)


def live_page(
    tree: HtmlElement, postings: Sequence[Mapping[str, Any]], elements: Sequence[HtmlElement]
) -> Live:
    """The entries of a page; none where it is no live page.

    `postings` are the articles in the page's data, `elements` all of its elements.
    """
    updates = tuple(update for posting in postings for update in _updates(posting))
    entries = tuple(_entries(tree, elements))
    if len(entries) + len(updates) < FEWEST:
        return Live()
    return Live(entries, updates, frozenset(entry.box for entry in entries))


# -- in the page's data -------------------------------------------------------------


def _updates(posting: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    listed = posting.get("liveBlogUpdate")
    for update in (listed if isinstance(listed, list) else [listed])[:MOST_TIMES]:
        if not isinstance(update, Mapping):
            continue
        stated = plain_value(update.get("datePublished") or update.get("dateCreated"))
        said = plain_value(update.get("headline")) + plain_value(update.get("articleBody"))
        letters = compact(said)
        if letters and (moment := moment_stated(stated)):
            yield letters, moment


# -- in its layout ------------------------------------------------------------------


def _entries(tree: HtmlElement, elements: Sequence[HtmlElement]) -> Iterator[Entry]:
    """Boxes, or heads, of the same kind under one element that each begin with a time."""
    times = list(islice(_TIMES(tree), MOST_TIMES)) + _shown_times(elements)
    groups: dict[tuple[HtmlElement, str], dict[HtmlElement, HtmlElement]] = defaultdict(dict)
    for time in times:
        for box in _boxes_of(time):
            groups[box.getparent(), box.tag].setdefault(box, time)
    taken: set[HtmlElement] = set()
    for group in groups.values():
        entries = [e for box, time in group.items() if (e := _entry(box, time)) is not None]
        inside = any(a in taken for e in entries for a in islice(e.box.iterancestors(), DEEPEST))
        if len({e.moment for e in entries}) >= FEWEST and not inside and _hold_prose(entries):
            taken |= {e.box for e in entries}
            yield from entries


def _boxes_of(time: HtmlElement) -> Iterator[HtmlElement]:
    """The blocks around a time, inner ones first."""
    around = [time, *islice(time.iterancestors(), DEEPEST)]
    for box in around:
        if box.tag in {"body", "html", "main"} or box.getparent() is None:
            return
        if box.tag not in INLINE:
            yield box


def _shown_times(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    """Elements that hold nothing but a time as people read it, or begin with one."""
    found: list[HtmlElement] = []
    for element in elements:
        text = element.text
        if text and _DIGIT.search(text, 0, 2 * LONGEST_TIME) and _shows_a_time(element, text):
            found.append(element)
        if len(found) >= MOST_TIMES:
            break
    return found


def _shows_a_time(element: HtmlElement, text: str) -> bool:
    """Whether an element is a time, or a line that begins with one."""
    short = element.tag in _SHOWING and len(text) < 2 * LONGEST_TIME and not len(element)
    if short and _SHOWN.fullmatch(" ".join(text.split())):
        return True
    return element.tag in _LED and _LEADING.match(text[: 2 * LONGEST_TIME].lstrip()) is not None


def _entry(box: HtmlElement, time: HtmlElement) -> Entry | None:
    """The entry of a box with its first time, unless that stands somewhere in running text."""
    names = [
        f"{e.get('class') or ''} {e.get('id') or ''}"
        for e in [box, *islice(box.iterancestors(), 3)]
    ]
    tags = {e.tag for e in [box, *islice(box.iterancestors(), DEEPEST)]}
    if any(map(_OTHERS.search, names)) or not tags.isdisjoint(_OTHER_TAGS):
        return None
    moment = moment_of(time)
    above = _above(box, time)
    heads = above is not None and not _is_prose(above)
    if not moment or not (heads or _ends(box, time)):
        return None
    return Entry(box, moment, flat=not _says_something(box))


def _above(box: HtmlElement, time: HtmlElement) -> str | None:
    """The text of a box up to its time; None where there is much of it, or a sentence begun."""
    if box is time:
        return ""
    parts: list[str] = []
    for element in islice(box.iter(), 60):
        if element is time:
            text = " ".join("".join(parts).split())
            begun = time.tag in INLINE and _begun(time)
            return None if len(text) > LONGEST_HEAD or begun else text
        parts.append(element.text or "")
    return None


def _begun(time: HtmlElement) -> bool:
    """Whether a time stands behind words of its own line: "At 09:15 police said"."""
    previous, parent = time.getprevious(), time.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    return bool(before and not _POSTED.fullmatch(before.strip()) and parent.tag == "p")


def _ends(box: HtmlElement, time: HtmlElement) -> bool:
    """Whether the time is the last that a box says, apart from the words of its line."""
    behind = [time.tail or ""]
    for element in [time, *islice(time.iterancestors(), DEEPEST)]:
        if element is box:
            break
        behind += [str(e.text_content()) + (e.tail or "") for e in element.itersiblings()]
        behind.append(element.tail or "")
    text = " ".join("".join(behind).split())
    return box is not time and len(text) <= LONGEST_TIME and not _begun(time)


def _says_something(box: HtmlElement) -> bool:
    return _is_prose(" ".join(" ".join(islice(box.itertext(), 200))[:2000].split()))


def _is_prose(text: str) -> bool:
    """Whether a text with single blanks holds a sentence of some length."""
    begun = 0
    for stop in _STOP.finditer(text):
        if text.count(" ", begun, stop.start()) + 1 >= WORDS_OF_A_SENTENCE:
            return True
        begun = stop.end()
    return False


def _hold_prose(entries: Sequence[Entry]) -> bool:
    """Whether at least two entries say something, in their box or behind it."""
    saying = 0
    for entry in entries:
        if entry.flat:
            behind = islice(entry.box.itersiblings(), 2)
            saying += any(_says_something(e) for e in behind if isinstance(e.tag, str))
        else:
            linked = sum(len(a.text_content()) for a in entry.box.iter("a"))
            saying += linked < 0.6 * len(entry.box.text_content())
    return saying >= FEWEST


# -- times --------------------------------------------------------------------------


def moment_of(time: HtmlElement) -> str:
    """When an element says something was posted, as `Part.moment` writes it; "" if it does not."""
    for name in _STATED:
        if (stated := time.get(name)) and (moment := moment_stated(stated)):
            return moment
    text = " ".join(str(time.text_content())[:200].split())
    if led := _LEADING.match(text):
        return _moment_shown(led["shown"])
    return _moment_shown(text) if len(text) <= LONGEST_TIME * 2 else ""


def moment_stated(stated: str) -> str:
    """An ISO 8601 time, or seconds since 1970, as a moment: "2021-05-06T09:10"."""
    stated = stated.strip()
    if found := _ISO.match(stated):
        try:
            day = date.fromisoformat(found[1]).isoformat()
        except ValueError:
            return ""
        return f"{day}T{int(found[2]):02}:{found[3]}" if found[2] else day
    if re.fullmatch(r"\d{10}(?:\d{3})?", stated):
        seconds = int(stated[:10])
        return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M")
    clock = re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", stated)
    return f"T{int(clock[1]):02}:{clock[2]}" if clock else ""


def _moment_shown(text: str) -> str:
    """A time as people read it as a moment; the day only where its year is there too."""
    if moment := moment_stated(text[:16]):
        return moment
    shown = _SHOWN_DAY.search(text)
    day = ""
    rest = text
    if shown:
        rest = text[: shown.start()] + text[shown.end() :]
        day = _day_shown(shown)
    for clock in _CLOCK.finditer(rest):
        if not (clock[2] or clock[3]) or int(clock[1]) > 23 or int(clock[2] or 0) > 59:
            continue
        hour = int(clock[1])
        if clock[3]:
            hour = hour % 12 + (12 if clock[3].lower() == "p" else 0)
        return f"{day}T{hour:02}:{clock[2] or '00'}"
    return day


def _day_shown(shown: re.Match[str]) -> str:
    """A day as people read it; without its year as ISO 8601 once had it: "--02-03"."""
    number, name = (shown[1], shown[2]) if shown[1] else (shown[4], shown[3])
    year = int(shown[5] or _LEAP_YEAR)
    try:
        day = date(year, MONTHS[name.lower()], int(number)).isoformat()
    except ValueError:
        return ""
    return day if shown[5] else f"-{day[4:]}"


def dated(
    live: Live, lines: Sequence[Line], numbers: Sequence[int], published: date | None
) -> Live:
    """A live page whose entries have their days: of a line above that is nothing but a day, and
    with the year that is nearest to the day of publication."""
    entries = list(live.entries)
    above, seen = "", -1
    for line, number in zip(lines, numbers, strict=True):
        if len(line.text) <= LONGEST_TIME and (shown := _DAY_ALONE.fullmatch(line.text)):
            above = _day_shown(shown)
        if number > seen:
            seen = number
            entry = entries[number]
            told = above + entry.moment if entry.moment.startswith("T") else entry.moment
            entries[number] = replace(entry, moment=_with_year(told, published))
    return replace(live, entries=tuple(entries))


def _with_year(moment: str, published: date | None) -> str:
    if not moment.startswith("-"):
        return moment
    month, day, clock = int(moment[2:4]), int(moment[5:7]), moment[7:]
    years = (published.year - 1, published.year, published.year + 1) if published else ()
    near = [date(y, month, day) for y in years if day < 29 or month != 2 or isleap(y)]
    if published is None or not near:
        return clock
    return min(near, key=lambda one: abs(one - published)).isoformat() + clock


# -- which line is of which entry ---------------------------------------------------


def entries_of(lines: Sequence[Line], live: Live) -> list[int]:
    """For each line of a page the number of the entry that it is of; -1 for none."""
    boxes = {entry.box: number for number, entry in enumerate(live.entries)}
    found: list[int] = []
    heading = -1
    for line in lines:
        chain = [line.block, *islice(line.block.iterancestors(), 60)]
        number = next((boxes[e] for e in chain if e in boxes), -1)
        if number >= 0:
            heading = number if live.entries[number].flat else -1
        elif heading >= 0:
            parent = live.entries[heading].box.getparent()
            number = heading if parent in chain else -1
            heading = number
        found.append(number)
    return found


def is_head(line: Line) -> bool:
    """Whether a line of an entry is its headline or its time."""
    return line.block.tag in {"h2", "h3", "h4", "h5", "h6"} or bool(_SHOWN.fullmatch(line.text))


def moment_in_data(line: str, live: Live) -> str:
    """The moment of the update that a line of text stands in; "" where none is known to hold it."""
    letters = compact(line)
    if len(letters) < FEWEST_LETTERS:
        return ""
    return next((moment for body, moment in live.updates if letters in body), "")


def entry_parts(lines: Sequence[tuple[int, str, str]]) -> Iterator[Part]:
    """The entries of a text from its lines: (where it begins, the line, its moment or "")."""
    start, end, current = 0, 0, ""
    for at, line, moment in lines:
        if moment != current:
            if current:
                yield Part(start, end, "entry", current)
            start, current = at, moment
        end = at + len(line)
    if current:
        yield Part(start, end, "entry", current)


def compact(text: str) -> str:
    """The letters and digits of a text."""
    return _BESIDE_LETTERS.sub("", text)
