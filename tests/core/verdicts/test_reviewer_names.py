"""Two names of one person, and of two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.verdicts.reviewer_names import name_among, same_person


@pytest.mark.parametrize(
    "other",
    [
        "Ada Berg.", "ada berg", "ADA BERG", "Ada  Berg", " Ada Berg", "Ada\u200bBerg",
        "A\u0430da Berg".replace("A\u0430", "\u0410"), "Ad\u0430 Berg", "Ada B\u0435rg",
        "Ada Berg\u2060", "Ａｄａ Ｂｅｒｇ", "Ada-Berg", "Ada \u202eBerg", "Ada B\u00e9rg",
        "AdaBerg",
        "Adα Berg", "Ada, Berg", "Ada Berg!", "Ada\u00a0Berg", "Ada Ber\u0261",
    ],
)  # fmt: skip
def test_one_person_stays_one(other: str) -> None:
    assert same_person("Ada Berg", other)


@pytest.mark.parametrize(
    "other", ["Ada Bergh", "Ida Berg", "Ada", "Berg Ada", "Ada Berg 2", "", "Нора Лунд", "李雷"]
)
def test_two_people_are_two(other: str) -> None:
    assert not same_person("Ada Berg", other)


@given(st.text(), st.text(alphabet=" .,-\u200b\u200c\u2060\ufeff\u202e'", max_size=5))
def test_what_nobody_tells_apart_makes_nobody_else(name: str, more: str) -> None:
    assert same_person(name, name + more)
    assert same_person(more + name, name)


HOUSE = {"ada": "Ada Berg", "aberg": "Ada Berg", "bo": "Bo Lind"}


@pytest.mark.parametrize(
    ("reviewer", "name"),
    [
        ("ada", "Ada Berg"), ("Ada.", "Ada Berg"), ("aberg", "Ada Berg"), ("Ada Berg", "Ada Berg"),
        ("\u0430da", "Ada Berg"), ("BO", "Bo Lind"), ("bo lind", "Bo Lind"), ("root", ""),
        ("", ""), ("...", ""), ("adam", ""),
    ],
)  # fmt: skip
def test_who_is_called_like_somebody_of_the_house_is_that_person(reviewer: str, name: str) -> None:
    assert name_among(HOUSE, reviewer) == name
