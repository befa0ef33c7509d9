"""The gate: a good verdict passes, and each defect is named once with how to mend it."""

from dataclasses import replace
from datetime import date

import pytest

from workbench.core.publication import Citation, EvidenceItem, PublishedVerdict
from workbench.core.publication.gate import (
    PROFILES,
    RULES,
    GateSettings,
    KnownConflict,
    check,
    second_look,
)
from workbench.core.verdicts.ratings import DEFAULT_SCALE

TEXTS = {
    ("claim.txt", 1): "News. The fire at the mill destroyed 40 homes, the mayor said. More.",
    ("for.txt", 2): "Insurers counted 40 homes lost in the fire.",
    ("against.txt", 1): "The fire service denied that 40 homes were lost; it counted 25.",
    ("more.txt", 1): "Only 25 homes burned, the county said.",
}


def cited(article, revision=1, quote=None):
    text = TEXTS[article, revision]
    start = text.index(quote) if quote else 0
    end = start + len(quote or text)
    return Citation(
        "A title",
        "Post",
        f"https://post.example/{article}",
        date(2024, 3, 1),
        article,
        revision,
        start,
        end,
    )


def evidence(relation, article, revision=1, **changes):
    where = cited(article, revision)
    made = EvidenceItem(relation, TEXTS[article, revision], where, "", "Ada", True, article)
    return replace(made, **changes)


QUOTE = "The fire at the mill destroyed 40 homes, the mayor said."
GOOD = PublishedVerdict(
    claim_id="mill0001",
    claim=QUOTE,
    claimant="the mayor",
    said_on=date(2024, 3, 1),
    citation=cited("claim.txt", quote=QUOTE),
    rating=DEFAULT_SCALE.rating("mostly false"),
    summary="The fire service counted 25 homes, not 40, on 1 March 2024.",
    rationale="The service's list names each house.",
    evidence=(
        evidence("corroborates", "for.txt", 2),
        evidence("conflicts", "against.txt"),
        evidence("conflicts", "more.txt"),
    ),
    reviewer="Ada Berg",
    second_reviewer="Bo Lind",
    decided_at="2024-03-05T09:00:00Z",
    history=(),
)
ASKED = GateSettings(
    independent_sources=2, second_reviewer=True, texts=TEXTS, contact="write to us"
)


def rules(v, settings=ASKED):
    return [finding.rule for finding in check(v, settings)]


def test_a_good_verdict_passes():
    assert check(GOOD, ASKED) == ()


def without(relation):
    return tuple(item for item in GOOD.evidence if item.relation != relation)


@pytest.mark.parametrize(
    ("v", "rule", "says"),
    [
        (replace(GOOD, claim=QUOTE.replace("40", "41")), "quote stands",
         "the claim does not stand"),
        (replace(GOOD, citation=replace(GOOD.citation, start=5)), "quote stands",
         "the claim does not stand"),
        (replace(GOOD,
                 evidence=(*GOOD.evidence,
                           evidence("context", "more.txt", quote="Only 25 homes"))),
                           "quote stands", "evidence 4"),
        (replace(GOOD,
                 evidence=(replace(GOOD.evidence[0],
                                   citation=replace(GOOD.evidence[0].citation, revision=1)),
                                   *GOOD.evidence[1:])), "quote stands", "evidence 1 is missing"),
        (replace(GOOD,
                 evidence=(*GOOD.evidence, evidence("context", "for.txt", 2, state="orphaned"))),
                 "link holds", "evidence 4"),
        (replace(GOOD,
                 evidence=(*GOOD.evidence,
                           evidence("context", "for.txt", 2, state="facts differ"))), "link holds",
                           "facts differ"),
        (replace(GOOD, claimant=""), "nothing missing", "who said it"),
        (replace(GOOD, said_on=None), "nothing missing", "on which it was said"),
        (replace(GOOD, summary=" "), "nothing missing", "the summary"),
        (replace(GOOD, rationale=""), "nothing missing", "the rationale"),
        (replace(GOOD, decided_at=""), "decision dated", "time of the decision"),
        (replace(GOOD, second_reviewer=""), "second reviewer signed", "no second reviewer"),
        (replace(GOOD, second_reviewer=" ada berg"), "second reviewer signed", "is the first"),
        (replace(GOOD, summary="This is Mostly-False."), "summary without rating", "mostly false"),
        (replace(GOOD, summary="The fire service counted 26 homes."), "figures sourced", "says 26"),
        (replace(GOOD,
                 evidence=(*without("conflicts"), evidence("context", "more.txt"),
                           evidence("corroborates", "against.txt")), summary="Nobody lists them."),
                           "rating fits evidence", "no evidence against"),
        (replace(GOOD, rating=DEFAULT_SCALE.rating("true"), evidence=without("corroborates")),
         "rating fits evidence", "no evidence for"),
        (replace(GOOD, evidence=GOOD.evidence[1:2]), "enough sources",
         "1 independent source, and 2"),
        (replace(GOOD, evidence=tuple(replace(item, group="one") for item in GOOD.evidence)),
         "enough sources", "1 independent source"),
        (replace(GOOD, rationale="<b>loud</b>"), "rationale plain", "HTML"),
        (replace(GOOD, rating=DEFAULT_SCALE.rating("half true"), evidence=(),
                 unknown="Only one source.", summary="Some."), "rating fits evidence",
                 "rests on no evidence"),
        (replace(GOOD, rating=DEFAULT_SCALE.rating("misattributed"), evidence=(),
                 rationale="Only one source.", summary="Some."), "rating fits evidence",
                 "rests on no evidence"),
        (replace(GOOD, citation=replace(GOOD.citation, url="")), "source traceable",
         "no address and no archived copy"),
        (replace(GOOD, citation=replace(GOOD.citation, url="file:///a")), "source traceable",
         "leads to A title"),
    ],
)  # fmt: skip
def test_each_defect_is_named_once_and_says_how_to_mend_it(v, rule, says):
    (finding,) = check(v, ASKED)
    assert finding.rule == rule
    assert says in finding.message
    assert finding.mend


def test_states_that_readers_are_told_of_pass():
    for state in ("moved", "changed"):
        assert (
            rules(
                replace(GOOD, evidence=tuple(replace(item, state=state) for item in GOOD.evidence))
            )
            == []
        )


def test_a_known_denial_is_not_left_out():
    denial = KnownConflict(GOOD.evidence[1].quote, GOOD.evidence[1].citation, denial=True)
    asked = replace(ASKED, known=(denial,))
    assert rules(GOOD, asked) == []
    left_out = replace(GOOD, evidence=(GOOD.evidence[0], GOOD.evidence[2]))
    (finding,) = check(left_out, asked)
    assert finding.rule == "evidence against is shown"
    assert finding.message.startswith("a denial is left out (against.txt")


@pytest.mark.parametrize(
    "words",
    [
        "There is only one source for the count.",
        "No independent source has seen the list.",
        "The count could not be independently verified.",
        "The report is unconfirmed.",
    ],
)
def test_few_sources_pass_where_the_text_says_so(words):
    few = replace(GOOD, evidence=GOOD.evidence[1:2])
    assert rules(replace(few, unknown=words)) == []


def test_the_case_decides_what_it_asks():
    loose = replace(ASKED, second_reviewer=False, independent_sources=1)
    assert rules(replace(GOOD, second_reviewer="", evidence=GOOD.evidence[1:2]), loose) == []


def test_ratings_off_the_axis_need_no_side():
    unproven = replace(
        GOOD,
        rating=DEFAULT_SCALE.rating("unproven"),
        summary="Nobody has a list.",
        unknown="No source says more.",
    )
    assert rules(replace(unproven, evidence=())) == []


def test_a_claimant_may_be_known_to_be_unknown():
    assert rules(replace(GOOD, claimant="unknown")) == []


def test_an_archived_copy_is_as_good_as_an_address():
    nowhere = replace(GOOD, citation=replace(GOOD.citation, url=""))
    assert rules(nowhere, replace(ASKED, archived=frozenset({"claim.txt"}))) == []


def test_a_place_needs_a_name_or_an_address():
    nowhere = replace(GOOD.citation, title="", publisher="", url="")
    assert rules(replace(GOOD, citation=nowhere)) == ["nothing missing", "source traceable"]


def test_context_needs_no_address():
    aside = evidence("context", "for.txt", 2)
    aside = replace(aside, citation=replace(aside.citation, url="", article="for.txt"))
    v = replace(GOOD, evidence=(*without("corroborates"), aside))
    assert rules(v) == []


def test_a_second_reviewer_who_differs_is_named():
    (finding,) = check(GOOD, replace(ASKED, differing="false by Bo Lind"))
    assert finding.rule == "reviewers agree"
    assert "false by Bo Lind" in finding.message
    assert second_look(GOOD, replace(ASKED, differing="false by Bo Lind")) == (finding,)


def test_each_profile_holds_back_what_the_one_before_does():
    draft, house, ifcn = (set(PROFILES[name]) for name in ("draft", "house", "ifcn"))
    assert draft < house < ifcn == {name for name, _ in RULES}


def test_texts_that_were_not_given_do_not_pass():
    assert rules(GOOD, replace(ASKED, texts={})) == ["quote stands"] * 4


def test_rules_have_names_of_their_own():
    assert len({name for name, _ in RULES}) == len(RULES)


def test_a_verdict_that_is_out_is_looked_at_again_when_its_sources_or_the_corpus_change():
    assert second_look(GOOD, ASKED) == ()
    changed = replace(
        GOOD, evidence=(replace(GOOD.evidence[0], state="changed"), *GOOD.evidence[1:])
    )
    assert [f.rule for f in second_look(changed, ASKED)] == ["source unchanged"]
    newer = KnownConflict("Only 12 homes burned.", replace(GOOD.citation, article="new.txt"))
    assert [f.rule for f in second_look(GOOD, replace(ASKED, known=(newer,)))] == [
        "evidence against is shown"
    ]
    unsigned = replace(GOOD, second_reviewer="", summary="")
    assert second_look(unsigned, ASKED) == ()


@pytest.mark.parametrize("contact", ["", "  "])
def test_readers_must_be_told_whom_to_ask_for_a_correction(contact):
    assert rules(GOOD, replace(ASKED, contact=contact)) == ["corrections contact"]
    assert "corrections contact" in PROFILES["house"]
    assert "corrections contact" not in PROFILES["draft"]
