"""The reading of a passage: all that was read in it, once, and used by everything after.

Plain data, so that opening a case needs none of the rules that make it. Offsets are code points
of the article, wherever they stand; a span is `text[start:end]`. Structs rather than dataclasses,
because most of them are made for every sentence of every article and travel into the index and
back: of the codecs tried on 2,000 real passages msgspec took a fifth of cattrs' time to write
them and a twentieth to read them.
"""

from datetime import date

from msgspec import Struct

from workbench.core.lexicon.en.number_words import Bound

HUMAN_TOLL = frozenset({"killed", "wounded", "missing", "captured", "displaced", "casualties"})


class Figure(Struct, frozen=True, array_like=True, omit_defaults=True):
    """A number in the world: `text` is the shortest stretch with number and noun.

    `low` and `high` are the bounds: "more than 13,000" is (13000, None). `unit` is canonical
    or empty; `of` names what is counted; `rule` what found it. An `incidental` figure ("two
    officials", a named victim) makes no claim by itself.
    """

    text: str
    start: int
    end: int
    low: Bound
    high: Bound
    unit: str
    of: str
    rule: str
    approximate: bool = False
    incidental: bool = False

    @property
    def human_toll(self) -> bool:
        """Whether people killed, wounded, missing, captured or displaced are counted."""
        return self.of in HUMAN_TOLL


class DateMention(Struct, frozen=True, array_like=True, omit_defaults=True):
    """One time expression: the shortest span of the article that holds it.

    `from_` and `to` are days, both inclusive; both are None where the expression cannot be
    resolved. `attaches` is "event", or "report" where the expression only says when somebody
    spoke. A `vague` mention makes no date claim by itself.
    """

    text: str
    start: int
    end: int
    from_: date | None
    to: date | None
    attaches: str
    rule: str
    vague: bool = False


class Attribution(Struct, frozen=True, array_like=True, omit_defaults=True):
    """Somebody is reported to have said something in a passage.

    `source` is the source as written there (it may be a pronoun), with its offsets; where a
    passage only continues a quotation it is "" and both offsets are the start of the passage.
    `claimant` is the source's fullest name in the article. `cue` is the cue as written,
    `polarity` one of neutral, assertive, denying, accusing; `rule` names the rule that found
    it; `quoted` is set where (part of) what is said stands in quotation marks.
    """

    source: str
    start: int
    end: int
    claimant: str
    cue: str
    polarity: str
    rule: str
    quoted: bool = False


class Denial(Struct, frozen=True, array_like=True):
    """Somebody denies something. `who` is "" where nobody in particular does.

    `what` is what is denied, as written; `start` and `end` are the cue's; `rule` names the rule.
    """

    who: str
    what: str
    start: int
    end: int
    rule: str


class Accusation(Struct, frozen=True, array_like=True):
    """`who` accuses `against` of `what`; each is "" where the passage leaves it out.

    `start` and `end` are the cue's; `rule` names the rule.
    """

    who: str
    against: str
    what: str
    start: int
    end: int
    rule: str


class Negation(Struct, frozen=True, array_like=True):
    """A negation cue, its words with single blanks between them, and the span that it negates.

    `scope_start` and `scope_end` are both the cue's edge where it negates nothing that is
    written. `rule` names the rule that found it.
    """

    cue: str
    start: int
    end: int
    scope_start: int
    scope_end: int
    rule: str

    def covers(self, at: int) -> bool:
        """Whether the character at `at` stands in the scope."""
        return self.scope_start <= at < self.scope_end


class Frame(Struct, frozen=True, array_like=True):
    """What turns a statement round: its `kind` (denied, false, hoax, alleged, failed, still …).

    `start` and `end` are the cue's, `scope_start` and `scope_end` those of the words that it
    governs. `holder` is whose view it is, "" where it is nobody's in particular.
    """

    kind: str
    start: int
    end: int
    scope_start: int
    scope_end: int
    holder: str
    rule: str


class Reading(Struct, frozen=True, array_like=True, omit_defaults=True):
    """All that was read in one passage, with the whole of its article in sight.

    `quote` is `text[start:end]` of the article. `kinds` are those of the labelling guideline,
    in their order, and `rules` names what gave them; a passage without kinds is no claim.
    `claimant` is who is reported to say it, "" unknown. `assertive` says that it is a plain
    assertion of fact. `language` is "" where it was read as English. `moment` is when the entry
    of a live page was posted in which the passage stands, "" outside of any. `places` are the
    names of where something happens.
    """

    start: int
    end: int
    quote: str
    kinds: tuple[str, ...] = ()
    claimant: str = ""
    assertive: bool = False
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    denials: tuple[Denial, ...] = ()
    accusations: tuple[Accusation, ...] = ()
    negations: tuple[Negation, ...] = ()
    frames: tuple[Frame, ...] = ()
    rules: tuple[str, ...] = ()
    language: str = ""
    places: tuple[str, ...] = ()
    moment: str = ""


class OfReading:
    """A thing that has a reading: what is asked of it most is given by name."""

    __slots__ = ()
    reading: Reading

    @property
    def start(self) -> int:
        return self.reading.start

    @property
    def end(self) -> int:
        return self.reading.end

    @property
    def quote(self) -> str:
        return self.reading.quote

    @property
    def kinds(self) -> tuple[str, ...]:
        return self.reading.kinds

    @property
    def claimant(self) -> str:
        return self.reading.claimant

    @property
    def figures(self) -> tuple[Figure, ...]:
        return self.reading.figures

    @property
    def dates(self) -> tuple[DateMention, ...]:
        return self.reading.dates

    @property
    def rules(self) -> tuple[str, ...]:
        return self.reading.rules
