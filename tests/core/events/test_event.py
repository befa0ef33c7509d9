"""Reports of one event are told from reports of others; the weights come from their script."""

import json
from datetime import date, timedelta
from importlib.resources import files

from workbench.core.events.event import (
    FEATURES,
    SAME_EVENT,
    Rarity,
    Weighed,
    features,
    same_event,
    trace_of,
    weighed,
)
from workbench.core.text.articles import Article

DAY = date(2024, 3, 5)
RARITY = Rarity(1000, {"ostwald": 3, "p:ostvald": 3, "fir": 200, "mill": 30})
FIRE = "A fire at the Grimsel mill in Ostwald killed 12 people. Inge Blum, who runs it, wept."
SAME = "Twelve died in a fire at Inge Blum's Grimsel mill at Ostwald, the brigade said."
OTHER = "A fire at the Harrow mill in Birkenau killed 12 people. Otto Kern, who runs it, wept."


def trace(id: str, text: str, day: date | None = DAY) -> Weighed:
    return weighed(trace_of(Article(id, text, published=day), ()), RARITY)


def test_reports_of_one_event_are_taken_for_that_and_others_are_not() -> None:
    own = trace("a", FIRE)
    assert same_event(own, trace("b", SAME)).probability >= SAME_EVENT
    assert same_event(own, trace("c", OTHER)).probability < SAME_EVENT


def test_the_order_of_two_reports_makes_no_difference() -> None:
    one, other = trace("a", FIRE), trace("b", SAME, DAY + timedelta(30))
    assert same_event(one, other) == same_event(other, one)


def test_an_article_is_of_its_own_event() -> None:
    assert same_event(trace("a", FIRE), trace("a", FIRE)).probability == 1.0


def test_time_between_two_publications_speaks_against_one_event() -> None:
    own = trace("a", FIRE)
    near = same_event(own, trace("b", SAME)).probability
    far = same_event(own, trace("b", SAME, DAY + timedelta(200))).probability
    assert far < near


def test_what_said_so_is_named() -> None:
    assert set(same_event(trace("a", FIRE), trace("b", SAME)).reasons) <= set(FEATURES)
    assert same_event(trace("a", FIRE), trace("b", SAME)).reasons


def test_the_table_has_a_weight_for_every_feature_and_says_where_it_is_from() -> None:
    table = json.loads(files("workbench.core.events").joinpath("event_weights.json").read_text())
    assert tuple(table["weights"]) == FEATURES
    assert len(features(trace("a", FIRE), trace("b", SAME))) == len(FEATURES)
    assert set(table["data"]) == set(table["held out"])
    assert table["made by"] == "training/event.py"


def test_a_headline_that_names_another_place_speaks_against_one_event() -> None:
    own = Article("a", FIRE, "Ostwald mill burns", published=DAY)
    later = "Fire in Birkenau, days after the Grimsel mill fire in Ostwald of Inge Blum."
    here, there = (
        weighed(trace_of(article, ()), RARITY)
        for article in (own, Article("b", later, "Fire in Ostwald", published=DAY))
    )
    away = weighed(trace_of(Article("c", later, "Fire in Birkenau", published=DAY), ()), RARITY)
    assert same_event(here, away).probability < same_event(here, there).probability
