"""From screen to screen: what the palette, a tab or a row of another screen leads to."""

import importlib
from collections.abc import Callable
from typing import ClassVar, cast

from textual import on
from textual.app import App
from textual.widget import Widget

from workbench.tui.messages import (
    ActionWanted,
    ArticleWanted,
    ClaimWanted,
    FilterWanted,
    PlaceWanted,
    ScreenWanted,
)
from workbench.tui.screens.base import WorkbenchScreen
from workbench.tui.screens.claims import ClaimsScreen
from workbench.tui.shell import Shell
from workbench.tui.widgets.evidence_list import EvidenceList
from workbench.tui.widgets.passage_reader import PassageReader
from workbench.tui.widgets.reader import Reader
from workbench.tui.widgets.rowlist import RowList

WIDGETS: dict[str, type[Widget]] = {
    "list": RowList,
    "order": EvidenceList,
    "reader": Reader,
    "passage": PassageReader,
}
"""Scope of actions → the widgets that have them."""


def _later(module: str, screen: str) -> Callable[[], WorkbenchScreen]:
    """What makes a screen, loading its module when it is first opened."""

    def made() -> WorkbenchScreen:
        found = getattr(importlib.import_module(f"workbench.tui.screens.{module}"), screen)
        return cast("type[WorkbenchScreen]", found)()

    return made


class Navigator(Shell):
    """Opens the screens."""

    MODES: ClassVar = {
        "claims": ClaimsScreen,
        "conflicts": _later("conflicts", "ConflictsScreen"),
        "figures": _later("figures", "FiguresScreen"),
        "articles": _later("articles", "ArticlesScreen"),
        "import": _later("importing", "ImportScreen"),
        "history": _later("history", "HistoryScreen"),
        "review": _later("review", "ReviewScreen"),
        "settings": _later("settings", "SettingsScreen"),
    }
    DEFAULT_MODE = "claims"
    asking = False
    """Whether a question is about to be put."""

    @property
    def opening(self) -> bool:
        """Whether a question or a form was asked for that is not there yet."""
        return self.asking or (isinstance(self.screen, WorkbenchScreen) and self.screen.opening)

    @on(ActionWanted)
    async def _action_wanted(self, message: ActionWanted) -> None:
        action = message.action
        if action.scope in self.MODES and getattr(self.screen, "SCOPE", "") != action.scope:
            await self.switch_mode(action.scope)
        target = self._target(action.scope)
        if target is None:
            self.say(f"{action.title}: works in {action.scope} only.")
        else:
            await self.run_action(action.call, target)

    def _target(self, scope: str) -> Widget | App[None] | None:
        """The widget, screen or application that has the actions of a scope."""
        if scope == "everywhere":
            return self
        if kind := WIDGETS.get(scope):
            focused = self.screen.focused
            return (
                focused if isinstance(focused, kind) else next(iter(self.screen.query(kind)), None)
            )
        return self.screen if getattr(self.screen, "SCOPE", "") == scope else None

    async def action_open(self, mode: str) -> None:
        """Go to a screen."""
        await self.switch_mode(mode)

    @on(ScreenWanted)
    async def _screen_wanted(self, message: ScreenWanted) -> None:
        await self.switch_mode(message.mode)

    @on(FilterWanted)
    async def _filter_wanted(self, message: FilterWanted) -> None:
        await self.switch_mode("claims")
        if isinstance(self.screen, ClaimsScreen):
            self.screen.use_filter(message.name)

    @on(ArticleWanted)
    async def _article_wanted(self, message: ArticleWanted) -> None:
        await self.switch_mode("claims")
        if isinstance(self.screen, ClaimsScreen):
            self.screen.narrow(article=message.article)

    @on(PlaceWanted)
    async def _place_wanted(self, message: PlaceWanted) -> None:
        await self.switch_mode("claims")
        screen = self.screen
        if isinstance(screen, ClaimsScreen) and not screen.point_at(message.article, message.start):
            self.say("That passage is no claim; <claims.search> searches for it.")

    @on(ClaimWanted)
    async def _claim_wanted(self, message: ClaimWanted) -> None:
        await self.switch_mode("claims")
        if isinstance(self.screen, ClaimsScreen) and not self.screen.point_at_claim(message.claim):
            self.say(
                "This claim stands in no article any more; <everywhere.history> shows what was "
                "decided."
            )
