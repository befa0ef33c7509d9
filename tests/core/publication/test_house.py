"""The house: what a case's settings may say of who publishes."""

import pytest

from workbench.core.publication import House
from workbench.errors import UsageError


def test_settings_name_the_house_and_leave_the_rest_as_it_is():
    house = House.from_settings({"name": "The Desk", "url": "https://desk.example"})
    assert (house.name, house.url, house.language) == ("The Desk", "https://desk.example", "en")
    assert house.method == House().method


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"nmae": "x"}, "no 'nmae'"),
        ({"name": 7}, "name must be plain text"),
        ({"name": " "}, "name must be plain text"),
        ({"method": "a\x1bb"}, "method must be plain text"),
        ({"url": "javascript:alert(1)"}, "url must begin with https"),
    ],
)
def test_settings_that_do_not_fit_are_named(given, says):
    with pytest.raises(UsageError, match=says):
        House.from_settings(given)
