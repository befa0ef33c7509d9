"""Giving actions other keys: which keys can be had, and whose they are already."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.tui.actions import ACTIONS, SCOPES, Action

PANES = ("list", "order", "reader", "passage")
"""Scopes of widgets; they work on every screen that has one."""
TOGETHER = frozenset({frozenset({"reader", "passage"}), frozenset({"list", "order"})})
"""Scopes of widgets that one widget has at the same time."""
LOST: Mapping[str, str] = {
    "ctrl+h": "backspace", "ctrl+i": "tab", "ctrl+j": "enter", "ctrl+m": "enter",
    "ctrl+left_square_bracket": "esc",
}  # fmt: skip
"""Keys for which terminals send another one."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two actions that can be meant by one key."""

    key: str
    one: Action
    other: Action


def keys_of(action: Action, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The keys of an action, where `chosen` (id → keys) has what the settings say."""
    keys = chosen.get(action.id, action.keys).split(",")
    return tuple(key.strip() for key in keys if key.strip())


def named(action: Action) -> str:
    """What an action is called beside others."""
    return f"{SCOPES[action.scope]}: {action.title}"


def clashes(chosen: Mapping[str, str]) -> Iterator[Clash]:
    """Every pair of actions that would be meant by one key at one time."""
    users: dict[str, list[Action]] = {}
    for action in ACTIONS:
        for key in keys_of(action, chosen):
            users.setdefault(key, []).append(action)
    for key, actions in users.items():
        for n, one in enumerate(actions):
            yield from (Clash(key, one, other) for other in actions[n + 1 :] if _meet(one, other))


def owner(key: str, wanted: Action, chosen: Mapping[str, str]) -> Action | None:
    """The action that would clash with `wanted` if that had the key."""
    others = (a for a in ACTIONS if a.id != wanted.id and _meet(a, wanted))
    return next((a for a in others if key in keys_of(a, chosen)), None)


def refusal(key: str) -> str:
    """Why a key cannot be given to anything, or ""."""
    if key in LOST:
        return f"terminals send {LOST[key]} for {key}"
    return ""


def _meet(one: Action, other: Action) -> bool:
    """Whether both can be at hand at one time."""
    scopes = frozenset({one.scope, other.scope})
    if len(scopes) == 1 or "everywhere" in scopes or scopes in TOGETHER:
        return True
    return len(scopes & frozenset(PANES)) == 1
