"""What all screens share: tabs, status line, footer, and work away from the screen."""

from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from typing import Any, ClassVar, ParamSpec, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import Worker

from workbench.core.text.display import has_unseen
from workbench.errors import WorkbenchError
from workbench.tui.citing import citation
from workbench.tui.framing import Framing, give, name_of, pane_of, resized
from workbench.tui.messages import CaseChanged
from workbench.tui.screens.confirm import Confirm
from workbench.tui.shell import Shell
from workbench.tui.sizes import LEAST, WIDE
from workbench.tui.widgets.guide_line import GuideLine
from workbench.tui.widgets.key_line import KeyLine
from workbench.tui.widgets.link_bar import LinkBar
from workbench.tui.widgets.pane import Pane
from workbench.tui.widgets.passage_reader import PassageReader
from workbench.tui.widgets.status_line import StatusLine
from workbench.tui.widgets.top_bar import TopBar

Args = ParamSpec("Args")
Answer = TypeVar("Answer")


class TooSmall(Static):
    """Says what is needed, instead of a screen in pieces."""

    def render(self) -> Content:
        """One line with both sizes."""
        now = self.app.size
        return Content(
            f"Needs {LEAST[0]}×{LEAST[1]}, has {now.width}×{now.height}: enlarge the terminal."
        )


class WorkbenchScreen(Screen[Any]):
    """A screen of the workbench; `MODE` is its tab, `SCOPE` its actions."""

    MODE: ClassVar[str] = ""
    SCOPE: ClassVar[str] = ""
    framing: Framing
    FORM: ClassVar[bool] = False
    """Whether it is there to be typed into: a letter beside its fields does nothing then."""

    def __init__(self) -> None:
        super().__init__()
        self.framing = Framing()

    @property
    def shell(self) -> Shell:
        """The application, with its case and its desk."""
        return cast("Shell", self.app)

    def compose(self) -> ComposeResult:
        """Tabs, the screen's own widgets, status line, footer."""
        yield TopBar(self.MODE)
        yield GuideLine()
        with Vertical(id="body"):
            yield from self.compose_body()
        yield StatusLine()
        yield KeyLine()
        yield TooSmall(id="too-small")

    def compose_body(self) -> Iterator[Widget]:
        """The widgets between tabs and status line."""
        raise NotImplementedError

    @property
    def opening(self) -> bool:
        """Whether it was asked for a form, and is still reading what stands in that."""
        return False

    @property
    def too_small(self) -> bool:
        """Whether the terminal is too small for any screen."""
        return self.shell.too_small

    def on_screen_resume(self) -> None:
        """Show what changed while another screen was open."""
        self.query_one(StatusLine).standing = self.shell.standing
        self.guide()
        self.call_after_refresh(self.frame)
        for bar in self.query(LinkBar):
            bar.name_keys(self.shell.keys_of)
        self.reread()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing is done unseen; in a text field, its keys are text."""
        if action in {"filter", "ask"} and isinstance(self.focused, Input):
            return False
        return not self.too_small

    def on_resize(self) -> None:
        """Give the focus back that a terminal too small took away."""
        if self.focused is None:
            self.call_after_refresh(self._refocus)
        self.guide()
        self.call_after_refresh(self.frame)

    def _refocus(self) -> None:
        if self.focused is None and not self.too_small and isinstance(self.AUTO_FOCUS, str):
            self.query(self.AUTO_FOCUS).first().focus()

    def guide(self, did: str = "") -> None:
        """Show what a new reviewer is to do next, after having done this."""
        guide = self.shell.guide
        guide.did(did)
        for line in self.query(GuideLine):
            words = guide.words(wide=self.shell.size.width >= WIDE)
            line.words = self.shell.keyed(words) if self.MODE == "claims" else ""

    @on(GuideLine.Ended)
    def _guide_ended(self) -> None:
        self.shell.guide.end()
        self.guide()

    @on(CaseChanged)
    def _case_changed(self) -> None:
        self.reread()

    def reread(self) -> None:
        """Read from the case again what the screen shows."""

    def leave(self, result: object = None) -> None:
        """Close this screen, once: a key and late work may both want that."""
        if self.is_active:
            self.dismiss(result)

    def action_back(self) -> None:
        """Back out one level; on a screen with one level there is nothing to do."""

    # Panes

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """A pane that is shown alone gives way to the one that gets the focus."""
        self.framing.follow(widget)
        super().set_focus(widget, scroll_visible, from_app_focus)

    def zoom(self) -> None:
        """The pane with the focus alone, or all panes again."""
        pane = pane_of(self.focused)
        if self.framing.alone is not None:
            self.framing.show_all()
        elif pane is not None:
            self.framing.show_alone(pane)

    def widen(self, step: int) -> None:
        """Make the pane with the focus larger or smaller, and remember that."""
        pane = pane_of(self.focused)
        if pane is None or not (size := resized(pane, step)):
            self.shell.say("This pane is as large as its text.")
            return
        give(pane, size)
        self.shell.keep_pane(name_of(self.SCOPE, pane), size)

    def frame(self) -> None:
        """Give the panes the sizes that they were left with."""
        for pane in self.query(Pane):
            if size := self.shell.panes.get(name_of(self.SCOPE, pane)):
                give(pane, size)

    # Passages

    @on(PassageReader.PassagesWanted)
    def _passages_wanted(self, message: PassageReader.PassagesWanted) -> None:
        self.begin("passages", self._find_passages, message)

    async def _find_passages(self, message: PassageReader.PassagesWanted) -> None:
        document = await self.ask(self.shell.case.corpus.document, message.article)
        spans = [(passage.start, passage.end) for passage in document.passages]
        message.reader.post_message(PassageReader.PassagesRead(document.article.text, spans))

    # Sources

    async def cite(self, article_id: str, quote: str) -> None:
        """Copy quote, source, date and link."""
        article = await self.ask(self.shell.article, article_id)
        self.app.copy_to_clipboard(citation(article, quote))
        self.shell.say("Citation copied.")

    async def offer_source(self, article_id: str) -> None:
        """Open the link of an article in the browser, after asking."""
        url = (await self.ask(self.shell.article, article_id)).url
        if not url.startswith(("http://", "https://")) or has_unseen(url):
            self.shell.say("This article has no link that can be opened.")
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self.app.open_url(url)

        self.app.push_screen(Confirm("Open in the browser?", url), answered)

    # Work away from the screen

    async def ask(
        self, call: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs
    ) -> Answer:
        """A call of the case, on the thread of the case."""
        return await self.shell.desk.do(call, *args, **kwargs)

    async def decide(
        self, call: Callable[Args, Answer], *args: Args.args, **kwargs: Args.kwargs
    ) -> Answer:
        """A call that changes the case: done even if this screen, or the program, is closed."""
        return await self.shell.desk.decide(call, *args, **kwargs)

    def begin(
        self,
        group: str,
        work: Callable[Args, Coroutine[Any, Any, None]],
        *args: Args.args,
        **kwargs: Args.kwargs,
    ) -> Worker[None]:
        """Start work that replaces older work of its group; refusals become a toast."""
        return self.run_worker(
            partial(self._guarded, partial(work, *args, **kwargs)), group=group, exclusive=True
        )

    async def _guarded(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        try:
            await work()
        except WorkbenchError as error:
            self.shell.say(str(error), error=True)
