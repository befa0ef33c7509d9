"""What can be done with a candidate, for the mouse and as a reminder of the keys."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content

from workbench.tui.actions import ACTIONS, Action, key_words
from workbench.tui.signs import RELATION_SIGNS
from workbench.tui.widgets.filter_bar import Facet

SHOWN = ("claims.corroborates", "claims.conflicts", "claims.context", "claims.irrelevant")


class LinkBar(Grid):
    """What each key does with the candidate, with its key and its sign."""

    def compose(self) -> ComposeResult:
        """The actions of the registry."""
        for action in ACTIONS:
            if action.id in SHOWN:
                facet = Facet(f"screen.{action.call}", id=_id(action))
                facet.tooltip = action.help
                yield facet

    def name_keys(self, keys_of: Callable[[Action], str]) -> None:
        """Show each action with the keys that it has now."""
        for action in ACTIONS:
            if action.id in SHOWN:
                sign = RELATION_SIGNS.get(action.title.lower(), ("",))[0]
                words = f"{key_words(keys_of(action))} {sign}{action.title.lower()}"
                self.query_one(f"#{_id(action)}", Facet).update(Content(words))


def _id(action: Action) -> str:
    return f"do-{action.id.replace('.', '-')}"
