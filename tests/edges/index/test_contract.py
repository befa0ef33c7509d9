"""What every PassageIndex promises; each engine joins by one more parameter."""

import math
import time
from datetime import date

import pytest

from workbench.core.candidates.hits import QueryTerm
from workbench.core.candidates.rerank import query_for
from workbench.core.reading.codec import pack
from workbench.core.reading.model import Figure, Reading
from workbench.edges.index import Filters, IndexedPassage, PassageQuery, open_index

REMOTE = {"opensearch": "opensearch_url", "postgresql": "postgres_url"}


@pytest.fixture(
    params=["embedded", *(pytest.param(name, marks=pytest.mark.servers) for name in REMOTE)]
)
def opened(request, tmp_path):
    """Opens the same index again and again, as several processes would."""
    remote = request.param in REMOTE
    url = request.getfixturevalue(REMOTE[request.param]) if remote else ""
    indexes = []

    def factory(**options):
        indexes.append(open_index(tmp_path / "index", url, **options))
        return indexes[-1]

    yield factory
    for index in indexes:
        index.close()


@pytest.fixture
def index(opened):
    return opened()


def passage(article, quote, start=0, **more):
    return IndexedPassage(article, start, start + len(quote), quote, **more)


def fill(index, *passages):
    index.add(passages)
    index.commit()


def articles(index, text, **more):
    return [h.article for h in index.search(query_for(text), **more)]


def test_what_was_added_comes_back_whole(index):
    day = date(2024, 1, 2)
    noon = Figure("noon \ud800 \x1f", 20, 24, 12, None, "", "hours", "test")
    reading = pack(Reading(7, 28, "", claimant="Ann", figures=(noon,)))
    one = passage(
        "a",
        "Ferries stop at noon.",
        7,
        title="Ports",
        published=day,
        publisher="P",
        reading=reading,
    )
    fill(index, one)
    hit = index.search(query_for("ferries"))[0]
    assert (hit.article, hit.start, hit.end, hit.quote) == ("a", 7, 28, "Ferries stop at noon.")
    assert (hit.title, hit.published, hit.publisher) == ("Ports", day, "P")
    assert hit.reading == reading


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("13,000 were displaced", "thirteen thousand"),
        ("thirteen thousand were displaced", "13000"),
        ("Zelenskiy travelled north", "Zelensky"),
        ("Trains to Kiev were late", "Kyiv"),
        ("the attacks went on", "attack"),
    ],
)
def test_spellings_meet(index, stored, asked):
    fill(index, passage("a", stored), passage("b", "Something else entirely happened."))
    assert articles(index, asked)[:1] == ["a"]


def test_an_unknown_name_is_found_by_one_edit(index):
    fill(index, passage("a", "Mr Tchernivaldo left."), passage("b", "Mrs Okonkwo stayed on."))
    assert articles(index, "Tchernivaldu")[:1] == ["a"]


def test_adding_a_passage_again_replaces_it(index):
    fill(index, passage("a", "Ferries stop."))
    fill(index, passage("a", "Ferries stop.", publisher="new"))
    assert [h.publisher for h in index.search(query_for("ferries"))] == ["new"]
    fill(index, passage("c", "Trams."), passage("c", "Trams.", publisher="twice"))
    assert [h.publisher for h in index.search(query_for("trams"))] == ["twice"]
    assert index.stats().passages == 2


def test_nothing_is_found_before_the_commit(opened):
    index, other = opened(), opened()
    index.add([passage("a", "Ferries stop.")])
    assert articles(other, "ferries") == []
    index.commit()
    assert articles(other, "ferries") == articles(index, "ferries") == ["a"]


def test_what_was_not_committed_is_dropped(opened):
    index = opened()
    fill(index, passage("a", "Ferries stop."))
    index.add([passage("b", "Ferries go.")])
    index.close()
    assert articles(opened(), "ferries") == ["a"]


def test_a_deleted_article_is_gone(index):
    fill(index, passage("a", "Ferries stop."), passage("b", "Ferries go."))
    index.delete(["a"])
    index.commit()
    assert articles(index, "ferries") == ["b"]
    assert index.stats().passages == 1


def test_an_article_is_replaced_in_one_commit(index):
    fill(index, passage("a", "Ferries stop."), passage("a", "Trams stop.", 20))
    index.delete(["a"])
    fill(index, passage("a", "Ferries stop.", publisher="new"))
    assert [h.publisher for h in index.search(query_for("ferries"))] == ["new"]
    assert articles(index, "trams stop") == ["a"]
    assert index.stats().passages == 1


def test_a_reader_follows_what_another_writes(opened):
    reader, writer = opened(), opened()
    assert articles(reader, "ferries") == []
    fill(writer, passage("a", "Ferries stop."))
    assert articles(reader, "ferries") == ["a"]


def test_a_fresh_index_takes_the_place_of_the_old_one(opened):
    old = opened()
    fill(old, passage("a", "Ferries stop."), passage("b", "Ferries go."))
    fresh = opened(fresh=True)
    fill(fresh, passage("b", "Ferries go."))
    assert articles(opened(), "ferries") == ["b"]


@pytest.mark.servers
@pytest.mark.parametrize("url", list(REMOTE.values()))
def test_others_go_on_finding_while_an_index_is_made_anew(url, request, tmp_path):
    url = request.getfixturevalue(url)
    reader = open_index(tmp_path, url)
    fill(reader, passage("a", "Ferries stop."))
    fresh = open_index(tmp_path, url, fresh=True)
    fresh.add(passage(f"n{i}", f"Ferries go at {i} sharp.") for i in range(25_000))
    assert articles(reader, "ferries") == ["a"]
    fresh.commit()
    assert "a" not in articles(reader, "ferries")
    assert reader.stats().passages == 25_000
    assert len(reader.search(query_for("ferries"), 2500)) == 2500
    abandoned = open_index(tmp_path, url, fresh=True)
    abandoned.add([passage("z", "Ferries sank.")])
    abandoned.close()
    assert reader.stats().passages == 25_000
    reader.close()
    fresh.close()


def test_filters_limit_what_is_found(index):
    fill(
        index,
        passage("a", "Ferries stop.", published=date(2024, 1, 1), language="en"),
        passage("b", "Ferries go.", published=date(2024, 6, 1), language="de"),
        passage("c", "Ferries sail."),
    )
    found = lambda f: set(articles(index, "ferries", filters=f))  # noqa: E731
    assert found(Filters(articles=frozenset({"a", "c"}))) == {"a", "c"}
    assert found(Filters(without_articles=frozenset({"a"}))) == {"b", "c"}
    assert found(Filters(language="de")) == {"b"}
    assert found(Filters(published_from=date(2024, 3, 1))) == {"b"}
    assert found(Filters(published_to=date(2024, 3, 1))) == {"a"}


def test_the_claim_s_own_article_is_among_the_hits(index):
    many = [passage(f"x{i}", "Ferries and harbours and ferries.") for i in range(30)]
    own = passage("own", "The captain left with the ferries of the whole coast far behind him.", 90)
    fill(index, own, *many)
    query = query_for("ferries")
    assert "own" not in [h.article for h in index.search(query, 5)]
    assert "own" in [h.article for h in index.search(PassageQuery(query.terms, "own"), 5)]


def test_scores_mean_the_same_on_every_engine(index):
    fill(
        index,
        passage("a", "Old ferries leave Varna before the storm."),
        passage("b", "Ferries ferries ferries."),
        passage("c", "The storm reached Lisbon."),
    )
    terms = (QueryTerm("words", "storm"), QueryTerm("words", "lisbon", 0.5))
    hits = index.search(PassageQuery(terms, "b"))
    assert [h.article for h in hits] == ["b", "c", "a"]
    rarity = {count: math.log(1 + (3.5 - count) / (count + 0.5)) for count in (1, 2)}
    saturated = {n: 2.2 / (1 + 1.2 * (0.25 + 0.75 * n / (11 / 3))) for n in (3, 5)}
    expected = [2.0, (rarity[2] + 0.5 * rarity[1]) * saturated[3], rarity[2] * saturated[5]]
    assert [h.score for h in hits] == pytest.approx(expected, rel=0.01)


def test_an_article_with_odd_characters_comes_back_as_it_was(index):
    odd = "Ferries\x00 \ud800 \x1b[2J 'quote' \\ back \u202e \U0001f600 stop."
    name = "føl/ '\\" + "long" * 300
    fill(index, passage(name, odd, title="a\x1fb"))
    hit = index.search(query_for("ferries stop"))[0]
    assert hit.quote.replace("\x1f", " ") == odd
    assert hit.article == name
    index.delete([name])
    index.commit()
    assert index.stats().passages == 0


@pytest.mark.parametrize(
    "text", ["", "the and of", "ferries", "AND OR NOT ( :", "x" * 100_000, "a b " * 30_000]
)
def test_odd_queries_get_a_quick_answer(index, text):
    fill(index, passage("a", "Ferries stop."))
    began = time.perf_counter()
    index.search(query_for(text))
    assert time.perf_counter() - began < 2


def test_stats_count_passages_and_articles(index):
    fill(index, passage("a", "One."), passage("a", "Two.", 9), passage("b", "Three."))
    stats = index.stats()
    assert (stats.passages, stats.articles) == (3, 2)
    assert stats.bytes > 0
