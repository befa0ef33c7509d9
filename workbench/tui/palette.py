"""The command palette: every action of the registry, by name."""

from collections.abc import Callable
from typing import cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from workbench.tui.actions import ACTIONS, SCOPES, Action, key_words
from workbench.tui.messages import ActionWanted, FilterWanted
from workbench.tui.shell import Shell
from workbench.tui.text import plain


class ActionProvider(Provider):
    """Offers the actions; those of another screen open it first."""

    async def discover(self) -> Hits:
        """All actions, in the order of the registry."""
        for action in ACTIONS:
            yield DiscoveryHit(self._name(action), self._run(action), help=action.help)
        for name, words in self._shell.case.settings.filters.items():
            yield DiscoveryHit(_called(name), self._use(name), help=plain(words))

    async def search(self, query: str) -> Hits:
        """The actions whose name or help fits what is typed."""
        matcher = self.matcher(query)
        for action in ACTIONS:
            name = self._name(action)
            score = max(matcher.match(name), 0.5 * matcher.match(action.help))
            if score > 0:
                yield Hit(score, matcher.highlight(name), self._run(action), help=action.help)
        for name, words in self._shell.case.settings.filters.items():
            if (score := matcher.match(_called(name))) > 0:
                shown = matcher.highlight(_called(name))
                yield Hit(score, shown, self._use(name), help=plain(words))

    def _name(self, action: Action) -> str:
        keys = key_words(self._shell.keys_of(action))
        return f"{SCOPES[action.scope]}: {action.title} ({keys})"

    def _run(self, action: Action) -> Callable[[], None]:
        def wanted() -> None:
            self._shell.post_message(ActionWanted(action))

        return wanted

    def _use(self, filter: str) -> Callable[[], None]:
        def wanted() -> None:
            self._shell.post_message(FilterWanted(filter))

        return wanted

    @property
    def _shell(self) -> Shell:
        return cast("Shell", self.app)


def _called(filter: str) -> str:
    return f"Saved filter: {plain(filter)}"
