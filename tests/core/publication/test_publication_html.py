"""Pages of the site: everything a reader needs, nothing that acts, nothing from elsewhere."""

import base64
import hashlib
import html
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import parse_qs

import pytest
from hypothesis import given

from workbench.core.publication import Correction, House, PublishedVerdict
from workbench.core.publication.claimreview import to_claimreview
from workbench.core.publication.html import (
    LATEST,
    about_html,
    atom_feed,
    corrections_feed,
    corrections_html,
    index_html,
    listed,
    sitemap,
    to_html,
)
from workbench.core.text.display import visible
from workbench.core.verdicts.ratings import DEFAULT_SCALE
from workbench.errors import UsageError

from .example import VERDICT
from .hostile import many, quotes

HOUSE = House("The Desk", "https://desk.example", corrections_contact="write to us")
ATOM = "{http://www.w3.org/2005/Atom}"


class Page(HTMLParser):
    """Elements with their attributes, and the text inside chosen ones."""

    def __init__(self, page):
        super().__init__()
        self.elements, self.inside, self.texts = [], [], {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "link", "input"}:
            self.inside.append((tag, []))

    def handle_endtag(self, tag):
        while self.inside:
            open_tag, text = self.inside.pop()
            self.texts.setdefault(open_tag, []).append("".join(text))
            if self.inside:
                self.inside[-1][1].extend(text)
            if open_tag == tag:
                break

    def handle_data(self, data):
        if self.inside:
            self.inside[-1][1].append(data)

    def handle_comment(self, data):
        self.elements.append(("comment", {}))

    def count(self, tag):
        return sum(one == tag for one, _ in self.elements)


def hashes(page, kind):
    policy = next(a["content"] for t, a in page.elements if t == "meta" and a.get("http-equiv"))
    return re.search(rf"{kind}-src ('sha256-[^']+')", policy), policy


def allowed(text):
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_a_verdict_page_has_all_parts_in_order(verdict):
    page = Page(to_html(verdict, HOUSE))
    assert page.texts["h1"] == [verdict.claim]
    assert page.texts["h2"] == [
        "The claim", "How we came to the rating", "Evidence for the claim",
        "Evidence against the claim",
        "Context", "Sources", "Figures side by side", "What is not known", "Method", "Corrections",
        "History",
    ]  # fmt: skip
    assert page.texts["h3"] == ["What changed"]
    assert [text.strip() for text in page.texts["blockquote"]] == [
        verdict.claim,
        *(item.quote for item in verdict.evidence),
    ]
    text = " ".join(page.texts["main"])
    for wanted in (
        "2 independent sources of 3",
        "40 or more",
        "Bo Lind",
        "4 May 2024, 10:11 UTC",
        "The date of the police statement was wrong.",
    ):
        assert wanted in text
    assert page.count("svg") == 1


def test_the_only_script_of_a_verdict_page_is_its_claimreview(verdict):
    page = Page(to_html(verdict, HOUSE))
    (script,) = (attrs for tag, attrs in page.elements if tag == "script")
    assert script == {"type": "application/ld+json"}
    review = json.loads(page.texts["script"][0])
    assert review == to_claimreview(verdict, base_url=HOUSE.url, organisation=HOUSE.name)


def test_the_policy_allows_the_page_s_own_style_and_script_only(verdict):
    rows = [listed(verdict, HOUSE)]
    for text, scripted in (
        (to_html(verdict, HOUSE), False),
        (index_html(rows, HOUSE), True),
        (corrections_html(rows, HOUSE), False),
    ):
        page = Page(text)
        style, policy = hashes(page, "style")
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert style[1] == allowed(page.texts["style"][0])
        script, _ = hashes(page, "script")
        assert bool(script) == scripted
        if scripted:
            assert script[1] == allowed(page.texts["script"][0])
        assert not any(
            attr.startswith("on") or attr == "style" for _, attrs in page.elements for attr in attrs
        )


def test_nothing_is_loaded_from_anywhere(verdict):
    page = Page(to_html(verdict, HOUSE))
    assert not {tag for tag, _ in page.elements} & {
        "img",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "base",
        "form",
    }
    assert not any("src" in attrs for _, attrs in page.elements)
    assert {a["rel"] for t, a in page.elements if t == "link"} == {"alternate", "canonical", "icon"}
    assert "@import" not in page.texts["style"][0]
    assert "url(" not in page.texts["style"][0]


def hostile_page(v, quote):
    item = replace(
        v.evidence[0],
        quote=quote,
        note=quote,
        reviewer=quote,
        citation=replace(v.citation, title=quote, url=quote),
    )
    made = replace(
        v,
        claim=quote,
        claimant=quote,
        summary=quote,
        unknown=quote,
        rationale=quote,
        evidence=(item,),
        reviewer=quote,
        decided_at=quote,
    )
    row = listed(made, House(quote, quote, corrections_contact=quote))
    return made, row, House(quote, quote, corrections_contact=quote)


def check_page(v, quote):
    made, row, house = hostile_page(v, quote)
    calm = Page(to_html(hostile_page(v, "word")[0], House("word")))
    page = Page(to_html(made, house))
    shown = [text.strip("\n") for text in page.texts["blockquote"]]
    assert visible(quote).strip("\n") in shown
    dangerous = {"script", "img", "iframe", "style", "form", "comment", "meta", "h1", "b", "title"}
    for tag in dangerous:
        assert page.count(tag) == calm.count(tag), tag
    assert not any(
        a.get("href", "").lower().strip().startswith(("javascript", "data"))
        for tag, a in page.elements
        if tag != "link"
    )
    review = json.loads(page.texts["script"][0])
    assert review["claimReviewed"] == quote
    index = Page(index_html([row], house))
    assert visible(quote).strip("\n") in [text.strip("\n") for text in index.texts["h2"]]
    ET.fromstring(atom_feed([row], house).encode())


@many(100)
@given(quotes)
def test_hostile_texts_are_shown_and_nothing_more(quote):
    check_page(VERDICT, quote)


@pytest.mark.slow
@many(3000)
@given(quotes)
def test_three_thousand_hostile_pages(quote):
    check_page(VERDICT, quote)


def test_index_lists_newest_first_with_ratings_from_true_to_off_axis(verdict):
    verdicts = [
        replace(
            verdict,
            claim_id=f"id{i:04}",
            wording=f"Number {i}.",
            rating=DEFAULT_SCALE.rating(name),
            decided_at=f"2024-01-0{i}T00:00:00Z",
        )
        for i, name in enumerate(("false", "unproven", "true", "false"), 1)
    ]
    page = Page(index_html([listed(v, HOUSE) for v in verdicts], HOUSE))
    assert page.texts["h2"] == ["Number 4.", "Number 3.", "Number 2.", "Number 1."]
    assert [text.strip() for text in page.texts["option"]] == [
        "all ratings",
        "True (1)",
        "False (2)",
        "Unproven (1)",
    ]


def test_corrections_page_lists_each_with_its_reason(verdict):
    twice = replace(
        verdict,
        corrections=(
            *verdict.corrections,
            Correction("2024-06-01T00:00:00Z", "Bo Lind", "A second reason."),
        ),
    )
    text = " ".join(Page(corrections_html([listed(twice, HOUSE)], HOUSE)).texts["main"])
    assert text.index("A second reason.") < text.index(
        "The date of the police statement was wrong."
    )
    assert "None so far." in corrections_html([], HOUSE)


def test_feed_has_the_latest_with_absolute_addresses_and_lasting_ids(verdict):
    rows = [
        listed(
            replace(
                verdict,
                claim_id=f"id{i:04}",
                corrections=(),
                decided_at=f"2024-01-01T00:{i:02}:00Z",
            ),
            HOUSE,
        )
        for i in range(LATEST + 5)
    ]
    feed = ET.fromstring(atom_feed(rows, HOUSE).encode())
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == LATEST
    assert (
        feed.find(f"{ATOM}updated").text
        == entries[0].find(f"{ATOM}updated").text
        == "2024-01-01T00:54:00Z"
    )
    assert entries[0].find(f"{ATOM}link").get("href").startswith("https://desk.example/verdicts/")
    assert len({entry.find(f"{ATOM}id").text for entry in entries}) == LATEST
    again = ET.fromstring(atom_feed(rows, HOUSE).encode())
    assert again.find(f"{ATOM}entry/{ATOM}id").text == entries[0].find(f"{ATOM}id").text


def test_a_newsroom_s_style_is_allowed_by_its_own_hash(verdict):
    page = Page(to_html(verdict, HOUSE, (("style.css", "body { color: teal }"),)))
    assert page.texts["style"] == ["body { color: teal }"]
    assert hashes(page, "style")[0][1] == allowed("body { color: teal }")


def test_a_style_cannot_leave_its_element(verdict):
    with pytest.raises(UsageError, match="style"):
        to_html(verdict, HOUSE, (("style.css", "a{} </STYLE><script>"),))


def test_each_correction_is_an_entry_of_their_feed() -> None:
    both = (
        Correction("2024-05-03T10:00:00Z", "Ann", "A <day> was wrong.", "minor"),
        Correction("2024-05-04T10:00:00Z", "Ann", "Another list.", "substantial", "true", "false"),
    )
    told = (replace(VERDICT, corrections=both), replace(VERDICT, corrections=()))
    rows = [listed(v, HOUSE) for v in told]
    feed = ET.fromstring(corrections_feed(rows, HOUSE))
    atom = {"a": "http://www.w3.org/2005/Atom"}
    entries = feed.findall("a:entry", atom)
    assert [entry.findtext("a:summary", "", atom) for entry in entries] == [
        "Another list. Rated true before, false then.",
        "A <day> was wrong.",
    ]
    ids = {entry.findtext("a:id", "", atom) for entry in entries}
    assert len(ids) == 2
    assert feed.findtext("a:updated", "", atom) == "2024-05-04T10:00:00Z"
    verdicts = ET.fromstring(atom_feed(rows, HOUSE))
    assert feed.findtext("a:id", "", atom) != verdicts.findtext("a:id", "", atom)


def test_a_sitemap_names_whole_addresses_only() -> None:
    house = replace(HOUSE, url="https://desk.example/a&b")
    found = ET.fromstring(sitemap([listed(VERDICT, house)], house))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    places = [one.text or "" for one in found.iter(f"{space}loc")]
    assert len(places) == 4
    assert all(place.startswith("https://desk.example/a&b/") for place in places)


def test_the_house_says_its_policies_where_machines_look() -> None:
    house = replace(HOUSE, url="https://desk.example", funding="By its readers.", about="A <desk>.")
    page = about_html(house)
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    said = json.loads(data)
    assert said["@type"] == "NewsMediaOrganization"
    assert said["description"] == "A <desk>."
    for name in ("correctionsPolicy", "verificationFactCheckingPolicy", "ownershipFundingInfo"):
        address, _, part = said[name].partition("#")
        assert address == "https://desk.example/about.html"
        assert f'id="{part}"' in page
    assert "masthead" not in said
    assert "ld+json" not in about_html(replace(house, url=""))


def test_a_page_leads_to_the_other_verdicts_on_its_speaker(verdict: PublishedVerdict) -> None:
    said = replace(verdict, claimant='Ana "Ann" Núñez & <sons>\ud800')
    (link,) = re.findall(r'href="\.\./index\.html#([^"]+)"', to_html(said))
    assert parse_qs(html.unescape(link)) == {"q": ['Ana "Ann" Núñez & <sons>?']}
    assert "index.html#" not in to_html(said, alone=True)
    assert "index.html#" not in to_html(replace(verdict, claimant="unknown"))
