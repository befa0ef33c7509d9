"""Import files of blogs: every post is there, exact, and known again."""

import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given

from workbench.core.publication import Correction, House
from workbench.core.publication.blogs import body, to_ghost, to_wxr
from workbench.core.text.display import visible
from workbench.errors import UsageError

from .example import VERDICT
from .hostile import many, quotes, shape

HOUSE = House("The <Desk> & Co", "https://desk.example")
OTHER = replace(VERDICT, claim_id="other", claim="Two ]]> ferries <b>sank</b>.")
SPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "wp": "http://wordpress.org/export/1.2/",
}


def items(*verdicts):
    return ET.fromstring("".join(to_wxr(verdicts, HOUSE))).findall("channel/item")


def posts(*verdicts):
    return json.loads("".join(to_ghost(verdicts, HOUSE)))["db"][0]["data"]


def html_of(post):
    (card,) = json.loads(post["lexical"])["root"]["children"]
    return card["html"]


def test_a_blog_gets_the_article_of_the_page_and_no_page():
    (item,) = items(VERDICT)
    content = item.findtext("content:encoded", "", SPACES)
    assert content == body(VERDICT, HOUSE) == html_of(posts(VERDICT)["posts"][0])
    assert "<article>" in content
    assert "<html" not in content
    assert item.findtext("wp:post_date_gmt", "", SPACES)[:10] == VERDICT.first_day[:10]


def test_posts_are_known_again_and_apart():
    one, two = items(VERDICT, OTHER)
    assert one.findtext("guid") != two.findtext("guid")
    corrected = replace(VERDICT, corrections=(Correction("2025-01-01T00:00:00Z", "A", "x"),))
    assert items(corrected)[0].findtext("guid") == one.findtext("guid")
    data = posts(VERDICT, OTHER)
    assert len({post["id"] for post in data["posts"]}) == 2
    known = {tag["id"] for tag in data["tags"]}
    assert {tagged["tag_id"] for tagged in data["posts_tags"]} == known
    assert posts()["posts"] == items() == []


@given(quotes)
@many(60)
def test_any_quote_comes_back_word_for_word(quote):
    v = replace(VERDICT, claim=quote, summary=quote, reviewer=quote)
    (item,) = items(v)
    for found in (item.findtext("content:encoded", "", SPACES), html_of(posts(v)["posts"][0])):
        assert visible(quote) in shape(found)[1]


def test_a_page_without_a_main_part_is_named():
    with pytest.raises(UsageError, match="main"):
        body(VERDICT, HOUSE, (("page.html.j2", "<p>{% block main %}{% endblock %}</p>"),))
