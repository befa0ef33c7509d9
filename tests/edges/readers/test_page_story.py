"""The story of a page comes in whole, corrections with it; the page's frame stays out."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.text.articles import Article
from workbench.core.text.passages import split
from workbench.edges.readers import read_seed
from workbench.edges.readers.html_body import page_of

FIRST = "<p>The bridge at Osier Weir fell into the river on Sunday and took two vans with it.</p>"
SECOND = (
    "<p>Divers went on searching below the weir until it was dark, the fire service told us.</p>"
)
THIRD = (
    "<p>The lock keeper had shut both gates by then, and the barges were tied up at the quay.</p>"
)
SENTENCE = "On Friday three divers of Osier denied that 31 vans had been lost."
CORRECTION = "This article was amended on 6 May 2021. An earlier version said 31 people drowned."


def page(*parts, after=""):
    body = "".join(parts)
    return (
        "<html lang='en'><head><title>Bridge falls</title></head><body><main><article>"
        f"<h1>Bridge falls</h1>{body}</article>{after}</main></body></html>"
    )


def lines(html):
    return page_of(html).text.split("\n")


PARAGRAPHS = (
    "<p><a href='/x'>{}</a></p>",
    "<p><a href='/x'><strong>{}</strong></a></p>",
    "<p><strong><a href='/x'>{}</a></strong></p>",
    "<div>{}</div>",
    "<div><a href='/x'>{}</a></div>",
    "<section>{}</section>",
    "<div><span>{}</span></div>",
    "<center>{}</center>",
    "{}",
    "<a href='/x'>{}</a>",
    "<div class='text'><div><div>{}</div></div></div>",
    "<p><x-link>{}</x-link></p>",
)


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_a_paragraph_counts_however_it_is_marked_up(paragraph):
    lost = paragraph.format(SENTENCE)
    told = [FIRST[3:-4], SECOND[3:-4], THIRD[3:-4]]
    for place in range(4):
        parts = [FIRST, SECOND, THIRD]
        parts.insert(place, lost)
        expected = list(told)
        expected.insert(place, SENTENCE)
        found = [line for line in lines(page(*parts)) if line != "Bridge falls"]
        assert found == expected


@pytest.mark.parametrize(
    "frame",
    [
        "<nav><ul><li><a href='/a'>{}</a></li><li><a href='/b'>The mayor denied it "
        "all.</a></li></ul></nav>",
        "<aside><p>{}</p></aside>",
        "<div class='related'><p><a href='/x'>{}</a></p></div>",
        "<ul><li><a href='/a'>{}</a></li><li><a href='/b'>The mayor of Osier denied it "
        "all.</a></li></ul>",
        "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>",
        "<div class='wp-caption'><p>{}</p></div>",
        "<div class='newsletter-box'>{}</div>",
        "<form><p>{}</p></form>",
        "<div hidden>{}</div>",
    ],
)  # fmt: skip
def test_what_the_page_says_is_something_else_stays_out(frame):
    html = page(FIRST, SECOND, frame.format(SENTENCE), THIRD)
    assert SENTENCE not in page_of(html).text


CORRECTING = (
    "<footer class='correction'><p>{}</p></footer>",
    "<footer><p>{}</p></footer>",
    "<aside class='correction'>{}</aside>",
    "<aside><p>{}</p></aside>",
    "<div class='article__corrections'><p>{}</p></div>",
    "<p><em>{}</em></p>",
    "<p class='note'><small>{}</small></p>",
    "<section id='amendment'><div>{}</div></section>",
)


@pytest.mark.parametrize("box", CORRECTING)
@pytest.mark.parametrize("place", range(4))
def test_a_correction_comes_along_and_is_shown_with_the_article(tmp_path, box, place):
    parts = [FIRST, SECOND, THIRD]
    parts.insert(place, box.format(CORRECTION))
    (tmp_path / "a.html").write_text(page(*parts), encoding="utf-8")
    (row,) = read_seed(tmp_path / "a.html", "a.html")
    assert CORRECTION in row.article.text.split("\n")
    assert f"correction: {CORRECTION}" in row.flags


def test_a_box_that_is_named_a_correction_is_one_whatever_it_says():
    box = "<div class='correction'><h4>To put it right</h4><p>The toll was 4, not 31.</p></div>"
    found = page_of(page(FIRST, box, SECOND, THIRD))
    marked = [found.text[part.start : part.end] for part in found.parts]
    assert "The toll was 4, not 31." in marked


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PARAGRAPHS), st.integers(2, 999)), max_size=3),
    st.lists(
        st.tuples(st.sampled_from(PARAGRAPHS), st.integers(1000, 9999)),
        max_size=3,
        unique_by=lambda part: part[1],  # of two that say the same, either may be the one kept
    ),
)
def test_no_sentence_between_paragraphs_is_lost_or_moved(before, after):
    written = [
        (form, f"The keeper of lock {n} denied that it had been open.") for form, n in before
    ]
    later = [(form, f"The owner of barge {n} said that it had been empty.") for form, n in after]
    html = page(
        FIRST,
        *(
            f"{form.format(text)}{SECOND if n == 0 else ''}"
            for n, (form, text) in enumerate(written)
        ),
        "<p>Nobody had seen the light on the bridge go out, as far as the police know.</p>",
        *(form.format(text) for form, text in later),
        THIRD,
    )
    told = page_of(html).text
    assert all(text in told for _, text in (*written, *later))
    once = list(dict.fromkeys(text for _, text in later))
    assert sorted(once, key=told.index) == once


def test_pages_of_many_links_take_no_longer_for_it():
    link = "<p><a href='/x'>The keeper of lock {} denied that it had been open.</a></p>"
    html = page(FIRST, *(link.format(n) for n in range(20_000)), SECOND, THIRD)
    started = time.process_time()
    page_of(html)
    assert time.process_time() - started < 30


OUTSIDE = (
    "<footer><p>{}</p></footer>", "<footer class='article-footer'><div><p>{}</p></div></footer>",
    "<div class='corrections'><p>{}</p></div>", "<aside><h4>Correction</h4><p>{}</p></aside>",
    "<footer><nav><a href='/'>Home</a></nav><small>{}</small><p>© Osier Post</p></footer>",
    "<p>{}</p>", "<details><summary>Correction</summary><p>{}</p></details>",
    "<div><div><section id='amendment'><p><em>{}</em></p></section></div></div>",
)  # fmt: skip


@given(
    st.sampled_from(OUTSIDE),
    st.sampled_from([
        CORRECTION,
        "An earlier version of this article said that {} people drowned; it was 3.",
        "Correction, 7 May: the toll was 3, not {}.",
        "Because of an editing error this story gave a toll of {} at first.",
    ]),
    st.integers(20, 90),
    st.booleans(),
)  # fmt: skip
def test_a_correction_counts_wherever_its_page_has_it(box, said, number, above):
    note = box.format(said.replace("{}", str(number)))
    html = page(FIRST, SECOND, THIRD)
    html = (
        html.replace("<main>", f"{note}<main>")
        if above
        else html.replace("</main>", f"</main>{note}")
    )
    found = page_of(html)
    told = said.replace("{}", str(number))
    assert told in found.text.split("\n")
    document = split(Article("a", found.text, parts=found.parts))
    assert all(p.noise == "correction" for p in document.passages if p.quote in told)


@pytest.mark.parametrize(
    "foot",
    [
        "<ul><li><a href='/c'>Corrections and clarifications</a></li></ul>",
        "<p>Corrections: write to our desk at desk@osier.example if you find a mistake.</p>",
        "<h5>Corrections</h5><p>Please send what you find to the readers' editor.</p>",
        "<div class='comments'><p>Correction: it was 31 people, I was there.</p></div>",
        "<div class='related'><h4>Correction</h4><p><a href='/x'>The toll was 31.</a></p></div>",
    ],
)
def test_what_a_site_says_of_corrections_is_none(foot):
    html = page(FIRST, SECOND, THIRD).replace("</main>", f"</main><footer>{foot}</footer>")
    assert page_of(html).text.split("\n")[-1] == THIRD[3:-4]


@pytest.mark.parametrize("count", [2, 3, 6])
def test_a_story_cut_into_boxes_around_advertisements_is_whole(count):
    said = [
        f"On day {n} of the search the crew of the tug found {n + 3} crates." for n in range(40)
    ]
    each = len(said) // count
    boxes = "".join(
        "<div class='grid row'><div class='item body'>"
        + "".join(f"<p>{line}</p>" for line in said[at : at + each])
        + "</div><div class='ad'>Advertisement</div></div>"
        for at in range(0, each * count, each)
    )
    text = page_of(
        f"<html><head><title>Crates</title></head><body><main><article><h1>Crates found</h1>"
        f"<div class='chunks'>{boxes}</div></article></main></body></html>"
    ).text
    assert [line for line in said[: each * count] if line not in text] == []
    assert "Advertisement" not in text
