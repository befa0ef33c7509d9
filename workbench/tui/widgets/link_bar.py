"""What can be done with a candidate, for the mouse and as a reminder of the keys."""

from textual.app import ComposeResult
from textual.containers import Grid
from textual.content import Content

from workbench.tui.actions import ACTIONS, key_words
from workbench.tui.signs import RELATION_SIGNS
from workbench.tui.widgets.filter_bar import Facet

SHOWN = ("claims.corroborates", "claims.conflicts", "claims.context", "claims.irrelevant")


class LinkBar(Grid):
    """What each key does with the candidate, with its key and its sign."""

    def compose(self) -> ComposeResult:
        """The actions of the registry, as they are bound."""
        for action in ACTIONS:
            if action.id in SHOWN:
                sign = RELATION_SIGNS.get(action.title.lower(), ("",))[0]
                key = key_words(action.keys)
                facet = Facet(f"screen.{action.call}", id=f"do-{action.id.replace('.', '-')}")
                facet.update(Content(f"{key} {sign}{action.title.lower()}"))
                facet.tooltip = action.help
                yield facet
