"""What the screens share: the case and its thread, texts kept in memory, toasts, the status
line."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from workbench.case import Case, ClaimRow
from workbench.case.drafts import Draft
from workbench.core.text.articles import Article
from workbench.errors import WorkbenchError
from workbench.tui.actions import ACTIONS, Action, key_words, keyed
from workbench.tui.advice import in_keys
from workbench.tui.guide import Guide
from workbench.tui.keymap import clashes, named
from workbench.tui.messages import CaseChanged
from workbench.tui.sizes import LEAST
from workbench.tui.text import plain
from workbench.tui.themes import THEMES
from workbench.tui.typing_ahead import TypingInOrder
from workbench.tui.widgets.status_line import Standing, StatusLine
from workbench.tui.work import Desk

ARTICLES_KEPT = 64
"""Texts kept in memory, so that moving back and forth does not read them again."""


class Shell(TypingInOrder):
    """An application on one case, without its screens."""

    def __init__(self, case: Case) -> None:
        super().__init__()
        self.case = case
        self.desk = Desk()
        self.drafts: dict[str, Draft] = {}
        self.away = False
        self.claim: ClaimRow | None = None
        self.sources: dict[str, str] = {}
        self.standing = Standing(case.folder.resolve().name, case.reviewer)
        self.guide = Guide()
        self.panes = case.working.panes
        self._articles: dict[str, Article] = {}

    @property
    def too_small(self) -> bool:
        """Whether the terminal is too small for any screen."""
        return self.size.width < LEAST[0] or self.size.height < LEAST[1]

    def article(self, id: str) -> Article:
        """An article's present text; runs on the thread of the case."""
        if id not in self._articles:
            while len(self._articles) >= ARTICLES_KEPT:
                self._articles.pop(next(iter(self._articles)))
            self._articles[id] = self.case.corpus.article(id)
        return self._articles[id]

    def changed(self) -> None:
        """The case changed: forget what was kept of it, and tell the screen that is shown."""
        self._articles.clear()
        self.run_worker(self.read_sources(), group="sources", exclusive=True)
        self.screen.post_message(CaseChanged())

    async def read_sources(self) -> None:
        """What the lists call each article."""
        entries = await self.desk.do(self.case.corpus.articles)
        self.sources = {entry.id: entry.publisher or entry.name for entry in entries}

    def use_settings(self) -> None:
        """Theme, keys and reviewer as the settings have them now; name what is wrong there."""
        settings = self.case.settings
        if settings.theme in self.available_themes:
            self.theme = settings.theme
        elif settings.theme:
            self.say(f"No theme {settings.theme!r}; there are {', '.join(THEMES)}", error=True)
        known = {action.id for action in ACTIONS}
        unknown = [id for id in settings.keys if id not in known]
        if unknown:
            self.say(
                f"No action {unknown[0]!r} to give a key to; <everywhere.settings> lists the "
                f"actions",
                error=True,
            )
        for clash in islice(clashes(settings.keys), 1):
            key, one, other = key_words(clash.key), named(clash.one), named(clash.other)
            self.say(f"The key {key} is given twice: {one}, and {other}", error=True)
        self.set_keymap({id: keys for id, keys in settings.keys.items() if id in known})
        self._stand(replace(self.standing, reviewer=self.case.reviewer))

    def say(self, words: str, *, error: bool = False) -> None:
        """One toast, as plain text."""
        shown = "\n".join(plain(line) for line in self.keyed(words).split("\n"))
        self.notify(
            shown,
            severity="error" if error else "information",
            markup=False,
            timeout=8 if error else 4,
        )

    def count(self, claims: int, ruled: int) -> None:
        """Tell the status line how far the work is."""
        self._stand(replace(self.standing, claims=claims, ruled=ruled))

    def tell_saved(self) -> None:
        """Tell the status line whether something that was typed is not saved."""
        why = self.case.read_only
        drafts = len(self.drafts)
        saved = (
            f"! read only: {why}"
            if why
            else f"● {drafts} draft{'s' * (drafts > 1)}"
            if drafts
            else "✓ saved"
        )
        self._stand(replace(self.standing, saved=saved))

    def keep_draft(self, claim: str) -> None:
        """Bring a draft on disk to what it is in memory."""
        self.run_worker(self._keep_draft(claim), group=f"draft {claim}", exclusive=True)

    async def _keep_draft(self, claim: str) -> None:
        draft, kept = self.drafts.get(claim), self.case.drafts
        try:
            await (
                self.desk.decide(kept.keep, claim, draft)
                if draft
                else self.desk.decide(kept.drop, claim)
            )
        except WorkbenchError as error:
            self.say(str(error), error=True)

    def keep_pane(self, name: str, size: int) -> None:
        """Remember how large a pane was left."""
        self.panes[name] = size
        self.run_worker(
            self.desk.decide(self.case.working.keep_panes, dict(self.panes)), group="panes"
        )

    @contextmanager
    def saving(self) -> Iterator[None]:
        """Around a call that decides: the status line says when it is on disk."""
        self._stand(replace(self.standing, saved="… saving"))
        try:
            yield
        finally:
            self.tell_saved()

    def _stand(self, standing: Standing) -> None:
        self.standing = standing
        for line in self.screen.query(StatusLine):
            line.standing = standing

    def keyed(self, words: str) -> str:
        """Words in which ids of actions (`<everywhere.undo>`) become keys of this case."""
        return keyed(in_keys(words), self.case.settings.keys)

    def keys_of(self, action: Action) -> str:
        """The keys of an action, as the case's settings have them."""
        return self.case.settings.keys.get(action.id, action.keys)
