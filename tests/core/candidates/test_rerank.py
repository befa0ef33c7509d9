from dataclasses import replace

from workbench.core.candidates.hits import Hit
from workbench.core.candidates.rerank import MOST_TERMS, depth, query_for, rerank
from workbench.core.claims import find_claims
from workbench.core.compare.bearings import bearing
from workbench.core.reading.codec import pack
from workbench.core.text.articles import Article

QUOTE = "The flood killed 40 people in the valley."


def hit(article, quote, start=0, score=10.0, title=""):
    return Hit(article, start, start + len(quote), quote, title, score=score)


def test_stop_words_ask_for_nothing():
    assert query_for("the and of").terms == ()
    assert query_for("").terms == ()
    assert query_for("   \n").terms == ()


def test_a_long_text_asks_for_a_bounded_number_of_terms():
    text = " ".join(f"word{i}x" for i in range(20_000))
    assert len(query_for(text).terms) <= 4 * MOST_TERMS


def test_a_signature_counts_less_than_what_the_post_says():
    terms = {
        t.text: t.weight
        for t in query_for("Sharks in the lake! — Jo Miller (@jomi) May 3, 2019").terms
    }
    assert terms["shark"] > terms["miller"]


def test_a_claim_asks_for_its_claimant_too():
    claim = bearing("The bridge is safe.", claimant="Marta Oliveira")
    assert "oliveira" in {t.text for t in query_for(claim).terms}


def test_the_claim_itself_is_no_candidate_of_itself():
    claim = bearing(QUOTE, article="a", start=5)
    found = rerank(claim, [hit("a", QUOTE, start=5), hit("b", QUOTE)])
    assert [c.article for c in found] == ["b"]
    assert len(rerank(claim, [hit("a", QUOTE, start=5)], exclude_self=False)) == 1


def test_a_repetition_in_the_same_article_is_not_independent():
    claim = bearing(QUOTE, article="a")
    found = rerank(claim, [hit("a", QUOTE, start=500)])
    assert not found[0].independent


def test_a_copy_elsewhere_is_one_source_and_says_so():
    claim = bearing(QUOTE, article="a")
    found = rerank(
        claim,
        [hit("b", QUOTE), hit("c", "In the valley 40 people were killed when the river rose.")],
    )
    copy = next(c for c in found if c.article == "b")
    other = next(c for c in found if c.article == "c")
    assert not copy.independent
    assert "near-duplicate text: one source, not two" in copy.reasons
    assert other.independent
    assert other.relation == "corroborates"


def test_the_same_speaker_is_not_independent():
    claim = bearing("The dam is safe, Ann Lee said.", article="a", claimant="Ann Lee")
    found = rerank(claim, [hit("b", "Ann Lee said that the dam in the hills is safe.")])
    assert found[0].relation == "corroborates"
    assert not found[0].independent


def test_what_bears_on_the_figure_comes_before_what_shares_words():
    claim = bearing(QUOTE, article="a")
    hits = [
        hit("b", "People in the valley remember the flood of their childhood.", score=10.0),
        hit("c", "The valley flood left 40 dead.", score=9.5),
    ]
    assert rerank(claim, hits)[0].article == "c"


def test_one_article_does_not_crowd_out_the_others():
    quotes = [f"The shark in lake number {n} is a hoax." for n in ("one", "two", "three", "four")]
    hits = [hit("a", q, start=100 * i, score=10.0) for i, q in enumerate(quotes)]
    hits.append(hit("b", "A shark swam in a lake.", score=9.6))
    found = rerank(bearing("shark in a lake"), hits, top=3)
    assert "b" in {c.article for c in found}


def test_as_many_candidates_are_weighed_as_are_asked_for():
    text = bearing("The flood killed 40 people.")
    assert depth(text, 10) < depth(bearing("The flood killed 40 people.", article="a"), 10)
    assert depth(text, 500) == 500
    hits = [hit(f"a{i}", f"The flood in valley {i} killed people.") for i in range(150)]
    assert len(rerank(text, hits, 120)) == 120


def test_what_shares_next_to_nothing_is_context_without_a_look_at_its_slots():
    claim = bearing("The flood killed 40 people in the valley.", article="a")
    far = "Ms Orton sold bicycles in Brask and was never told why shops had closed there at noon."
    (found,) = rerank(claim, [hit("b", far)])
    assert found.relation == "context"
    assert found.reasons == ()


def test_no_hits_give_no_candidates():
    assert rerank(bearing(QUOTE), []) == []


def test_scores_fall_and_stay_within_bounds():
    hits = [
        hit(str(i), f"The flood killed {i} people in valley {i}.", score=20 - i) for i in range(40)
    ]
    scores = [c.score for c in rerank(bearing(QUOTE), hits, top=20)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)


def test_who_said_it_is_taken_from_what_was_read_at_import():
    quotes = ["He said 40 people were killed in the valley by the flood.",
              "She told us that the flood in the valley killed 40 people."]  # fmt: skip
    told = [
        replace(hit(str(i), q), reading=pack(bearing(q, claimant="Ann Lee").reading))
        for i, q in enumerate(quotes)
    ]
    found = rerank(bearing(QUOTE, article="a", claimant="Ann Lee"), told)
    assert [c.relation for c in found] == ["corroborates", "corroborates"]
    assert not any(c.independent for c in found)


def test_figures_that_were_read_at_import_decide_like_those_that_are_read_now():
    claim = bearing(QUOTE, article="a")
    quote = "The flood killed 14 people in the valley, on Tuesday."
    (read,) = find_claims(Article("b", quote))
    now, then = hit("b", quote), replace(hit("b", quote), reading=pack(read.reading))
    (one,), (other,) = rerank(claim, [now]), rerank(claim, [then])
    assert one == other
    assert one.relation == "conflicts"


def test_likeness_in_meaning_puts_hits_in_another_order():
    hits = [hit("a", "The flood hit the valley."), hit("b", "The river rose in the valley.")]
    order = [c.article for c in rerank(bearing("flood in the valley"), hits)]
    assert order == ["a", "b"]
    turned = rerank(bearing("flood in the valley"), hits, alike=lambda _, others: [-1.0, 1.0])
    assert [c.article for c in turned] == ["b", "a"]
    assert depth(bearing("flood"), 10, by_meaning=True) > depth(bearing("flood"), 10)


def test_of_others_only_what_is_independent_is_given():
    claim = bearing(QUOTE, article="a", claimant="Ann Lee")
    hits = [
        hit("a", "Floods in the valley kill people every year.", start=900),
        hit("b", QUOTE),
        hit("c", "Ann Lee said the flood had killed 40 people in the valley."),
        hit("d", "In the valley 40 people were killed when the river rose."),
    ]
    assert [c.article for c in rerank(claim, hits, others=True)] == ["d"]
    assert len(rerank(claim, hits)) == len(hits)


def test_evidence_for_and_against_both_come_in_where_both_exist():
    claim = bearing(QUOTE, article="a")
    near = [hit("a", f"The flood in the valley rose for the {n}th time.", start=100 * n, score=30)
            for n in range(2, 9)]  # fmt: skip
    far = [hit("b", "In the valley 40 people were killed when the river rose.", score=5),
           hit("c", "The flood killed 14 people in the valley.", score=4)]  # fmt: skip
    for top in (2, 3, 5):
        found = rerank(claim, [*near, *far], top)
        assert len(found) == top
        assert {"corroborates", "conflicts"} <= {c.relation for c in found}


def test_what_is_known_of_an_article_settles_a_relation_before_places_are_given():
    claim = bearing(QUOTE, article="a")
    against = [hit(n, f"The flood killed {k} people in the valley.", score=9 - k)
               for n, k in (("b", 3), ("c", 4))]  # fmt: skip
    plain = [hit("d", "The flood in the valley was the worst.", score=20)]

    def settled(found, comparison):
        return replace(comparison, relation="context") if found.article == "b" else comparison

    first = rerank(claim, [*plain, *against], 2, settled=settled)
    assert "c" in {c.article for c in first if c.relation == "conflicts"}
