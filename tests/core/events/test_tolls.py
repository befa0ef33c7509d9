"""An article's toll: one answer per thing counted."""

import pytest

from workbench.core.events.tolls import Toll, find_tolls
from workbench.core.reading.figures import find_figures
from workbench.core.text.articles import Article
from workbench.core.text.passages import Document, split


def document(text: str, title: str = "") -> Document:
    return split(Article("a", text, title=title))


def tolls(text: str, title: str = "") -> dict[str, Toll]:
    doc = document(text, title)
    return {toll.of: toll for toll in find_tolls(doc, find_figures(doc))}


def test_the_count_given_most_often_is_the_toll_and_names_its_passages() -> None:
    text = (
        "Fourteen people died when a bus left the road on Monday.\n"
        "Police closed the road for hours.\n"
        "The crash killed 14 people and injured 30, the hospital said.\n"
        "One woman who was injured spoke of a loud noise.\n"
    )
    found = tolls(text)
    assert (found["killed"].low, found["killed"].high, found["killed"].passages) == (14, 14, (0, 2))
    assert found["wounded"].low == 30
    assert found["killed"].article == "a"


def test_the_title_is_evidence() -> None:
    found = tolls(
        "The lorry left the road near the bridge.\n", "Three dead, five hurt in lorry crash"
    )
    assert (found["killed"].low, found["wounded"].low) == (3, 5)
    assert found["killed"].passages == ()


def test_the_same_person_named_again_is_not_a_second() -> None:
    text = (
        "A 31-year-old man was stabbed to death in Northfield on Sunday.\n"
        "The man was pronounced dead at the scene.\n"
        "Ruth Amber, a neighbour, said Tom Dale, 31, was killed near his door.\n"
    )
    assert tolls(text)["killed"].low == 1


def test_the_shot_who_died_are_not_wounded() -> None:
    found = tolls(
        "Five people were shot outside a bar on Friday, police said.\nTwo of them died.\n"
    )
    assert (found["killed"].low, found["wounded"].low) == (2, 3)


def test_a_single_victim_who_died_was_not_wounded() -> None:
    found = tolls("A woman was shot on Friday.\nThe woman died in hospital.\n")
    assert found["killed"].low == 1
    assert "wounded" not in found


@pytest.mark.parametrize(
    "background",
    [
        "Last year 80 people were killed in the city.",
        "In 2011 a fire killed 80 people in the same street.",
        "So far this year, 80 people have been killed citywide.",
    ],
)
def test_other_events_do_not_make_the_toll(background: str) -> None:
    text = (
        f"Two workers were killed in a fire on Monday.\nSmoke was seen for miles.\n{background}\n"
    )
    assert tolls(text)["killed"].low == 2


def test_an_attacker_who_killed_himself_is_one_more_dead() -> None:
    text = (
        "A gunman killed three people at a farm and then turned the gun on himself, police said.\n"
    )
    assert tolls(text)["killed"].low == 4


def test_a_death_only_spoken_of_is_one_at_least() -> None:
    toll = tolls("A man was charged on Monday over the fatal shooting in Northfield.\n")["killed"]
    assert (toll.low, toll.high, toll.rule) == (1, None, "implied death")


def test_counts_of_murder_tell_the_dead() -> None:
    toll = tolls("The suspect faces three counts of first-degree murder, the court said.\n")[
        "killed"
    ]
    assert (toll.low, toll.rule) == (3, "counts charged")


def test_counts_of_attempted_murder_tell_the_wounded() -> None:
    toll = tolls("He was booked on six counts of attempted murder, records show.\n")["wounded"]
    assert (toll.low, toll.rule) == (6, "counts charged")


def test_the_next_victim_to_die_is_counted() -> None:
    text = "A third victim has died after the fire in Northfield, doctors said on Friday.\n"
    assert tolls(text)["killed"].low == 3


def test_a_killer_who_died_is_not_among_those_he_shot() -> None:
    text = "Four people were shot dead on a farm by a man who later shot himself, police said.\n"
    assert tolls(text)["killed"].low == 5
    text = "Four people were found dead in what police call a murder-suicide.\n"
    assert tolls(text)["killed"].low == 4


def test_nobody_else_hurt_does_not_undo_the_wounded() -> None:
    text = "Two nurses were wounded in the ward.\nNo one was hurt in a second blast.\n"
    assert tolls(text)["wounded"].low == 2


def test_open_bounds_stay_open() -> None:
    toll = tolls("At least 20 people were killed in the flood.\n")["killed"]
    assert (toll.low, toll.high) == (20, None)


@pytest.mark.parametrize(
    "text",
    [
        "The council voted 12 to 9 for the new bridge, which costs $40 million.\n",
        "He was charged with attempted murder, and the homicide unit was not called.\n",
        "The firm cut 300 jobs and moved 40 people to a new office.\n",
        "",
    ],
)
def test_no_toll_in_articles_without_one(text: str) -> None:
    assert tolls(text) == {}


def test_no_casualties_is_a_toll_of_none() -> None:
    assert tolls("The quake caused no casualties, the mayor said.\n")["killed"].low == 0


def test_who_was_hurt_and_died_of_it_is_not_wounded_as_well() -> None:
    text = (
        "One man was killed in a shooting in Porto on Monday.\n"
        "A man was wounded in the chest and died at a hospital, the police said."
    )
    assert set(tolls(text)) == {"killed"}


@pytest.mark.parametrize(
    "told",
    [
        "Last year 40 people were killed there.\nSo far this year 40 people have been killed.",
        "Last year 40 people were killed by storms.\nA storm killed 40 people a year ago.",
        "Since 2019 storms have killed 40 people.\nOn average storms kill 40 people each year.",
    ],
)
def test_what_is_told_as_background_hardly_counts(told: str) -> None:
    """However often a report says what happened in other years, its own count stands."""
    text = f"The storm killed 3 people in Orlem on Monday, police said.\n{told}\n"
    assert tolls(text)["killed"].low == 3
