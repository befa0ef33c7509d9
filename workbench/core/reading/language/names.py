"""Names in a text, and who a short name or a pronoun stands for.

A newspaper gives a person's full name once and then the last name or a pronoun
(*The Associated Press Stylebook*, "second reference"), so the fullest form is
looked up among the names of the same article. A pronoun goes to the speaker or
first person named in the nearest passage before it that can agree with it: the
backward-looking centre of Grosz, Joshi and Weinstein, "Centering" (1995).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct

from workbench.core.lexicon.en.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCE_ADVERBS,
    TIMES,
    is_adverb,
)
from workbench.core.lexicon.listing import word_set
from workbench.core.reading.language.offices import is_of_another, role_asked, role_words
from workbench.core.reading.language.source_nouns import (
    FEMALE_TITLES,
    GIVEN_FEMALE,
    GIVEN_MALE,
    MALE_TITLES,
    ORGANISATION_WORDS,
    PLACE_OPENERS,
    TITLES,
    is_person_noun,
    is_source_noun,
)
from workbench.core.text.passages import Document

_CAPITAL = r"(?:(?:[A-Z]\.){1,4}|(?:(?:al|el|abu|ibn)-)?[A-ZÀ-ÖØ-ÞĀ-Ž](?:\w|[-’'&](?!s\b)(?=\w))*)"
_NAME = re.compile(
    rf"(?<![\w’'-]){_CAPITAL}(?:(?:[ \xa0](?:of|de|la|al|bin|von|van|del|da|du|el)(?: the)?)?"
    rf"(?:(?<=Mr)\.|(?<=Mrs)\.|(?<=Ms)\.|(?<=Dr)\.|(?<=Gov)\.|(?<=Sen)\.|(?<=Rep)\.|(?<=Gen)\.)?[ "
    rf"\xa0]{_CAPITAL}){{0,7}}"
)
_FOR = re.compile(r" for (?:the )?$")
_FUNCTION = (
    DETERMINERS
    | PRONOUNS
    | PREPOSITIONS
    | CONJUNCTIONS
    | SENTENCE_ADVERBS
    | AUXILIARIES
    | {"according", "asked", "speaking", "citing", "if", "i’m", "let", "please", "both"}
)
_PLURAL = word_set(
    "police people men women staff officials both others some many few several most all experts"
)
_GIVEN = GIVEN_MALE | GIVEN_FEMALE
_NEVER_FIRST = _FUNCTION | (TIMES - {"may"})
_NEVER_LAST = TIMES - {"may", "march", "sun", "sat"}
_ADDRESS = word_set("mr mrs ms dr")
_CLITIC = re.compile(r"['’](?:s|re|ve|d|ll|m)$")
_APPOSITION = re.compile(
    r",? (?:\(|\d\d,|(?:an?|the|who|chief|head|professor|president|chairman|director)\b)"
)
_BEFORE = re.compile(r"(\w+),? $")


class Name(Struct, frozen=True):
    """A capitalised name: its text and its offsets (`start` of the text given counts)."""

    text: str
    start: int
    end: int


def names_in(text: str, start: int = 0) -> tuple[Name, ...]:
    """The capitalised names of a text, without titles' articles and weekdays."""
    found: list[Name] = []
    for match in _NAME.finditer(text):
        a, b = _trimmed(text, *match.span())
        if a >= b:
            continue
        if (
            found
            and _FOR.search(text[found[-1].end - start : a])
            and a - (found[-1].end - start) < 10
            and _body(found[-1].text)
        ):
            a = found.pop().start - start
        for c, d in _members(text, a, b):
            found.append(Name(text[c:d], c + start, d + start))
    return tuple(found)


def _members(text: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    """Part "Ana Silva of the Norland Institute" into the person and the body."""
    person, of, _ = text[a:b].replace("\xa0", " ").partition(" of ")
    words = person.split(" ")
    while len(words) > 1 and _is_title(words[0].lower().rstrip(".")):
        words = words[1:]
    titled = len(words) < len(person.split(" ")) and len(words) > 1
    if not of or not (titled or words[0].lower() in _GIVEN):
        yield a, b
        return
    yield a, a + len(person)
    body = a + len(person) + len(of)
    body += len("the ") if text.startswith("the ", body) else 0
    yield body, b


def _body(name: str) -> bool:
    return name.rpartition(" ")[2].lower() in ORGANISATION_WORDS


def _trimmed(text: str, a: int, b: int) -> tuple[int, int]:
    """Leave function words and weekdays at the edges out of a name."""
    sentence_start = (
        a == 0 or text[a - 1] in "“\"'‘•" or text[a - 2 : a] in (". ", "? ", "! ", ": ")
    )
    while a < b:
        first = text[a:b].replace("\xa0", " ").partition(" ")[0]
        low = _CLITIC.sub("", first.lower().rstrip("."))
        alone = len(first) == b - a
        opening = sentence_start and (is_adverb(low) or (alone and is_source_noun(low)))
        dropped = low in _NEVER_FIRST or (opening and low not in _GIVEN)
        dropped = dropped or (alone and low in _ADDRESS)
        if not dropped:
            break
        a = min(b, a + len(first) + 1)
    while a < b and text[a:b].rpartition(" ")[2].lower() in _NEVER_LAST:
        b = a + max(0, text[a:b].rfind(" "))
    return a, b


class Mention(Struct):
    """A person named in a passage: full name and offset."""

    name: str
    start: int


@dataclass(slots=True)
class Cast:
    """The people named in one article, for looking up short names and pronouns."""

    by_last: dict[str, list[Mention]] = field(default_factory=dict)
    by_first: dict[str, list[Mention]] = field(default_factory=dict)
    gender: dict[str, str] = field(default_factory=dict)
    mentions: list[list[Mention]] = field(default_factory=list)
    roles: list[tuple[frozenset[str], Mention]] = field(default_factory=list)

    def holder(self, description: str, at: int) -> str:
        """The one person named with the role of "the former mayor", or "".

        Whoever is named so before offset `at`; where the office is told whole, after it too.
        """
        for wanted in () if is_plural(description) else role_asked(description):
            holding = [
                m
                for held, m in self.roles
                if wanted <= held and not is_of_another(description, held)
            ]
            before = {m.name for m in holding if m.start < at}
            bare = description[:4] in {"The ", "the "} and description.count(" ") == 1
            anywhere = set() if bare else {m.name for m in holding}
            for found in (before, anywhere):
                if len(found) == 1:
                    return found.pop()
        return ""

    def full(self, name: str, at: int) -> str:
        """The fullest form of a name in the article, nearest before offset `at`."""
        bare = without_titles(name)
        if not bare:
            return name
        if " " in bare.replace("\xa0", " "):
            return bare
        known = self.by_last.get(bare) or self.by_first.get(bare)
        if not known:
            return bare
        return known[max(0, bisect_right(known, at, key=lambda m: m.start) - 1)].name

    def is_person(self, name: str) -> bool:
        """Whether a name is known as a person's."""
        return name in self.gender

    def agrees(self, name: str, pronoun: str) -> bool:
        """Whether `he` or `she` can stand for a name."""
        return self.gender.get(name, "") in ("", "f" if pronoun in ("she", "her") else "m")


def without_titles(name: str) -> str:
    """A person's name without the titles and offices in front of it."""
    words = name.replace("\xa0", " ").split(" ")
    last = max(
        (i for i, w in enumerate(words[:-1]) if _is_title(w.lower().rstrip("."))), default=-1
    )
    if words[last + 1] in ("Jr.", "Sr.", "Jr", "Sr", "II", "III", "Staff"):
        return name  # "the General Staff" is no person called Staff
    return " ".join(words[last + 1 :])


def _is_title(low: str) -> bool:
    return low in TITLES or is_person_noun(low)


def cast_of(document: Document) -> Cast:
    """Read all names of an article once."""
    cast = Cast()
    for passage in document.passages:
        here: list[Mention] = []
        if not passage.noise and not passage.heading:
            here = list(_people(cast, passage.quote, passage.start))
        cast.mentions.append(here)
    for here in cast.mentions:
        for mention in here:
            mention.name = cast.full(mention.name, mention.start)
    return cast


def _people(cast: Cast, text: str, start: int) -> Iterator[Mention]:
    for name in names_in(text, start):
        words = name.text.replace("\xa0", " ").split(" ")
        bare = without_titles(name.text)
        titled = bare != name.text
        parts = bare.split(" ")
        if any(w.lower() in ORGANISATION_WORDS or w in ("of", "for") for w in parts):
            continue
        given = parts[0].lower()
        mention = Mention(bare, name.start)
        if len(parts) > 1:
            at = name.start - start
            held = frozenset(role_words(text, at, name.end - start, words))
            if held:
                cast.roles.append((held, mention))
            known = (
                titled
                or given in GIVEN_MALE
                or given in GIVEN_FEMALE
                or _described(text, at, name.end - start)
            )
            if known or (len(parts) == 2 and given not in PLACE_OPENERS):
                cast.by_last.setdefault(parts[-1], []).append(mention)
                if text[max(0, at - 4) : at].lower() != "the ":
                    cast.gender.setdefault(bare, "")
            if known:
                cast.by_first.setdefault(parts[0], []).append(mention)
        elif titled:
            cast.gender.setdefault(bare, "")
            cast.roles.append((frozenset(w.lower().rstrip(".") for w in words[:-1]), mention))
        if not cast.gender.get(bare):
            gender = _gender(words, given)
            if gender:
                cast.gender[bare] = gender
        if (
            len(parts) == 1
            and not titled
            and parts[0] not in cast.by_last
            and parts[0] not in cast.by_first
        ):
            continue
        yield mention


def _described(text: str, start: int, end: int) -> bool:
    """Whether the words around a name say that it is a person's."""
    before = _BEFORE.search(text, max(0, start - 30), start)
    return bool(before and is_person_noun(before[1].lower())) or bool(_APPOSITION.match(text, end))


def _gender(words: list[str], given: str) -> str:
    titles = {w.lower().rstrip(".") for w in words[:-1]}
    if titles & FEMALE_TITLES:
        return "f"
    if titles & MALE_TITLES:
        return "m"
    if len(words) > 1 and given in GIVEN_FEMALE and given not in GIVEN_MALE:
        return "f"
    return "m" if len(words) > 1 and given in GIVEN_MALE and given not in GIVEN_FEMALE else ""


def is_plural(source: str) -> bool:
    """Whether "they" can stand for a source."""
    words = source.lower().split()
    if not words:
        return False
    head = next(
        (
            w
            for i, w in enumerate(words)
            if i + 1 < len(words) and words[i + 1] in ("of", "for", "at", "in", "from", "with")
        ),
        words[-1],
    )
    return (
        " and " in source
        or (head in _PLURAL and not source.endswith("Staff"))
        or words[0] in _PLURAL
        or (head.endswith("s") and not head.endswith("ss") and source[0].islower())
        or (head.endswith("s") and is_source_noun(head))
    )
