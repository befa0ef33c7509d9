"""A newsroom's own templates run in a sandbox, and none takes for ever."""

import pytest

from workbench.core.publication import House, templating
from workbench.core.publication.templating import render
from workbench.errors import UsageError

NAME = "page.html.j2"


def rendered(text: str) -> str:
    return render(NAME, ((NAME, text),), {"names": ["Ada", "Bo"]}, House())


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% for a in range(9999) if a %}{% for b in range(9999) if b > a %}x{% endfor %}{% endfor "
        "%}",
        "{% macro f(n) %}{{ f(n + 1) }}{{ f(n + 1) }}{% endmacro %}{{ f(0) }}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) "
        "}}",
        "{% for a in [[1, [2]]] recursive %}{{ loop([a, a]) }}{% endfor %}",
        "{{ 'a' * 10000000000 }}",
        "{{ 10000000000 * [1, 2] }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'a' * 2.5 }}",
        "{{ 1 / 0 }}",
        "{{ ''.__class__ }}",
    ],
)
def test_a_template_that_would_not_end_or_reaches_out_is_named(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templating, "STEPS", 100_000)
    with pytest.raises(UsageError, match=NAME):
        rendered(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        (
            "{% for n in names %}{{ loop.index }}/{{ loop.length }}{{ n }} {% endfor %}",
            "1/2Ada 2/2Bo ",
        ),
        ("{% for n in [] %}x{% else %}none{% endfor %}", "none"),
        ("{% for n in names if n != 'Bo' %}{{ n }}{{ loop.last }}{% endfor %}", "AdaTrue"),
        ("{% for a in [1, [2]] recursive %}{{ a if a is number else loop(a) }}{% endfor %}", "12"),
        ("{{ 2 * 3 }} {{ 2 ** 8 }} {{ 'ab' * 2 }} {{ names | join('+') }}", "6 256 abab Ada+Bo"),
        ("{% macro hi(n) %}hi {{ n }}{% endmacro %}{{ hi(names[0]) }}", "hi Ada"),
    ],
)
def test_what_templates_do_every_day_stays(text: str, made: str) -> None:
    assert rendered(text) == made
