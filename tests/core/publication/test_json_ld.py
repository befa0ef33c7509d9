"""All JSON-LD that leaves: schema.org's shapes and Google's rules, by the table in the docs."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from workbench.core.publication import Correction, House, PublishedVerdict
from workbench.core.publication.claimreview import feed_lines, organisation, to_claimreview
from workbench.core.verdicts.ratings import DEFAULT_SCALE

from .example import VERDICT

ROOT = Path(__file__).parents[3]
SITE = ROOT / "claims" / "published" / "html"
HOUSE = House(
    "The Desk", "https://desk.example/facts", about="We check.", corrections_policy="We tell.",
    funding="Readers.", people="Two.", complaints="Write.",
)  # fmt: skip
PARENTS = {
    "ClaimReview": "Review", "Review": "CreativeWork", "Claim": "CreativeWork",
    "CreativeWork": "Thing", "NewsMediaOrganization": "Organization", "Organization": "Thing",
    "Person": "Thing", "Rating": "Thing", "CorrectionComment": "CreativeWork",
    "DataFeed": "CreativeWork", "DataFeedItem": "Thing",
}  # fmt: skip
"""Type → what it is one of, in schema.org (types between them are left out)."""


def table() -> dict[tuple[str, str], tuple[tuple[str, ...], str]]:
    """(type, property) → (what may stand there, what Google says of it), of the docs."""
    text = (ROOT / "docs" / "publication.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\w+) \| `(\w+)` \| ([\w, ]+) \| (\w*) ?\|", text, re.MULTILINE)
    return {
        (kind, name): (tuple(range_.split(", ")), google) for kind, name, range_, google in rows
    }


TABLE = table()
NATURES = {
    "Text": lambda value: isinstance(value, str) and value.strip() != "",
    "URL": lambda value: isinstance(value, str) and urlsplit(value).scheme in ("http", "https"),
    "Date": lambda value: isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value),
    "Number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
}


def kinds(name: str) -> Iterator[str]:
    """A type and all that it is one of."""
    while name:
        yield name
        name = PARENTS.get(name, "")


def nodes(value: object) -> Iterator[Mapping]:
    """All objects within a value, the outer ones first."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
            for inner in one.values():
                yield from nodes(inner)


def misshapen(value: object) -> list[str]:
    """What schema.org does not let stand where it stands."""
    return [
        f"{node['@type']}.{name}: {one!r:.80}"
        for node in nodes(value)
        for name, held in node.items()
        if not name.startswith("@")
        for one in (held if isinstance(held, list) else [held])
        if not fits(one, TABLE.get((node["@type"], name), ((), ""))[0])
    ]


def fits(value: object, ranges: tuple[str, ...]) -> bool:
    if isinstance(value, dict):
        return not set(ranges).isdisjoint(kinds(value["@type"]))
    return any(NATURES[name](value) for name in ranges if name in NATURES)


def broken_rules(review: Mapping, house: House) -> list[str]:
    """Which of Google's rules a ClaimReview breaks."""
    broken = [
        f"{kind} lacks {name}"
        for node in nodes(review)
        for (kind, name), (_, google) in TABLE.items()
        if google == "required" and node["@type"] == kind and name not in node
    ]
    rating = review["reviewRating"]
    value = rating.get("ratingValue")
    if value is not None and not (
        isinstance(value, int) and rating["worstRating"] <= value <= rating["bestRating"]
    ):
        broken.append("ratingValue is no whole number of its scale")
    if urlsplit(review.get("url", "")).netloc != urlsplit(house.url).netloc:
        broken.append("url is on another host than the house")
    return broken


VERDICTS = [
    *(replace(VERDICT, rating=DEFAULT_SCALE.rating(name)) for name in DEFAULT_SCALE.names),
    replace(VERDICT, retraction=Correction("2024-05-07T00:00:00Z", "Ada", "Wrong.", "retraction")),
    replace(VERDICT, claimant="", said_on=None, corrections=(), evidence=(), summary=""),
    replace(VERDICT, claimant="Norway", same_as="https://norway.example/"),
    replace(VERDICT, claimant="Dmitry Orlov", same_as="https://orlov.example/"),
    replace(VERDICT, citation=replace(VERDICT.citation, archive="https://kept.example/1")),
    replace(VERDICT, history_head="ab" * 32, wording="Twelve ships sank."),
]


@pytest.mark.parametrize("v", VERDICTS)
def test_a_claimreview_has_the_shape_and_keeps_the_rules(v: PublishedVerdict) -> None:
    review = to_claimreview(v, base_url=HOUSE.url, organisation=HOUSE.name)
    assert misshapen(review) == []
    assert broken_rules(review, HOUSE) == []


def test_the_feed_and_the_house_have_the_shape() -> None:
    feed = json.loads("".join(feed_lines(VERDICTS, base_url=HOUSE.url, organisation=HOUSE.name)))
    assert misshapen(feed) == []
    assert misshapen(organisation(HOUSE)) == []
    assert misshapen(organisation(House(url="https://desk.example"))) == []


def test_the_table_names_what_is_written_and_nothing_else() -> None:
    feed = json.loads("".join(feed_lines(VERDICTS, base_url=HOUSE.url, organisation=HOUSE.name)))
    found = [*nodes(feed), *nodes(organisation(HOUSE))]
    written = {(node["@type"], name) for node in found for name in node if name[0] != "@"}
    assert written == set(TABLE)


def test_the_example_site_has_the_shape() -> None:
    pages = [path.read_text(encoding="utf-8") for path in SITE.rglob("*.html")]
    found = [
        json.loads(block)
        for page in pages
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    ]
    found.append(json.loads((SITE / "claimreview.json").read_text(encoding="utf-8")))
    assert len(found) > 8
    assert [what for one in found for what in misshapen(one)] == []
    lacking = {what for one in found for node in nodes(one) if node["@type"] == "ClaimReview"
               for what in broken_rules(node, House())}  # fmt: skip
    assert lacking == {"ClaimReview lacks url"}, "the example has no address, and says so"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"url": "/verdicts/a.html"}, "ClaimReview.url"),
        ({"datePublished": "soon"}, "ClaimReview.datePublished"),
        ({"author": "the desk"}, "ClaimReview.author"),
        ({"itemReviewed": {"@type": "Claim", "author": {"@type": "Rating"}}}, "Claim.author"),
        ({"claimant": "Ada"}, "ClaimReview.claimant"),
        ({"correction": [{"@type": "Person", "name": "Ada"}]}, "ClaimReview.correction"),
    ],
)
def test_the_check_finds_what_is_wrong(change: dict, found: str) -> None:
    review = to_claimreview(VERDICT, base_url=HOUSE.url, organisation=HOUSE.name) | change
    assert [what.partition(":")[0] for what in misshapen(review)] == [found]
