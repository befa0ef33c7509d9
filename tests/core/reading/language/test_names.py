"""Names: where they begin and end, and whom a short one stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.reading.language.names import cast_of, is_plural, names_in, without_titles
from workbench.core.text.articles import Article
from workbench.core.text.passages import split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marta Lind met Norland's Prime Minister Ilva Moreno.",
         ["Marta Lind", "Norland", "Prime Minister Ilva Moreno"]),
        ("On Monday the Institute for the Study of Rivers closed.",
         ["Institute for the Study of Rivers"]),
        ("Officials in Oslo and Bergen met Mr. Gray.", ["Oslo", "Bergen", "Mr. Gray"]),
        ("But Ahmed al-Hariri of the Harbour Board left.", ["Ahmed al-Hariri", "Harbour Board"]),
        ("The U.S. Navy sent two ships.", ["U.S. Navy"]),
        ("Initially Norland waited; Mr. and Mrs. Gray left.", ["Norland", "Mrs. Gray"]),
        ("they met nobody there", []),
    ],
)  # fmt: skip
def test_names_are_whole_and_without_function_words(text: str, expected: list[str]) -> None:
    found = [name.text for name in names_in(text)]
    assert [name for name in found if name in expected] == expected
    assert not {"On", "But", "The", "Monday", "Officials", "Initially", "Mr"} & set(found)


@given(st.text(alphabet="AÉbc .’'-ofthe\n", max_size=80), st.integers(0, 500))
def test_names_are_spans_of_the_text(text: str, start: int) -> None:
    for name in names_in(text, start):
        assert text[name.start - start : name.end - start] == name.text != ""


def test_titles_are_no_part_of_a_name() -> None:
    assert without_titles("Foreign Minister Dana Kovac") == "Dana Kovac"
    assert without_titles("Coach Alan Hughes") == "Alan Hughes"
    assert without_titles("Dana Kovac") == "Dana Kovac"


def test_a_last_name_means_the_nearest_bearer_before_it() -> None:
    text = "Ana Silva spoke.\nSilva left.\nPaul Silva came.\nSilva sang."
    cast = cast_of(split(Article(id="a", text=text)))
    assert cast.full("Silva", text.index("Silva left")) == "Ana Silva"
    assert cast.full("Silva", text.index("Silva sang")) == "Paul Silva"


def test_a_family_name_in_front_is_known_from_a_title() -> None:
    text = "The lawmaker Tan Weiming spoke first.\nTan left."
    assert cast_of(split(Article(id="a", text=text))).full("Tan", len(text)) == "Tan Weiming"


def test_a_place_is_not_filled_up_with_a_body_named_after_it() -> None:
    text = "The Norland Broadcasting Company moved.\nNorland closed its border."
    cast = cast_of(split(Article(id="a", text=text)))
    assert cast.full("Norland", len(text)) == "Norland"
    assert not cast.is_person("Norland")


def test_he_and_she_follow_given_names_and_titles() -> None:
    cast = cast_of(split(Article(id="a", text="Marta Lind met Mr. Gray and Paul Reis today.")))
    assert cast.agrees("Marta Lind", "she")
    assert not cast.agrees("Marta Lind", "he")
    assert not cast.agrees("Paul Reis", "her")


def test_plural_sources() -> None:
    assert is_plural("two engineers")
    assert is_plural("Experts from the Rivers Institute")
    assert is_plural("Lind and Gray")
    assert not is_plural("the harbour office")
