"""Quotations: what stands between marks, also where marks are lost or mistyped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.speech.quotations import LONGEST, find_quotations
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


def quoted(text: str) -> list[list[str]]:
    document = split(Article(id="a", text=text))
    return [[text[a:b] for a, b in q.spans] for q in find_quotations(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said: “It rained.”", ["“It rained.”"]),
        ('"It rained," he said, "and snowed."', ['"It rained,"', '"and snowed."']),
        ("''It rained,'' he said.", ["''It rained,''"]),
        ("He called it ‘a long day’ and left.", ["‘a long day’"]),
        ("The dogs’ bowls weren’t there.", []),
        ("It rained a lot” they said.", ["It rained a lot”"]),
        ("They opposed”any delay” of the plan.", ["”any delay”"]),
    ],
)
def test_spans_of_one_sentence(text: str, expected: list[str]) -> None:
    assert quoted(text) == [expected]


def test_a_quotation_goes_on_only_where_the_next_paragraph_opens_with_a_mark() -> None:
    document = split(
        Article(id="a", text="“It rained for days.\n“The road is gone,” he said.\nHe left.")
    )
    first, second, third = find_quotations(document)
    assert first.open
    assert second.carried
    assert not second.open
    assert not third.carried
    lost = split(Article(id="a", text="“It rained for days.\nHe left."))
    assert not find_quotations(lost)[1].carried


@given(st.text(alphabet="ab .,“”\"'‘’«»\n", max_size=120))
def test_spans_ascend_inside_their_passage(text: str) -> None:
    document = split(Article(id="a", text=text))
    for passage, quotation in zip(document.passages, find_quotations(document), strict=True):
        end = passage.start
        for a, b in quotation.spans:
            assert end <= a < b <= passage.end
            end = b


def test_a_mark_that_is_never_closed_holds_for_so_many_sentences_and_no_more() -> None:
    days = " ".join(f"Day {n} was wet." for n in range(60))
    found = find_quotations(split(Article("a", f"“The rain went on. {days} The mayor left.")))
    assert all(one.spans for one in found[:LONGEST])
    assert not any(one.spans for one in found[LONGEST:])
    assert LONGEST < 60
