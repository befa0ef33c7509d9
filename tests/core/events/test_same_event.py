from datetime import date

from workbench.core.events.same_event import SAME_EVENT, numbered, one_event, sketch_of
from workbench.core.text.articles import Article

QUAKE = "The earthquake struck Osk in the Velmar valley, governor Lena Arvik said."
AGAIN = "In Osk, Lena Arvik said that rescuers had reached all villages of the Velmar valley."
OTHER = "An earthquake shook the island of Corvo, prefect Rui Sampaio said in Santa Brisa."


def sketch(id, text, published=None, days=()):
    return sketch_of(Article(id, text, published=published), days)


def test_reports_that_share_their_names_report_one_event():
    day = date(2024, 2, 6)
    assert one_event(sketch("a", QUAKE, day), sketch("b", AGAIN, day)) >= SAME_EVENT


def test_the_same_words_about_another_place_report_another_event():
    day = date(2024, 2, 6)
    assert one_event(sketch("a", QUAKE, day), sketch("c", OTHER, day)) < SAME_EVENT


def test_two_fires_in_one_town_months_apart_are_two_events():
    first = "Two people died in a fire on Mill Road in Larkstad, fire chief Jonas Berg said."
    second = "Five people died in a fire at the Anker in Larkstad, fire chief Jonas Berg said."
    one = sketch("a", first, date(2024, 4, 10), [date(2024, 4, 9)])
    other = sketch("b", second, date(2024, 6, 18), [date(2024, 6, 17)])
    assert one_event(one, other) < SAME_EVENT


def test_weekdays_and_offices_are_no_names_of_an_event():
    one = "The President met the Minister on Monday in March, Reuters reported."
    other = "On Monday the Minister wrote to the President, Reuters reported in March."
    assert one_event(sketch("a", one), sketch("b", other)) < SAME_EVENT


def test_a_day_of_which_both_speak_tells_for_one_event():
    dates = date(2024, 2, 7), date(2024, 2, 20)
    day = [date(2024, 2, 6)]
    with_day = [sketch(i, t, d, day) for i, t, d in zip("ab", (QUAKE, AGAIN), dates, strict=True)]
    without = [sketch(i, t, d) for i, t, d in zip("ab", (QUAKE, AGAIN), dates, strict=True)]
    assert one_event(*with_day) > one_event(*without)


def test_events_are_numbered_as_they_come_up():
    day = date(2024, 2, 6)
    found = numbered([sketch("a", QUAKE, day), sketch("c", OTHER, day), sketch("b", AGAIN, day)])
    assert found == {"a": 1, "c": 2, "b": 1}


def test_an_article_without_names_is_an_event_by_itself():
    assert numbered([sketch("a", ""), sketch("b", "")]) == {"a": 1, "b": 2}


def test_reports_of_one_day_that_share_no_name_are_two_events():
    day = date(2025, 3, 4)
    one = sketch(
        "a", "A footbridge over the river Sarn fell in Montrel, rescuers said.", day, [day]
    )
    other = sketch("b", "A bus fell into a ravine near Palt, the police said.", day, [day])
    assert one_event(one, other) < SAME_EVENT


def test_a_state_says_less_than_another_name():
    day = date(2025, 3, 4)
    state = [
        sketch(i, f"{x} flooded, Poland said.", day) for i, x in (("a", "It"), ("b", "Fields"))
    ]
    town = [sketch(i, f"{x} flooded, Osk said.", day) for i, x in (("a", "It"), ("b", "Fields"))]
    assert one_event(*state) < one_event(*town)
