"""The command palette: every action of the registry, by name."""

from collections.abc import Callable
from typing import cast

from textual.command import (
    CommandInput,
    CommandList,
    CommandPalette,
    DiscoveryHit,
    Hit,
    Hits,
    Provider,
)
from textual.content import Content
from textual.fuzzy import Matcher

from workbench.core.text.display import UNSEEN
from workbench.tui.actions import ACTIONS, SCOPES, Action, key_words
from workbench.tui.messages import ActionWanted, FilterWanted
from workbench.tui.shell import Shell
from workbench.tui.text import plain

SEEN = f"[^{''.join(ranges for _, ranges in UNSEEN)}]*"
"""What may be typed or pasted: a control character would reach the terminal as it is."""


class Palette(CommandPalette):
    """Textual's palette, into which nothing can be pasted that is not seen."""

    def on_mount(self) -> None:
        """Its line is made by Textual, so it is told here."""
        self.query_one(CommandInput).restrict = SEEN

    def _action_command_list(self, action: str) -> None:
        """Pass a key on to the list, unless it has no room yet: Textual 8.2 fails to turn the
        pages of a list without a line."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


class ActionProvider(Provider):
    """Offers the actions; those of another screen open it first."""

    async def discover(self) -> Hits:
        """All actions, in the order of the registry."""
        for action in ACTIONS:
            name = self._name(action)
            yield DiscoveryHit(Content(name), self._run(action), text=name, help=action.help)
        for name, words in self._shell.case.settings.filters.items():
            called = _called(name)
            shown = _with_words(Content(called), words)
            yield DiscoveryHit(shown, self._use(name), text=called)

    async def search(self, query: str) -> Hits:
        """The actions whose name or help fits what is typed."""
        matcher = self.matcher(query)
        for action in ACTIONS:
            name = self._name(action)
            score = max(matcher.match(name), 0.5 * matcher.match(action.help))
            if score > 0:
                shown = _highlighted(matcher, name)
                yield Hit(score, shown, self._run(action), text=name, help=action.help)
        for name, words in self._shell.case.settings.filters.items():
            if (score := matcher.match(_called(name))) > 0:
                shown = _with_words(_highlighted(matcher, _called(name)), words)
                yield Hit(score, shown, self._use(name), text=_called(name))

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


def _highlighted(matcher: Matcher, name: str) -> Content:
    """A name with what fits marked; `Matcher.highlight` would read it as markup."""
    shown = Content(name)
    for place in matcher.fuzzy_search.match(matcher.query, name)[1]:
        shown = shown.stylize(matcher.match_style, place, place + 1)
    return shown


def _with_words(name: Content, words: str) -> Content:
    """A filter's name over what it types; not as `help`, which Textual reads as markup."""
    return Content.assemble(name, "\n", (plain(words), "dim"))
