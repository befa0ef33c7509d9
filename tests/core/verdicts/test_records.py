"""Records are plain JSON, and come back from it as they were."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.core.verdicts.records import checked, copied, digest, stamped, to_json
from workbench.core.verdicts.shapes import fault_of
from workbench.errors import UsageError

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(JSON)
def test_json_comes_back_and_steers_nothing(value: Any) -> None:
    text = to_json(value)
    assert json.loads(text) == value
    assert all(char.isprintable() or char == " " or ord(char) > 0x9F for char in text)
    text.encode()


@given(JSON)
def test_a_copy_is_equal_and_apart(value: Any) -> None:
    doc = {"a": value, "b": [value]}
    twin = copied(doc)
    assert twin == doc
    twin["b"].append("more")
    assert twin != doc


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {1, 2}, b"x"])
def test_what_json_has_no_form_for_is_refused(value: object) -> None:
    with pytest.raises(UsageError):
        checked({"type": "mark", "id": "n", "x": value})


def test_a_record_that_is_too_deep_is_refused() -> None:
    deep: Any = "x"
    for _ in range(60):
        deep = [deep]
    with pytest.raises(UsageError, match="50 levels"):
        checked({"type": "mark", "id": "n", "x": deep})
    loop: list[Any] = []
    loop.append(loop)
    with pytest.raises(UsageError):
        checked({"type": "mark", "id": "n", "x": loop})


def test_the_head_is_the_stores_own() -> None:
    doc = stamped(
        checked({"type": "mark", "id": "n", "by": "forged", "revision": 99, "deleted": False}),
        1,
        "Ada",
        "2026-03-02T12:00:00Z",
    )
    assert doc == {
        "type": "mark",
        "id": "n",
        "claim": None,
        "revision": 1,
        "by": "Ada",
        "at": "2026-03-02T12:00:00Z",
    }
    assert fault_of(doc, "mark", "n") == ""


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"revision": "1"}, "whole number"),
        ({"revision": True}, "whole number"),
        ({"id": "m"}, "another id"),
        ({"by": ...}, "lacks the field 'by'"),
    ],
)
def test_a_stored_record_that_lacks_something_says_what(change: dict[str, Any], fault: str) -> None:
    doc = stamped(checked({"type": "mark", "id": "n"}), 1, "Ada", "2026-03-02T12:00:00Z") | change
    doc = {key: value for key, value in doc.items() if value is not ...}
    assert fault in fault_of(doc, "mark", "n")


def test_a_digest_does_not_depend_on_the_order_of_fields() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1}) != digest({"a": 2, "b": 1})
