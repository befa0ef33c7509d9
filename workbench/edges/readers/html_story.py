"""The story of a page, whole: what extraction leaves out between its paragraphs is put back.

Extraction knows paragraphs by their markup. One that is a single link, one that is a bare
`div`, text that stands loose beside paragraphs, and a correction in a footer look like the
page's frame to it. The lines of its text are found again among the lines of the page; what
stands between two of them and reads as a sentence belongs to the story, unless the page
says that it is something else. Corrections come along wherever they stand beside the story.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from lxml.html import HtmlElement

from workbench.core.text.articles import Part
from workbench.core.text.boilerplate import noise_of
from workbench.core.text.correction_notices import NAME as CORRECTION
from workbench.core.text.correction_notices import heads_correction, opens_correction
from workbench.edges.readers.html_lines import Line
from workbench.edges.readers.html_live import (
    FEWEST_LETTERS,
    LONGEST_HEAD,
    Live,
    compact,
    entry_parts,
    is_head,
    moment_in_data,
)

FEWEST_WORDS = 5
"""Words from which a line that ends in a full stop is a sentence and no label."""
MOST_PUT_BACK = 400
"""Lines of a page that are put back at most; more were left out for a reason."""
LONGEST_BOX = 1500
"""Characters of a box that its page names a correction; a longer one is the story itself."""
MOST_PARTED = 50
"""Lines of a story that are looked at for whether they were joined."""
NEAR = 4
"""Elements around a line, up to which a box that it stands in is named."""
MOST_ANCESTORS = 60
"""Elements around a line that are looked at."""

APART = frozenset("aside nav figure figcaption form dialog menu footer header table".split())  # noqa: SIM905
_APART_NAMES = re.compile(
    r"(?:^|[\s_-])(?:related|sidebar|widget|footer|copyright|comments?|tweet|twitter|instagram"
    r"|facebook|embed|captions?|credits?|promo\w*|teasers?|recommend\w*|popular|trending|most-?read"
    r"|latest|newsletter|subscri\w*|sign-?up|paywall|advert\w*|sponsor\w*|share|social|author|bio"
    r"|about|byline|image|img|photo|video|gallery|media|player|carousel|breadcrumbs?|recirc\w*|more"
    r"|outbrain|taboola|tags?|meta|toolbar|menu|nav|poll|quiz|print|hidden|disclaimer|cookie\w*"
    r"|teaser|abstract|card|item|read-?more|pullquote|pull-quote)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BOX_NAMES = re.compile(
    r"(?:^|[\s_-])(?:corrections?|clarifications?|corrigend\w+|errat\w+|amend(?:ment|ed)s?)(?:$"
    r"|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of a box that holds a correction."""
_NAMES_A_BOX = re.compile(r"orrection|larification|orrigend|rrat(?:um|a)|(?<!com)mend(?:ment|ed)")
"""What stands on every page that has such a box; only there each line's box is looked at."""
_STOPPED = re.compile(r"[.!?…][”’\"')\]»]{0,3}$")
_ASKS = re.compile(
    r"@|\b(?:e-?mail|write to|contact|send|let us know|policy|if you|please|our (?:desk|team"
    r"|readers|staff)|standards)\b",
    re.IGNORECASE,
)
"""What a site says of how it corrects, and no correction."""
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:comments?|replies|reply|related|teasers?|promo\w*|recommend\w*|popular"
    r"|trending|latest)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes and ids of boxes whose corrections are of something else."""


def put_back(text: str, lines: Sequence[Line], entries: Sequence[int] = ()) -> str:
    """The story with the lines of its page that extraction left out.

    `entries` has for each line the number of the entry of a live page that it is of, or -1;
    the heads of entries of which the story has something are put back too.
    """
    story = _parted(text.split("\n"), lines)
    places = _places(story, lines)
    found = [place for place in places if place >= 0]
    if not found:
        return text
    page = _Page(lines, found, {_key(line) for line in story}, compact(text))
    moved = _moved(story, places, lines)
    found = sorted({*found, *moved.values()})
    page.heads = _heads(lines, entries, found) | {lines[place] for place in moved.values()}
    told: list[str] = list(page.before())
    last = -1
    for number, (line, place) in enumerate(zip(story, places, strict=True)):
        if number in moved:
            continue
        if place >= 0:
            told += page.between(last, place)
            last = place
        told.append(line)
    return "\n".join([*told, *page.behind()])


def corrections_among(lines: Sequence[Line], html: str) -> frozenset[str]:
    """The lines that stand in boxes which the page names corrections."""
    if not _NAMES_A_BOX.search(html):
        return frozenset()
    return frozenset(line.text for line in lines if _box_of(line.block) is not None)


def parts_of(text: str, corrections: frozenset[str]) -> tuple[Part, ...]:
    """The lines of a story that its page marks off as corrections."""
    return tuple(
        Part(start, start + len(line), CORRECTION)
        for start, line in _placed(text)
        if _key(line) in corrections
    )


def moments_of(
    text: str, lines: Sequence[Line], entries: Sequence[int], live: Live
) -> Iterator[Part]:
    """The entries of a live page in the text of its story."""
    placed = list(_placed(text))
    places = _places([line for _, line in placed], lines)
    told: list[tuple[int, str, str]] = []
    moment = ""
    for (start, line), place in zip(placed, places, strict=True):
        if entries and place >= 0:
            moment = live.entries[entries[place]].moment if entries[place] >= 0 else ""
        elif live.updates and not entries and len(compact(line)) >= FEWEST_LETTERS:
            moment = moment_in_data(line, live)
        told.append((start, line, moment))
    yield from entry_parts(told)


def _heads(lines: Sequence[Line], entries: Sequence[int], found: Sequence[int]) -> frozenset[Line]:
    """The lines that head the entries of a live page: their times and headlines."""
    if not entries:
        return frozenset()
    told = set(entries[found[0] : found[-1] + 1]) - {-1}
    return frozenset(
        line
        for number, line in enumerate(lines)
        if entries[number] in told
        and number not in found
        and len(line.text) <= LONGEST_HEAD
        and (entries[number] != entries[number - 1] or is_head(line))
    )


def _placed(text: str) -> Iterator[tuple[int, str]]:
    """Where each line of a text begins, and the line."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _box_of(block: HtmlElement) -> HtmlElement | None:
    """The box around a block that is named a correction and no longer than one."""
    for e in islice(_with_ancestors(block), NEAR):
        if _BOX_NAMES.search(_names(e)):
            return e if len(e.text_content()) <= LONGEST_BOX else None
    return None


class _Page:
    """The lines of a page, and which of them a story has."""

    def __init__(
        self, lines: Sequence[Line], found: Sequence[int], said: set[str], compact: str
    ) -> None:
        self._lines, self._found, self._said, self._compact = lines, found, said, compact
        self._left = MOST_PUT_BACK
        self.heads: frozenset[Line] = frozenset()
        self._around = {
            e for i in found for e in islice(_with_ancestors(lines[i].block), MOST_ANCESTORS)
        }
        self._own = {_looks(e) for i in found for e in islice(lines[i].block.iterancestors(), NEAR)}
        self._headed = frozenset(_headed(lines))

    def before(self) -> Iterator[str]:
        """Lines above the first line of the story that stand right beside it, and corrections."""
        first = self._found[0]
        beside: set[Line] = set()
        for line in reversed(self._lines[max(0, first - 3) : first]):
            if not self._goes_on(line, first):
                break
            beside.add(line)
        for line in self._lines[max(0, first - MOST_PUT_BACK) : first]:
            told = line in beside or self._is_in_twin(line, first) or self._corrects(line)
            if told and self._is_lost(line):
                yield line.text

    def between(self, start: int, end: int) -> Iterator[str]:
        """Lines left out between two lines of the story."""
        if start >= 0:
            yield from (line.text for line in self._lines[start + 1 : end] if self._is_lost(line))

    def behind(self) -> Iterator[str]:
        """Lines behind the last line of the story that go on with it, and corrections."""
        last = self._found[-1]
        goes_on = True
        for line in self._lines[last + 1 : last + 1 + MOST_PUT_BACK]:
            goes_on = goes_on and self._goes_on(line, last)
            told = goes_on or self._is_in_twin(line, last) or self._corrects(line)
            if told and self._is_lost(line):
                yield line.text
            else:
                goes_on = False

    def _goes_on(self, line: Line, place: int) -> bool:
        return line in self.heads or self._is_beside(line, place)

    def _is_beside(self, line: Line, place: int) -> bool:
        around = self._lines[place].block.getparent()
        return around in islice(_with_ancestors(line.block), NEAR)

    def _is_in_twin(self, line: Line, place: int) -> bool:
        """Whether a paragraph stands in a box like the one of a line of the story, next to it.

        Pages cut their stories into such pieces around advertisements.
        """
        one, other = line.block.getparent(), self._lines[place].block.getparent()
        if line.block.tag != "p" or one is None or other is None or not one.get("class"):
            return False
        if _looks(one) != _looks(other):
            return False
        above, beside = one.getparent(), other.getparent()
        if above is beside:
            return True
        alike = above is not None and beside is not None and _looks(above) == _looks(beside)
        return alike and bool(above.get("class")) and above.getparent() is beside.getparent()

    def _is_lost(self, line: Line) -> bool:
        """Whether a line belongs to the story and is not in its text."""
        if line in self.heads:
            return True
        if self._left <= 0 or _key(line.text) in self._said:
            return False
        if not (self._corrects(line) or self._is_sentence(line)):
            return False
        if compact(line.text) in self._compact:
            return False
        self._left -= 1
        self._said.add(_key(line.text))
        return True

    def _is_sentence(self, line: Line) -> bool:
        text = line.text
        if not _STOPPED.search(text) or text.count(" ") + 1 < FEWEST_WORDS or noise_of(text):
            return False
        teaser = text.endswith("?") and _is_link(line.block)
        return not teaser and not self._is_apart(line.block)

    def _corrects(self, line: Line) -> bool:
        """Whether a line is a correction of this story, in it, beside it or in the page's foot.

        Away from the story only what says of itself that it corrects is one.
        """
        says_so = opens_correction(line.text) or line in self._headed
        said = heads_correction(line.text) or _STOPPED.search(line.text)
        if not says_so and not (said and _box_of(line.block) is not None):
            return False
        around = next((e for e in line.block.iterancestors() if e in self._around), None)
        if any(e.tag == "nav" for e in islice(line.block.iterancestors(), NEAR)):
            return False
        if around is None or around.tag not in {"body", "html"}:
            return around is not None
        boxes = islice(_with_ancestors(line.block), MOST_ANCESTORS)
        asks = _ASKS.search(line.text) or any(_OTHERS.search(_names(e)) for e in boxes)
        return says_so and not asks

    def _is_apart(self, block: HtmlElement) -> bool:
        for e in islice(_with_ancestors(block), MOST_ANCESTORS):
            if e in self._around:
                return False
            named = _looks(e) not in self._own and _APART_NAMES.search(_names(e))
            if e.tag in APART or named or _is_list_of_links(e):
                return True
        return False


def _headed(lines: Sequence[Line]) -> Iterator[Line]:
    """Headings of corrections, each with the sentence under it."""
    for heading, line in pairwise(lines):
        if heads_correction(heading.text) and _STOPPED.search(line.text):
            beside = heading.block.getparent() in islice(line.block.iterancestors(), 2)
            if beside and not _is_link(line.block) and not _ASKS.search(line.text):
                yield from (heading, line)


def _is_list_of_links(element: HtmlElement) -> bool:
    """Whether an element is one of several links in a list."""
    if element.tag != "li":
        return False
    beside = list(islice(element.itersiblings(), 3))
    beside += list(islice(element.itersiblings(preceding=True), 3))
    return bool(beside) and all(_is_link(e) for e in [element, *beside])


def _is_link(element: HtmlElement) -> bool:
    linked = sum(len(a.text_content().strip()) for a in islice(element.iter("a"), 3))
    return linked > 0 and linked >= 0.9 * len(element.text_content().strip())


def _parted(story: Sequence[str], lines: Sequence[Line]) -> list[str]:
    """The lines of a story, those apart that extraction joined over what it left out between."""
    known = {_key(line.text) for line in lines}
    strange = [line for line in story if _key(line) not in known]
    parts = {line: list(_parts(line, lines)) for line in strange[:MOST_PARTED]}
    return [part for line in story for part in parts.get(line) or [line]]


def _parts(line: str, lines: Sequence[Line]) -> Iterator[str]:
    """The lines of a page of which a line is put together, in their order; none if it is not."""
    rest = _key(line)
    found = []
    for each in lines:
        if rest.startswith(each.text):
            found.append(each.text)
            rest = rest[len(each.text) :].lstrip()
            if not rest:
                yield from found
                return


def _places(story: Sequence[str], lines: Sequence[Line]) -> list[int]:
    """For each line of a story the line of the page that it is, ascending; -1 where unknown.

    Lines that occur once on both sides are matched in the longest order that both agree on
    (the first step of Cohen's patience diff); others in the gaps between these.
    """
    keys = [_key(line) for line in story]
    on_page = [_key(line.text) for line in lines]
    once, once_on_page = Counter(keys), Counter(on_page)
    where = {key: place for place, key in enumerate(on_page)}
    pairs = [
        (number, where[key])
        for number, key in enumerate(keys)
        if key and once[key] == once_on_page[key] == 1
    ]
    places = [-1] * len(story)
    for number, place in _ascending(pairs):
        places[number] = place
    _fill(places, keys, on_page)
    return places


def _moved(story: Sequence[str], places: Sequence[int], lines: Sequence[Line]) -> dict[int, int]:
    """Lines of a story that extraction moved to another place, with the line of the page each is.

    Only where the page has them once and within the story.
    """
    found = [place for place in places if place >= 0]
    times = Counter(line.text for line in lines)
    within = {
        lines[place].text: place
        for place in range(found[0], found[-1])
        if times[lines[place].text] == 1
    }
    taken = set(found)
    return {
        number: place
        for number, line in enumerate(story)
        if places[number] < 0 and (place := within.get(_key(line), -1)) >= 0 and place not in taken
    }


def _ascending(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs, by their first, whose second ascend (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for number, (_, place) in enumerate(pairs):
        at = bisect_left(tails, place)
        before[number] = ends[at - 1] if at else -1
        if at == len(tails):
            tails.append(place)
            ends.append(number)
        else:
            tails[at], ends[at] = place, number
    run = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _fill(places: list[int], keys: Sequence[str], on_page: Sequence[str]) -> None:
    """Match what is left between two matched lines, each with the first line that is the same."""
    at = 0
    limits = [*places, len(on_page)]
    following = len(on_page)
    for number in range(len(places) - 1, -1, -1):
        limits[number], following = following, places[number] if places[number] >= 0 else following
    for number, key in enumerate(keys):
        if places[number] < 0 and key:
            stop = min(limits[number], at + MOST_PUT_BACK)
            places[number] = next((i for i in range(at, stop) if on_page[i] == key), -1)
        at = max(at, places[number] + 1)


def _with_ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _looks(element: HtmlElement) -> tuple[str, str]:
    """The tag and classes of an element: what a page lays out alike has the same."""
    return element.tag, element.get("class") or ""


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def _key(line: str) -> str:
    return " ".join(line.removeprefix("- ").split())
