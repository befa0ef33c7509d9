import time
from datetime import date

import pytest

from workbench.core.candidates.rerank import query_for
from workbench.edges.index import Filters, IndexedPassage, PassageQuery, open_index
from workbench.errors import CaseDamaged, CaseLocked


def passage(article, quote, start=0, **more):
    return IndexedPassage(article, start, start + len(quote), quote, **more)


@pytest.fixture
def index(tmp_path):
    opened = open_index(tmp_path / "index")
    yield opened
    opened.close()


def fill(index, *passages):
    index.add(passages)
    index.commit()


def articles(index, text, **more):
    return [h.article for h in index.search(query_for(text), **more)]


def test_what_was_added_comes_back_whole(index):
    one = passage(
        "a", "Ferries stop at noon.", 7, title="Ports", published=date(2024, 1, 2), publisher="P"
    )
    fill(index, one)
    hit = index.search(query_for("ferries"))[0]
    assert (hit.article, hit.start, hit.end, hit.quote) == ("a", 7, 28, "Ferries stop at noon.")
    assert (hit.title, hit.published, hit.publisher) == ("Ports", date(2024, 1, 2), "P")


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("13,000 were displaced", "thirteen thousand"),
        ("thirteen thousand were displaced", "13000"),
        ("Zelenskiy travelled north", "Zelensky"),
        ("Trains to Kiev were late", "Kyiv"),
        ("Mohammed spoke", "Mohamad"),
        ("the attacks went on", "attack"),
    ],
)
def test_spellings_meet(index, stored, asked):
    fill(index, passage("a", stored), passage("b", "Something else entirely happened."))
    assert articles(index, asked)[:1] == ["a"]


def test_adding_a_passage_again_replaces_it(index):
    fill(index, passage("a", "Ferries stop."))
    fill(index, passage("a", "Ferries stop.", publisher="new"))
    hits = index.search(query_for("ferries"))
    assert [h.publisher for h in hits] == ["new"]
    index.add([passage("c", "Trams."), passage("c", "Trams.", publisher="twice")])
    index.commit()
    assert [h.publisher for h in index.search(query_for("trams"))] == ["twice"]


def test_a_deleted_article_is_gone(index):
    fill(index, passage("a", "Ferries stop."), passage("b", "Ferries go."))
    index.delete(["a"])
    index.commit()
    assert articles(index, "ferries") == ["b"]
    assert index.stats().passages == 1


def test_a_reader_follows_what_another_writes(tmp_path):
    reader, writer = open_index(tmp_path / "i"), open_index(tmp_path / "i")
    assert articles(reader, "ferries") == []
    fill(writer, passage("a", "Ferries stop."))
    assert articles(reader, "ferries") == ["a"]


def test_two_writers_at_once_are_told(tmp_path):
    one, other = open_index(tmp_path / "i"), open_index(tmp_path / "i")
    one.add([passage("a", "Ferries.")])
    with pytest.raises(CaseLocked):
        other.add([passage("b", "Trams.")])
    one.commit()
    fill(other, passage("b", "Trams."))
    assert other.stats().passages == 2


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


@pytest.mark.parametrize(
    "text", ["", "the and of", "ferries", "AND OR NOT ( :", "x" * 100_000, "a b " * 30_000]
)
def test_odd_queries_get_a_quick_answer(index, text):
    fill(index, passage("a", "Ferries stop."))
    began = time.perf_counter()
    index.search(query_for(text))
    assert time.perf_counter() - began < 2


def test_a_deleted_index_is_reported(tmp_path):
    folder = tmp_path / "i"
    opened = open_index(folder)
    fill(opened, passage("a", "Ferries stop."))
    for path in folder.iterdir():
        path.unlink()
    with pytest.raises(CaseDamaged):
        opened.search(query_for("ferries"))


@pytest.mark.parametrize("suffix", [".term", ".store", ".json"])
def test_a_cut_file_is_reported(tmp_path, suffix):
    folder = tmp_path / "i"
    opened = open_index(folder)
    fill(opened, passage("a", "Ferries stop."))
    opened.close()
    victim = next(
        p for p in folder.iterdir() if p.name.endswith(suffix) and not p.name.startswith(".")
    )
    victim.write_bytes(victim.read_bytes()[: victim.stat().st_size // 2])
    with pytest.raises(CaseDamaged):
        open_index(folder).search(query_for("ferries"))


def test_an_index_of_another_layout_is_reported(tmp_path):
    fill(open_index(tmp_path / "i"), passage("a", "Ferries stop."))
    (tmp_path / "i" / "layout").write_text("0")
    with pytest.raises(CaseDamaged):
        open_index(tmp_path / "i")


def test_stats_count_passages_and_articles(index):
    fill(index, passage("a", "One."), passage("a", "Two.", 9), passage("b", "Three."))
    stats = index.stats()
    assert (stats.passages, stats.articles) == (3, 2)
    assert stats.bytes > 0
