"""Claims: passages with at least one kind, with the rules that found them.

The kinds and what each of them means are those of the labelling guideline:
casualty, quantity, date, denial, accusation, statement, event.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from workbench.core.decide.checkworthiness import DEFAULT_WEIGHTS, Evidence, assess
from workbench.core.reading.dates.mentions import DateMention, find_dates
from workbench.core.reading.english import language_read, shared_figures
from workbench.core.reading.figures import Figure, find_figures
from workbench.core.reading.speech.accusations import Accusation, find_accusations
from workbench.core.reading.speech.assertions import unassertive
from workbench.core.reading.speech.attributions import Attribution
from workbench.core.reading.speech.denials import Denial, find_denials
from workbench.core.reading.speech.speakers import find_attributions
from workbench.core.text.articles import Article
from workbench.core.text.passages import Document, Passage, split


@dataclass(frozen=True)
class Signals:
    """What the signals found in one passage; `language` is "" where it was read as English."""

    passage: Passage
    figures: Sequence[Figure]
    dates: Sequence[DateMention]
    attributions: Sequence[Attribution]
    denials: Sequence[Denial]
    accusations: Sequence[Accusation]
    language: str = ""

    @cached_property
    def assertive(self) -> bool:
        """Whether the passage is a plain assertion of fact."""
        return not self.language and not unassertive(self.passage.quote)


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable passage.

    `quote` is `article.text[start:end]` of the revision named. `id` is derived
    from the article's id and the quote, so finding claims again, or finding the
    same words in a new revision, yields the same id. `score` is the
    check-worthiness, 0–100, and `reasons` says in words what made it; `rules`
    names the rules that gave the claim its kinds.
    """

    id: str
    article: str
    revision: int
    start: int
    end: int
    quote: str
    kinds: tuple[str, ...]
    claimant: str = ""
    figures: tuple[Figure, ...] = ()
    dates: tuple[DateMention, ...] = ()
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def as_json(self, status: str = "open") -> dict[str, Any]:
        """The shape of a line of `workbench claims --format jsonl`."""
        return {
            "id": self.id,
            "article": self.article,
            "revision": self.revision,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "kinds": list(self.kinds),
            "claimant": self.claimant or None,
            "figures": [figure_json(f) for f in self.figures],
            "dates": [date_json(d) for d in self.dates],
            "score": self.score,
            "reasons": list(self.reasons),
            "rules": list(self.rules),
            "status": status,
        }


def figure_json(figure: Figure) -> dict[str, Any]:
    """A figure as `{text,start,end,low,high,unit,of}`; an open bound is null."""
    names = ("text", "start", "end", "low", "high", "unit", "of")
    return {name: getattr(figure, name) for name in names}


def date_json(mention: DateMention) -> dict[str, Any]:
    """A date as `{text,start,end,from,to}`: inclusive ISO days, null where unresolved."""
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "from": mention.from_.isoformat() if mention.from_ else None,
        "to": mention.to.isoformat() if mention.to else None,
    }


def _named(prefix: str, found: Sequence[Any]) -> list[str]:
    return [f"{prefix}: {x.rule}" for x in found]


def _casualty(s: Signals) -> list[str]:
    return _named("figure", [f for f in s.figures if f.human_toll and not f.incidental])


def _quantity(s: Signals) -> list[str]:
    return _named("figure", [f for f in s.figures if not f.human_toll and not f.incidental])


def _date(s: Signals) -> list[str]:
    return _named("date", [d for d in s.dates if d.attaches == "event" and not d.vague])


def _denial(s: Signals) -> list[str]:
    return _named("denial", s.denials)


def _accusation(s: Signals) -> list[str]:
    return _named("accusation", s.accusations)


def _statement(s: Signals) -> list[str]:
    return _named("speaker", [a for a in s.attributions if a.polarity in ("neutral", "assertive")])


def _event(s: Signals) -> list[str]:
    return ["event: plain assertion"] if s.assertive else []


KIND_RULES: tuple[tuple[str, Callable[[Signals], list[str]]], ...] = (
    ("casualty", _casualty),
    ("quantity", _quantity),
    ("date", _date),
    ("denial", _denial),
    ("accusation", _accusation),
    ("statement", _statement),
)
"""(kind, what gives a passage that kind: the names of the rules that fired)."""


def find_claims(
    article: Article, weights: Mapping[str, float] = DEFAULT_WEIGHTS
) -> tuple[Claim, ...]:
    """The checkable claims of one article, in reading order."""
    return tuple(c for c in annotate(split(article), weights) if c.kinds)


def annotate(document: Document, weights: Mapping[str, float] = DEFAULT_WEIGHTS) -> Iterator[Claim]:
    """Every passage as a claim whose kinds may be empty: of boilerplate always."""
    seen: dict[str, int] = {}
    for signals in signals_of(document):
        p = signals.passage
        nth = seen[p.quote] = seen.get(p.quote, -1) + 1
        kinds, rules = _kinds(signals)
        claimant = _claimant(signals)
        score: float = 0.0
        reasons: tuple[str, ...] = ()
        if kinds:
            evidence = _evidence(signals, kinds, claimant)
            score, reasons = assess(evidence, weights)
        yield Claim(
            id=claim_id(p.article, p.quote, nth),
            article=p.article,
            revision=document.article.revision,
            start=p.start,
            end=p.end,
            quote=p.quote,
            kinds=kinds,
            claimant=claimant,
            figures=tuple(signals.figures),
            dates=tuple(signals.dates),
            score=score,
            reasons=reasons,
            rules=rules,
        )


def _evidence(signals: Signals, kinds: tuple[str, ...], claimant: str) -> Evidence:
    """What the criteria of check-worthiness look at."""
    return Evidence(
        quote=signals.passage.quote,
        kinds=kinds,
        assertive=signals.assertive,
        claimant=claimant,
        dated=any(d.from_ for d in signals.dates),
        sources=len({a.claimant for a in signals.attributions}),
        language=signals.language,
    )


def signals_of(document: Document) -> Iterator[Signals]:
    """Run every signal over a document; one `Signals` a passage, in order.

    Of a text in another language only numbers in digits are read.
    """
    language = language_read(document.article)
    figures = find_figures(document)
    if language:
        for passage, found in zip(document.passages, figures, strict=True):
            yield Signals(passage, shared_figures(found), (), (), (), (), language)
        return
    attributions = find_attributions(document)
    yield from (
        Signals(*found)
        for found in zip(
            document.passages,
            figures,
            find_dates(document),
            attributions,
            find_denials(document, attributions),
            find_accusations(document, attributions),
            strict=True,
        )
    )


def claim_id(article: str, quote: str, nth: int = 0) -> str:
    """16 hex digits from the article's id, the quote and which of equal quotes it is."""
    key = "\0".join((article, " ".join(quote.split()), str(nth)))
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _kinds(signals: Signals) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds of a passage and the rules behind them.

    Boilerplate and headings have none. `event` is the kind of what nothing else
    describes, so it is tried last.
    """
    if signals.passage.noise:
        return (), (f"boilerplate: {signals.passage.noise}",)
    if signals.passage.heading:
        return (), ("heading",)
    found = [(kind, rules) for kind, rule in KIND_RULES if (rules := rule(signals))]
    if not found and (rules := _event(signals)):
        found = [("event", rules)]
    return tuple(kind for kind, _ in found), tuple(dict.fromkeys(r for _, rs in found for r in rs))


def _claimant(s: Signals) -> str:
    """Who is reported to say it: the speaker, else who denies or accuses."""
    voices = [a.claimant for a in s.attributions]
    voices += [d.who for d in s.denials] + [a.who for a in s.accusations]
    return next((voice for voice in voices if voice), "")
