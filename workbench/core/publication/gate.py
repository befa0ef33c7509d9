"""The gate: what is looked at before a verdict is called ready and before it leaves.

A verdict is checked against its own sources: quotes against the stored texts,
figures of the summary against the quotes, the rating against the evidence. The
rules follow the code of principles of the International Fact-Checking Network
(sources that can be looked up again, no evidence left out, method and corrections
open). Each finding names its rule and where to mend it; a verdict without findings
passes.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workbench.core.publication import Citation, EvidenceItem, PublishedVerdict, independence
from workbench.core.publication.escaping import link
from workbench.core.publication.rationale import objections
from workbench.core.publication.words import place, title
from workbench.core.reading.terms import readings_of_numbers, written_numbers
from workbench.core.text.as_read import as_read
from workbench.core.verdicts.reviewer_names import same_person


@dataclass(frozen=True, slots=True)
class Finding:
    """What stands in the way: `rule` by name, `message` what is wrong, `mend` what to do."""

    rule: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class KnownConflict:
    """A passage that is known to contradict the claim.

    `denial` is set where it denies what the claim asserts.
    """

    quote: str
    citation: Citation
    denial: bool = False


@dataclass(frozen=True, slots=True)
class GateSettings:
    """What a case asks of its verdicts, and what the gate may look things up in.

    `texts` gives the stored text of (article, revision) and has to hold every one
    that is cited: a quote whose text is missing does not pass. `known` are the
    contradictions that the corpus holds beyond the linked evidence, `archived` the
    articles of which a web archive keeps a copy. `contact` is whom readers ask for a correction,
    None where nobody has to be asked. `differing` names a second reviewer
    who rated the verdict otherwise, and how.
    """

    independent_sources: int = 2
    second_reviewer: bool = False
    texts: Mapping[tuple[str, int], str] = field(default_factory=dict)
    known: tuple[KnownConflict, ...] = ()
    archived: frozenset[str] = frozenset()
    differing: str = ""
    contact: str | None = None


Problem = tuple[str, str]
"""(message, mend) of one finding."""
Check = Callable[[PublishedVerdict, GateSettings], Iterator[Problem]]

MOST_IN_WORDS = 12
"""Up to here a number in words is mostly of sources or reviewers: "two reports say so"."""
_FEW_SOURCES = re.compile(
    r"\b(?:(?:only|single|one|no) (?:\w+ ){0,2}(?:sources?|reports?|outlets?)"
    r"|(?:not|no one|nobody|cannot|could not|couldn’t|couldn't) (?:\w+ ){0,3}(?:confirm|verif)\w*"
    r"|(?:no|without) independent\b|unconfirmed|unverified)",
    re.IGNORECASE,
)
"""Words by which a text says that its sources are few or do not confirm one another."""


def check(v: PublishedVerdict, settings: GateSettings) -> tuple[Finding, ...]:
    """All findings, in the order of RULES; empty means that the verdict may leave."""
    return tuple(
        Finding(name, message, mend) for name, rule in RULES for message, mend in rule(v, settings)
    )


def second_look(v: PublishedVerdict, settings: GateSettings) -> tuple[Finding, ...]:
    """Why a verdict that is out has to be looked at again; empty means that it stands.

    To be asked whenever an article comes in or changes: a source of the verdict has
    changed, or the corpus now contradicts it in a passage that it does not weigh.
    """
    return tuple(
        Finding(name, message, mend)
        for name, rule in (*AFTERWARDS, *RULES)
        if name in LATER
        for message, mend in rule(v, settings)
    )


def _quotes(v: PublishedVerdict) -> Iterator[tuple[str, str, Citation]]:
    """(what it is, quote, where) for the claim and each piece of evidence."""
    yield "the claim", v.claim, v.citation
    for number, item in enumerate(v.evidence, 1):
        yield f"evidence {number}", item.quote, item.citation


def _quote_stands(v: PublishedVerdict, settings: GateSettings) -> Iterator[Problem]:
    for what, quote, where in _quotes(v):
        text = settings.texts.get((where.article, where.revision))
        if text is None:
            yield (
                f"the stored text of {what} is missing, or no file in seeds/ holds it "
                f"({place(where)})",
                f"`workbench reindex`, or import {where.article} again",
            )
        elif not quote or text[where.start : where.end] != quote:
            yield (
                f"the quote of {what} does not stand at its place ({place(where)})",
                f"link the passage as it stands in {where.article} (workbench link)",
            )


def _link_holds(v: PublishedVerdict, _: GateSettings) -> Iterator[Problem]:
    for number, item in enumerate(v.evidence, 1):
        if item.state in {"orphaned", "facts differ", "ambiguous"}:
            yield (
                f"evidence {number}: its article has changed, and the link is {item.state}",
                f"look at it with workbench review; workbench relink takes the link to where "
                f"{item.citation.article} says it now",
            )


def _evidence_against(v: PublishedVerdict, settings: GateSettings) -> Iterator[Problem]:
    for known in settings.known:
        if not any(_overlap(known.citation, item.citation) for item in v.evidence):
            what = "a denial" if known.denial else "a passage that contradicts the claim"
            yield (
                f"{what} is left out ({place(known.citation)})",
                "link it as conflicting, or as context with a note that says why it does not count",
            )


def _overlap(one: Citation, other: Citation) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _filled(v: PublishedVerdict, _: GateSettings) -> Iterator[Problem]:
    where = v.citation
    needed = (
        ("nobody is named who said it", v.claimant.strip(),
         "name the claimant, or say “unknown” (in the verdict form, or --claimant)"),
        ("no day is known on which it was said", v.said_on,
         f"workbench article {where.article} --published DAY"),
        ("nothing says where it was said", where.publisher or where.url or where.title,
         f"workbench article {where.article} --title, --publisher or --url"),
        ("the summary is missing", v.summary.strip(),
         "write one sentence that says what was found"),
        ("the rationale is missing", v.rationale.strip(),
         "write how the evidence leads to the rating (in the form, or --rationale)"),
        ("no reviewer is named", v.reviewer.strip(), "record the verdict under a reviewer's name"),
    )  # fmt: skip
    for what, value, mend in needed:
        if not value:
            yield what, mend


def _dated(v: PublishedVerdict, _: GateSettings) -> Iterator[Problem]:
    try:
        datetime.fromisoformat(v.decided_at)
    except ValueError:
        yield "the time of the decision is not recorded", "save the verdict again"


def _second_reviewer(v: PublishedVerdict, settings: GateSettings) -> Iterator[Problem]:
    if not settings.second_reviewer:
        return
    if not v.second_reviewer.strip():
        yield (
            "no second reviewer has signed",
            f"ask a colleague for: workbench signoff {v.claim_id[:8]}",
        )
    elif same_person(v.second_reviewer, v.reviewer):
        yield "the second reviewer is the first", "ask another colleague to sign"


def _reviewers_agree(v: PublishedVerdict, settings: GateSettings) -> Iterator[Problem]:
    if settings.differing:
        yield (
            f"a second reviewer rates it otherwise: {settings.differing}",
            "settle it together and give the verdict anew",
        )


def _traceable(v: PublishedVerdict, settings: GateSettings) -> Iterator[Problem]:
    """Readers can look up where the claim and what is weighed about it were published."""
    weighed = [item.citation for item in v.evidence if item.relation != "context"]
    for where in {cited.article: cited for cited in (v.citation, *weighed)}.values():
        if not link(where.url) and where.article not in settings.archived:
            yield (
                f"no address and no archived copy leads to {title(where)}",
                f"workbench article {where.article} --url ADDRESS",
            )


def _reachable(_: PublishedVerdict, settings: GateSettings) -> Iterator[Problem]:
    """Whoever reads the verdict can ask for a correction."""
    if settings.contact is not None and not settings.contact.strip():
        yield (
            "readers are not told whom to ask for a correction",
            "say it as corrections_contact under [house] in workbench.toml, or in the settings",
        )


def _summary_neutral(v: PublishedVerdict, _: GateSettings) -> Iterator[Problem]:
    name = r"[\s_-]+".join(map(re.escape, v.rating.name.split()))
    if re.search(rf"\b{name}\b", v.summary, re.IGNORECASE):
        yield (
            f"the summary contains the rating “{v.rating.name}”",
            "say in the summary what was found; the rating stands beside it",
        )


def _sourced_figures(v: PublishedVerdict, _: GateSettings) -> Iterator[Problem]:
    """Every number of the summary stands in a quote, a note, a figure or a date."""
    known = readings_of_numbers(" ; ".join(map(_as_read, _sources(v)))) | set(_stored_numbers(v))
    for written, values in dict(_numbers_of(_as_read(v.summary))).items():
        if known.isdisjoint(values):
            yield (
                f"the summary says {written}, which stands in no quote",
                "link the passage that says so, or take the number out of the summary",
            )


def _numbers_of(text: str) -> Iterator[tuple[str, frozenset[float]]]:
    """The numbers of a summary with their readings; small ones in words count its sources."""
    for written, readings in written_numbers(text):
        if written[0].isdigit() or max(readings) > MOST_IN_WORDS:
            yield written, frozenset(readings)


def _as_read(text: str) -> str:
    return as_read(text).text


def _sources(v: PublishedVerdict) -> Iterator[str]:
    for _, quote, _where in _quotes(v):
        yield quote
    yield from (item.note for item in v.evidence)


def _stored_numbers(v: PublishedVerdict) -> Iterator[float]:
    """The bounds of the figures and the parts of the days that stand beside a verdict."""
    for day in (v.said_on, *(where.published for _, _quote, where in _quotes(v))):
        yield from (day.day, day.month, day.year) if day else ()
    for row in v.figures:
        yield from (bound for bound in (row.low, row.high) if bound is not None)


def _rating_fits(v: PublishedVerdict, _: GateSettings) -> Iterator[Problem]:
    """A rating rests on evidence that points its way; off the axis, on any, or on a known gap."""
    value, middle = v.rating.value, (v.rating.best + v.rating.worst) / 2
    if value is not None and value > middle and not v.related("corroborates"):
        yield (
            f"“{v.rating.name}” has no evidence for the claim",
            "link a passage that corroborates it, or rate it unproven",
        )
    elif value is not None and value < middle and not v.related("conflicts"):
        yield (
            f"“{v.rating.name}” has no evidence against the claim",
            "link a passage that conflicts with it, or rate it unproven",
        )
    elif not v.evidence and not (value is None and v.unknown.strip()):
        yield (
            f"“{v.rating.name}” rests on no evidence",
            "link the passages that it rests on"
            + (", or say what could not be found out (--unknown)" if value is None else ""),
        )


def _enough_sources(v: PublishedVerdict, settings: GateSettings) -> Iterator[Problem]:
    weighed: Iterable[EvidenceItem] = [e for e in v.evidence if e.relation != "context"]
    found, _ = independence(weighed)
    said = any(_FEW_SOURCES.search(text) for text in (v.summary, v.rationale, v.unknown))
    if found < settings.independent_sources and not said:
        yield (
            f"{found} independent source{'' if found == 1 else 's'}, and "
            f"{settings.independent_sources} are asked for",
            "link more sources, or say in the text that there are no more",
        )


def _rationale_plain(v: PublishedVerdict, _: GateSettings) -> Iterator[Problem]:
    for what in objections(v.rationale):
        yield f"the rationale has {what}", "take it out; until then its text is published plain"


def _source_changed(v: PublishedVerdict, _: GateSettings) -> Iterator[Problem]:
    for number, item in enumerate(v.evidence, 1):
        if item.state == "changed":
            yield (
                f"evidence {number}: {item.citation.article} has changed since it was linked",
                "read the new revision; correct the verdict if it matters",
            )


CERTAIN = ("quote stands", "link holds", "reviewers agree", "second reviewer signed")
"""Rules whose findings are certain: they hold back in every profile."""
RULES: tuple[tuple[str, Check], ...] = (
    ("quote stands", _quote_stands),
    ("link holds", _link_holds),
    ("evidence against is shown", _evidence_against),
    ("nothing missing", _filled),
    ("decision dated", _dated),
    ("source traceable", _traceable),
    ("corrections contact", _reachable),
    ("reviewers agree", _reviewers_agree),
    ("second reviewer signed", _second_reviewer),
    ("summary without rating", _summary_neutral),
    ("figures sourced", _sourced_figures),
    ("rating fits evidence", _rating_fits),
    ("enough sources", _enough_sources),
    ("rationale plain", _rationale_plain),
)
"""(name, check), in the order in which findings are listed."""
PROFILES: Mapping[str, tuple[str, ...]] = {
    "draft": CERTAIN,
    "house": (
        *CERTAIN, "evidence against is shown", "nothing missing", "decision dated",
        "source traceable", "corrections contact", "rating fits evidence",
    ),
    "ifcn": tuple(name for name, _ in RULES),
}  # fmt: skip
"""Profile of a case → the rules that hold a verdict back; what the others find is told.

"house" asks for what a reader needs to check the verdict: who said what and when, where
it can be looked up, what speaks for and against it, why the rating follows, and whom to ask
for a correction. "ifcn" asks
for all that the code of principles of the International Fact-Checking Network does; a
second reviewer and two independent sources are part of it.
"""
AFTERWARDS: tuple[tuple[str, Check], ...] = (("source unchanged", _source_changed),)
"""Checks that matter only after publication."""
LATER = frozenset({
    "source unchanged", "quote stands", "link holds", "evidence against is shown",
    "reviewers agree",
})  # fmt: skip
"""Names of the rules that a verdict can come to break by itself."""
