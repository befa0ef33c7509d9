"""What aggregators read: required fields, numbers only on the axis, and the way back."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from workbench.core.publication.checked import read_claimreviews
from workbench.core.publication.claimreview import feed_lines, to_claimreview
from workbench.core.verdicts.ratings import DEFAULT_SCALE

from .example import VERDICT
from .hostile import quick, quotes

SCHEMA = jsonschema.Draft202012Validator(
    json.loads(Path(__file__).with_name("claimreview.schema.json").read_text())
)
HOUSE = {"base_url": "https://desk.example/facts/", "organisation": "The Desk"}


def test_a_full_verdict_passes_the_schema_and_says_where_it_stands(verdict):
    review = to_claimreview(verdict, **HOUSE)
    SCHEMA.validate(review)
    assert review["url"].startswith("https://desk.example/facts/verdicts/the-flood-in-torvik")
    assert review["reviewRating"]["ratingValue"] == 3
    assert (review["reviewRating"]["worstRating"], review["reviewRating"]["bestRating"]) == (1, 5)
    assert review["dateModified"] == "2024-05-06"
    (made,) = review["itemReviewed"]["appearance"]  # what agrees with it did not make it
    assert made["headline"] == "Flood in Torvik"
    assert "one.txt" not in json.dumps(review)


@pytest.mark.parametrize("name", DEFAULT_SCALE.names)
def test_every_rating_passes_and_numbers_stand_on_the_axis_only(verdict, name):
    rating = DEFAULT_SCALE.rating(name)
    review = to_claimreview(replace(verdict, rating=rating), **HOUSE)
    SCHEMA.validate(review)
    assert ("ratingValue" in review["reviewRating"]) == (rating.value is not None)
    assert review["reviewRating"]["alternateName"] == name


def test_what_is_unknown_is_left_out(verdict):
    bare = replace(
        verdict,
        claimant="",
        said_on=None,
        evidence=(),
        corrections=(),
        citation=replace(
            verdict.citation, title="", publisher="", url="javascript:x", published=None
        ),
    )
    review = to_claimreview(bare, base_url="", organisation="The Desk")
    SCHEMA.validate(review)
    assert review["itemReviewed"] == {"@type": "Claim"}
    assert "url" not in review  # a relative one would lead nowhere


@pytest.mark.parametrize(
    ("claimant", "kind"),
    [
        ("Dmitry Orlov", "Person"),
        ("the defence ministry", "Organization"),
        ("Norway’s government", "Organization"),
        ("Ukraine", "Organization"),
        ("the United States", "Organization"),
        ("the mayor of Torvik", "Person"),
    ],
)
def test_a_claimant_is_a_person_unless_the_name_says_otherwise(verdict, claimant, kind):
    review = to_claimreview(replace(verdict, claimant=claimant), **HOUSE)
    assert review["itemReviewed"]["author"] == {"@type": kind, "name": claimant}


@pytest.mark.parametrize(
    "claimant",
    ["the author of the article", "officials", "Two ministry spokesmen", "unknown", "rescuers"],
)
def test_who_is_no_one_person_and_no_body_is_not_made_one(verdict, claimant):
    review = to_claimreview(replace(verdict, claimant=claimant), **HOUSE)
    assert "author" not in review["itemReviewed"]


@quick
@given(quotes)
def test_read_back_it_is_the_verdict(quote):
    made = replace(VERDICT, claim=quote, claimant=quote)
    taken, refused = read_claimreviews(json.loads(json.dumps(to_claimreview(made, **HOUSE))))
    assert len(taken) + len(refused) == 1
    assert bool(refused) == (not quote.strip())
    for read in taken:
        assert read.claim.split() == quote.split()
        assert read.claimant.split() in ([], quote.split())
        assert (read.rating, read.publisher) == (made.rating.name, "The Desk")
        assert (read.said_on, read.checked_on) == (date(2024, 5, 2), date(2024, 5, 4))


def test_the_feed_is_one_json_object_with_every_review(verdict):
    verdicts = [
        verdict,
        replace(verdict, claim_id="other", claim="</script> \u2028", corrections=()),
    ]
    feed = json.loads("".join(feed_lines(verdicts, **HOUSE)))
    assert feed["@type"] == "DataFeed"
    assert [item["item"] for item in feed["dataFeedElement"]] == [
        [to_claimreview(v, **HOUSE)] for v in verdicts
    ]
    assert json.loads("".join(feed_lines([], **HOUSE)))["dataFeedElement"] == []


def test_reading_others_reviews_from_every_shape_they_come_in(verdict):
    one = {
        "@type": "ClaimReview",
        "claimReviewed": "A  b",
        "reviewRating": {"ratingValue": 2, "bestRating": 5},
        "author": [{"name": "Desk"}],
        "url": "https://d.example/1",
    }
    two = {
        "@type": ["schema:ClaimReview"],
        "claimReviewed": "C",
        "reviewRating": [{"alternateName": "Faux"}],
        "author": "Them",
        "url": "javascript:x",
        "datePublished": "2024-13-99",
    }
    for shape in (
        [one, two],
        {"@graph": [one, {"@type": "WebPage", "mainEntity": two}]},
        {"@type": "DataFeed", "dataFeedElement": [{"item": [one]}, {"item": two}]},
    ):
        (first, second), refused = read_claimreviews(shape)
        assert (first.claim, first.rating, first.publisher, first.url) == (
            "A b",
            "2 of 5",
            "Desk",
            "https://d.example/1",
        )
        assert (second.rating, second.publisher, second.url, second.checked_on) == (
            "Faux",
            "Them",
            "",
            None,
        )
        assert refused == ()


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ({"@type": "ClaimReview"}, "no claimReviewed"),
        ({"@type": "ClaimReview", "claimReviewed": 7.5, "reviewRating": "x"}, "no rating"),
        ({"@type": "ClaimReview", "claimReviewed": ["x"]}, "no claimReviewed"),
    ],
)
def test_one_bad_entry_is_named_and_the_rest_is_read(bad, reason):
    good = {
        "@type": "ClaimReview",
        "claimReviewed": "C",
        "reviewRating": {"alternateName": "False"},
    }
    taken, (refused,) = read_claimreviews([good, bad])
    assert len(taken) == 1
    assert refused.place == "$[1]"
    assert reason in refused.reason


@pytest.mark.parametrize("data", [None, 1, "x", [], {}, [[[]]], {"@type": {"a": 1}}])
def test_what_holds_no_review_gives_none(data):
    assert read_claimreviews(data) == ((), ())


def test_deep_nesting_is_not_followed():
    data = {"@type": "ClaimReview"}
    for _ in range(5000):
        data = {"item": [data]}
    assert read_claimreviews(data) == ((), ())
