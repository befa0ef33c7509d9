"""Notices of a page among the sentences of its story: each kind, and news that begins like it."""

import time

import pytest

from workbench.core.text.articles import Article
from workbench.core.text.notices import notice_of
from workbench.core.text.passages import split

NOTICES = (
    ("Stay with Harbour News 5 for the latest on the ferry fire.", "running story"),
    ("Channel 9 is covering this story and will have more at six.", "running story"),
    ("This is an ongoing story.", "running story"),
    ("We'll update this page as we learn more.", "running story"),
    ("Your comment has been sent.", "site notice"),
    ("There was an error loading the player.", "site notice"),
    ("Get email alerts on the harbour daily!", "site notice"),
    ("Need an online subscription?", "site notice"),
    ("Call the desk at 555-010-2233 with tips.", "site notice"),
    ("Download our weather app before the storm.", "site notice"),
    ("Tell us what you saw in the comments.", "comments"),
    ("Follow Ana Silva on Twitter.", "author note"),
    ("PHOTOGRAPHER: Ana Silva.", "credit"),
    ("Image 3 of 12 Cranes stand idle in the port.", "caption"),
    ("Video (01:20): Divers leave the quay.", "caption"),
    ("Above, the old quay before the flood.", "caption"),
    ("Dockers march past the town hall in Aville on May 4, 2021.", "caption"),
    ("Ferry sinks off Aville Posted: Monday, May 3, 2021 9:10 AM", "teaser"),
    ("You can read the full report here.", "teaser"),
    ("player.ready(function() { player.load('a'); });", "script"),
    ("document.getElementById('x').innerHTML = '';", "script"),
    ("gallery_next|article-12|0", "script"),
)
NEWS = (
    "Police will stay with the family for the night, the mayor said.",
    "Your vote counts, she told the crowd.",
    "The mayor said the story was being updated by the Herald's own staff.",
    "There was a problem with the ferry's engine, the owner said.",
    "He left a long comment about the fire.",
    "Follow-up tests on the water found lead.",
    "The dockers marched past the town hall in Aville on May 4, 2021.",
    "The function (a dinner) was put off.",
    "2 of 3 voters want a new bridge.",
    "She wrote on Twitter that the quay was closed.",
    "Call volumes rose by 40 percent in 2020.",
    "Above all, the bridge is safe.",
    "Residents get alerts from the town when the river rises.",
)


@pytest.mark.parametrize(("sentence", "rule"), NOTICES)
def test_a_notice_is_named(sentence: str, rule: str) -> None:
    assert notice_of(sentence) == rule


@pytest.mark.parametrize("sentence", NEWS)
def test_news_is_no_notice(sentence: str) -> None:
    assert notice_of(sentence) == ""


@pytest.mark.parametrize("sentence", [s for s, _ in NOTICES if s[-1] in ".!?;"])
def test_a_footer_is_told_from_the_sentence_before_it(sentence: str) -> None:
    story = "The ferry burned for nine hours, the coastguard said."
    document = split(Article("a", f"{story} {sentence}\n\nNobody was hurt in the fire.\n"))
    assert [p.quote for p in document.passages if not p.noise] == [
        story,
        "Nobody was hurt in the fire.",
    ]


def test_a_rule_of_underscores_is_no_riddle() -> None:
    started = time.process_time()
    assert notice_of("_" * 400) == ""
    assert notice_of(("_" * 30 + "a") * 40) == ""
    assert time.process_time() - started < 1  # it took for ever: each sign could be a word's


@pytest.mark.parametrize(
    "sentence",
    [
        "The band performs during a fair on the quay in March 2009 in Dolna.",
        "Marchers pose with a flag in front of the mill in Aville on May 6.",
        "(Reporting by Ana Silva; Additional reporting by Ivo Lind in Dolna; Editing by May Voss)",
        '<tweet tweet-id="12345"><tweet/>.',
        "Hit the jump to see it.",
    ],
)
def test_captions_credits_and_markup_are_notices(sentence: str) -> None:
    assert notice_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The band performed at a fair on the quay in March 2009 in Dolna.",
        "Voss told the court that she will walk free on May 6.",
        "(The report was written by a clerk.)",
        "After the jump in prices, sales fell.",
    ],
)
def test_news_like_them_is_none(sentence: str) -> None:
    assert not notice_of(sentence)
