"""Entries of a live page keep their own times, however the page marks them up."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.core.claims import annotate
from workbench.core.text.passages import split
from workbench.edges.readers import read_seed
from workbench.edges.readers.html_body import page_of

POSTED = (
    ("2021-05-06T09:10",
     "At least 31 people drowned in Osier, the keeper now says. The weir is shut today."),
    ("2021-05-05T22:00",
     "The keeper says 17 people drowned in Osier. The mayor will speak tomorrow."),
    ("2021-05-04T12:30",
     "The bridge fell today and 5 people drowned in Osier, the coast guard says."),
)  # fmt: skip
INTRO = (
    "<p>The bridge at Osier Weir fell into the river and took two vans with it, police said.</p>"
)
CLOSING = (
    "<p>The lock keeper had shut both gates by then, and the barges were tied up at the quay.</p>"
)


def times(moment):
    day, clock = moment.split("T")
    return {"iso": f"{moment}:00Z", "day": day, "clock": clock}


BOXES = (
    "<div class='post'><time datetime='{iso}'>{clock}</time><p>{text}</p></div>",
    "<article><header><h3>News</h3><time "
    "datetime='{iso}'>{clock}</time></header><p>{text}</p></article>",
    "<section><p class='when'><time datetime='{iso}'>{clock}</time></p><div>{text}</div></section>",
    "<li><time datetime='{iso}'>{clock}</time> {text}</li>",
    "<li><span data-timestamp='{epoch}'>{clock}</span><p>{text}</p></li>",
    "<div><h2><time datetime='{iso}'>{clock}</time> Toll</h2><p>{text}</p></div>",
    "<h2><time datetime='{iso}'>{clock}</time></h2><p>{text}</p>",
    "<h3>Toll <time datetime='{iso}'>{clock}</time></h3><p>{text}</p>",
    "<p><time datetime='{iso}'>{clock}</time></p><p>{text}</p>",
    "<div class='block' itemprop='liveBlogUpdate' itemscope "
    "itemtype='https://schema.org/BlogPosting'>"
    "<meta itemprop='datePublished' content='{iso}'><p>{text}</p></div>",
    "<div class='entry'><a href='#e'><time datetime='{iso}'>{clock}</time></a><p>{text}</p></div>",
    "<div class='entry'><span class='when'>{words}, {clock}</span><p>{text}</p></div>",
)


def box(form, moment, text):
    day = date.fromisoformat(moment[:10])
    epoch = (
        (day - date(1970, 1, 1)).days * 86_400 + int(moment[11:13]) * 3600 + int(moment[14:]) * 60
    )
    words = f"{day.day} {day:%B} {day.year}"
    return form.format(**times(moment), text=text, epoch=epoch, words=words)


def page(form, posted=POSTED, head=""):
    boxes = "".join(box(form, *entry) for entry in posted)
    boxes = f"<ul>{boxes}</ul>" if form.startswith("<li") else boxes
    return (
        "<html lang='en'><head><title>Bridge falls</title>"
        f"<meta property='article:published_time' content='2021-05-06T08:00:00Z'>{head}</head>"
        f"<body><main><article><h1>Bridge "
        f"falls</h1>{INTRO}<div>{boxes}</div>{CLOSING}</article></main></body></html>"
    )


def entries(html):
    found = page_of(html, today=date(2024, 1, 1))
    return {part.moment: found.text[part.start : part.end] for part in found.parts}


@pytest.mark.parametrize("form", BOXES)
def test_each_entry_has_its_moment_and_nothing_else_has_one(form):
    told = entries(page(form))
    assert list(told) == [moment for moment, _ in POSTED]
    for moment, text in POSTED:
        assert text in told[moment]
    assert not any("two vans" in text or "both gates" in text for text in told.values())


@pytest.mark.parametrize("form", BOXES)
def test_the_time_that_is_shown_stands_in_the_text(form):
    text = page_of(page(form)).text
    assert all(moment[11:] in text for moment, _ in POSTED) or "{clock}" not in form


@pytest.mark.parametrize("form", BOXES)
def test_today_is_the_day_of_the_entry(tmp_path, form):
    (tmp_path / "a.html").write_text(page(form), encoding="utf-8")
    (row,) = read_seed(tmp_path / "a.html", "a.html")
    assert row.article.published == date(2021, 5, 6)
    found = {(m.text, m.from_) for c in annotate(split(row.article)) for m in c.dates if m.from_}
    assert ("today", date(2021, 5, 6)) in found
    assert ("today", date(2021, 5, 4)) in found
    assert ("tomorrow", date(2021, 5, 6)) in found


def test_updates_in_the_pages_data_have_their_moments():
    updates = [
        {"@type": "BlogPosting", "datePublished": f"{moment}:00Z", "articleBody": text}
        for moment, text in POSTED
    ]
    posting = {"@type": "LiveBlogPosting", "liveBlogUpdate": updates}
    head = f"<script type='application/ld+json'>{json.dumps(posting)}</script>"
    told = entries(page("<div><p>{text}</p></div>", head=head))
    assert list(told) == [moment for moment, _ in POSTED]


def test_clocks_alone_make_entries_of_the_pages_own_day():
    posted = [("2021-05-06T09:10", POSTED[0][1]), ("2021-05-06T14:00", POSTED[1][1])]
    told = entries(page("<h3>{clock}</h3><p>{text}</p>", posted))
    assert list(told) == ["T09:10", "T14:00"]


@pytest.mark.parametrize("form", [
    "<div class='comment'><time datetime='{iso}'>{clock}</time><p>{text}</p></div>",
    "<aside><div><time datetime='{iso}'>{clock}</time><p>{text}</p></div></aside>",
    "<div class='card'><time datetime='{iso}'>{clock}</time><h3><a href='/x'>{text}</a></h3></div>",
    "<p>The keeper said at <time datetime='{iso}'>{clock}</time> that he was there. {text}</p>",
    "<p>{text}</p>",
])  # fmt: skip
def test_other_times_make_no_entries(form):
    assert entries(page(form)) == {}


def test_the_entries_times_are_not_the_pages_day():
    html = page(BOXES[0]).replace("article:published_time", "x")
    assert page_of(html.replace(INTRO, "")).published is None


@settings(max_examples=1000, deadline=None)
@given(
    st.lists(st.integers(0, 200_000), min_size=2, max_size=5, unique=True),
    st.sampled_from(BOXES),
)
def test_any_number_of_entries_in_any_markup(minutes, form):
    start = date(2021, 5, 4)
    posted = []
    for number, minute in enumerate(sorted(minutes, reverse=True)):
        day = start + timedelta(days=minute // 1440)
        moment = f"{day}T{minute % 1440 // 60:02}:{minute % 60:02}"
        posted.append(
            (moment, f"Barge number {number} was raised from the river at Osier, the keeper said.")
        )
    told = entries(page(form, posted))
    assert list(told) == [moment for moment, _ in posted]
    assert all(text in told[moment] for moment, text in posted)


@pytest.mark.parametrize("form", [
    "<p>{words}, {clock} – {text}</p>",
    "<div class='entry'><p>{text}</p><footer><time datetime='{iso}'>{clock}</time></footer></div>",
    "<div class='entry'><span title='{iso}'>2 hours ago</span><p>{text}</p></div>",
    "<article><h3>News</h3><p class='meta'>Posted at <time datetime='{iso}'>{clock}</time> by "
    "<a href='/a'>Ada Moor</a></p><p>{text}</p></article>",
    "<article><p class='meta'>Updated: <time datetime='{iso}'>{clock}</time></p><p>{text}</p>"
    "</article>",
])  # fmt: skip
def test_a_time_that_leads_ends_or_labels_its_entry(form):
    told = entries(page(form))
    assert list(told) == [moment for moment, _ in POSTED]
    assert all(text in told[moment] for moment, text in POSTED)


@pytest.mark.parametrize("head", ["Thursday 6 May", "May 6", "Thu, 6 May 2021"])
def test_the_heading_of_a_day_dates_the_clocks_under_it(head):
    body = (
        f"<h2>{head}</h2><p><strong>14:00</strong> A second pier of the bridge gave way.</p>"
        "<h2>Wednesday 5 May</h2><p><strong>18:40</strong> The bridge was shut to all cars.</p>"
    )
    html = (
        "<html><head><title>Bridge</title><meta property='article:published_time'"
        " content='2021-05-06T08:00:00Z'></head><body><main><article><h1>Bridge falls</h1>"
        f"{INTRO}<div>{body}</div>{CLOSING}</article></main></body></html>"
    )
    assert {"2021-05-06T14:00", "2021-05-05T18:40"} <= set(entries(html))
