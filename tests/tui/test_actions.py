"""One registry: palette, help, bindings and the key table cannot differ."""

from pathlib import Path

import pytest

from workbench.tui.actions import (
    ACTIONS,
    SCOPES,
    actions,
    bindings,
    key_summary,
    key_table,
    key_words,
)

LOST = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}
"""Keys for which terminals send others."""


def test_ids_are_unique_and_name_a_scope():
    ids = [action.id for action in ACTIONS]
    assert len(set(ids)) == len(ids)
    assert {action.scope for action in ACTIONS} <= set(SCOPES)


@pytest.mark.parametrize("scope", SCOPES)
def test_a_key_does_one_thing_in_a_scope(scope):
    keys = [key for action in actions(scope) for key in action.keys.split(",")]
    assert len(set(keys)) == len(keys)
    assert not LOST & set(keys)


def test_every_action_is_bound_under_its_id():
    bound = {binding.id for scope in SCOPES for binding in bindings(scope)}
    assert bound == {action.id for action in ACTIONS}


def test_screen_keys_leave_the_keys_of_the_lists_alone():
    lists = {key for action in actions("list") for key in action.keys.split(",")}
    for scope in ("claims", "articles", "history", "everywhere"):
        assert not lists & {key for action in actions(scope) for key in action.keys.split(",")}


def test_the_key_table_has_every_action_once():
    table = key_table()
    for action in ACTIONS:
        assert table.count(f"`{action.id}`") == 1


def test_the_keys_of_the_readme_are_the_registry():
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    assert key_summary() in readme
    words = " ".join(key_summary().split())
    for action in ACTIONS:
        key = key_words(action.keys.partition(",")[0])
        assert f"`{key}` {action.title}".replace(" ", " ") in words.replace(
            "\N{NO-BREAK SPACE}", " "
        )


def test_the_key_table_of_the_documentation_is_the_registry():
    page = Path(__file__).parents[2] / "docs" / "keys.md"
    assert key_table() in page.read_text(encoding="utf-8")
