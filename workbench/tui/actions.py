"""Every action of the terminal UI, once.

Key bindings, the footer, the command palette, the help and the key table of the
README are all read from this table. Ids are stable: a case's settings file maps
them to other keys.
"""

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType

SCOPES: dict[str, str] = {
    "everywhere": "Everywhere",
    "list": "In every list",
    "reader": "In the article",
    "passage": "Passages of the article",
    "order": "Evidence of a verdict",
    "claims": "Claims",
    "evidence": "Evidence",
    "verdict": "Verdict",
    "conflicts": "Conflicts",
    "figures": "Figures",
    "articles": "Articles",
    "revisions": "Revisions",
    "import": "Import",
    "history": "History",
    "leaving": "Publishing",
    "review": "Review",
    "settings": "Settings",
}
"""Where an action works, with the words for it."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the program can do.

    `id` is `scope.name`; `keys` is a comma-separated list of Textual key names;
    `call` is the method (`action_…`) of the widget or screen of that scope, with
    its arguments. `show` puts it into the footer.
    """

    id: str
    keys: str
    call: str
    title: str
    help: str
    show: bool = False

    @property
    def scope(self) -> str:
        """Where it works."""
        return self.id.partition(".")[0]


ACTIONS: tuple[Action, ...] = (
    Action("everywhere.claims", "1", "open('claims')", "Claims",
           "The list of claims with their articles and candidates."),
    Action("everywhere.conflicts", "2", "open('conflicts')", "Conflicts",
           "Where the corpus contradicts itself, strongest first."),
    Action("everywhere.figures", "3", "open('figures')", "Figures",
           "Figures side by side: what is counted, by whom, when."),
    Action("everywhere.articles", "4", "open('articles')", "Articles",
           "The articles with what is known about them."),
    Action("everywhere.import", "5", "open('import')", "Import", "Take in files or folders."),
    Action("everywhere.history", "6", "open('history')", "History",
           "Who changed what, newest first."),
    Action("everywhere.review", "7", "open('review')", "Review",
           "What wants you: second reviews, claims given to you, what differs or has changed."),
    Action("everywhere.settings", "8", "open('settings')", "Settings",
           "Reviewer, publication, weights, theme and keys of this case."),
    Action("everywhere.undo", "z", "undo", "Undo",
           "Take back the last decision, after saying which.", show=True),
    Action("everywhere.redo", "Z", "redo", "Redo",
           "Decide again what was undone, after saying what."),
    Action("everywhere.export", "e", "export(False)", "Publish",
           "Show what of the marked claims, or of this one, would leave the house, and ask."),
    Action("everywhere.export_all", "E", "export(True)", "Publish all",
           "Show what of all verdicts would leave the house, and ask."),
    Action("everywhere.jump", "semicolon,ctrl+g", "jump", "Jump",
           "Show a letter on every pane; its key moves the focus there."),
    Action("everywhere.zoom", "plus", "zoom", "Zoom",
           "The pane with the focus alone, or all panes again.", show=True),
    Action("everywhere.widen", "greater_than_sign", "widen(1)", "Larger pane",
           "Make the pane with the focus larger; that is remembered."),
    Action("everywhere.narrow", "less_than_sign", "widen(-1)", "Smaller pane",
           "Make the pane with the focus smaller."),
    Action("everywhere.theme", "ctrl+t", "next_theme", "Theme",
           "Next theme: dark, light, high contrast, colour-blind safe."),
    Action("everywhere.help", "question_mark", "help", "Help", "The keys of the focused pane.",
           show=True),
    Action("everywhere.guide", "f1", "guide", "Guide",
           "Be led through a first claim, or end that."),
    Action("everywhere.palette", "ctrl+p", "command_palette", "All actions",
           "Search every action by name."),
    Action("everywhere.back", "escape", "back", "Back", "Back out one level."),
    Action("everywhere.quit", "q", "close", "Quit",
           "Close this screen; on the first one, the program.", show=True),
    Action("list.down", "j,down", "move(1)", "Down", "Next row."),
    Action("list.up", "k,up", "move(-1)", "Up", "Previous row."),
    Action("list.page_down", "ctrl+d", "page(1)", "Half page down", "Half a page down."),
    Action("list.page_up", "ctrl+u", "page(-1)", "Half page up", "Half a page up."),
    Action("list.next_page", "pagedown", "page(2)", "Page down", "A page down."),
    Action("list.previous_page", "pageup", "page(-2)", "Page up", "A page up."),
    Action("list.first", "g,home", "edge(False)", "First", "First row."),
    Action("list.last", "G,end", "edge(True)", "Last", "Last row."),
    Action("list.choose", "enter", "choose", "Open", "Open the row."),
    Action("list.mark", "space", "mark", "Mark", "Mark the row, or take the mark away."),
    Action("reader.down", "j,down", "scroll(1)", "Down", "A line down."),
    Action("reader.up", "k,up", "scroll(-1)", "Up", "A line up."),
    Action("reader.page_down", "ctrl+d,pagedown", "page(1)", "Page down", "Half a page down."),
    Action("reader.page_up", "ctrl+u,pageup", "page(-1)", "Page up", "Half a page up."),
    Action("reader.first", "g,home", "edge(False)", "Top", "Top of the text in sight."),
    Action("reader.last", "G,end", "edge(True)", "Bottom", "Bottom of the text in sight."),
    Action("reader.place", "full_stop", "place", "To the claim",
           "Back to the highlighted passage."),
    Action("passage.next", "l,right", "passage(1)", "Choose passage",
           "Choose the next passage of the article; c, x and t link what is chosen.", show=True),
    Action("passage.previous", "h,left", "passage(-1)", "Passage before",
           "Choose the passage before."),
    Action("passage.more", "L,shift+right", "extend(1)", "One more",
           "One passage more in what is chosen."),
    Action("passage.less", "H,shift+left", "extend(-1)", "One less",
           "One passage less in what is chosen."),
    Action("order.earlier", "K,shift+up", "shift(-1)", "Earlier",
           "Publish the piece of evidence one place earlier; it can be dragged there too.",
           show=True),
    Action("order.later", "J,shift+down", "shift(1)", "Later",
           "Publish the piece of evidence one place later.", show=True),
    Action("claims.filter", "slash", "filter", "Filter",
           "Filter as you type: word, 'exact, ^start, end$, !not; @name kind:denial status:open "
           "source:Post claimant:Voss after:2022-01 before:2023 score:60 rating:false article:003 "
           "why:toll.", show=True),
    Action("claims.kind", "f", "kind(1)", "Kind", "Only claims of the next kind.", show=True),
    Action("claims.kind_back", "F", "kind(-1)", "Kind, backwards",
           "Only claims of the previous kind."),
    Action("claims.status", "s", "status", "Status", "Only claims of the next status."),
    Action("claims.sort", "S", "sort", "Sort", "Sort by score, article, date or status."),
    Action("claims.article", "a", "article", "This article",
           "Only claims of this article, or of all again."),
    Action("claims.clear", "backspace", "clear", "All claims", "Drop every filter."),
    Action("claims.saved", "p", "saved", "Saved filters",
           "Pick one of the filters that were given a name."),
    Action("claims.save_filter", "P", "save_filter", "Save filter",
           "Give the present filter a name; the case's settings keep it."),
    Action("claims.assign", "A", "assign", "Give to",
           "Give the marked claims, or this one, to a reviewer."),
    Action("claims.set_status", "b", "set_status", "Bring to",
           "Bring the marked claims, or this one, to another status."),
    Action("claims.unmark", "M", "unmark", "Unmark", "Take every mark away."),
    Action("claims.next_open", "n", "next_open(1)", "Next open", "Next claim without a verdict.",
           show=True),
    Action("claims.previous_open", "N", "next_open(-1)", "Previous open",
           "Previous claim without a verdict."),
    Action("claims.next_pane", "right_square_bracket,tab", "pane(1)", "Next pane",
           "Claims, article, candidates in turn."),
    Action("claims.previous_pane", "left_square_bracket,shift+tab", "pane(-1)", "Previous pane",
           "The panes in turn, backwards."),
    Action("claims.compare", "d", "compare", "Side by side",
           "Claim and candidate side by side, with what differs marked."),
    Action("claims.corroborates", "c", "link('corroborates')", "Corroborates",
           "Link the candidate, or the passage chosen in the article, as corroborating the claim."),
    Action("claims.conflicts", "x", "link('conflicts')", "Conflicts",
           "Link the candidate as conflicting with the claim."),
    Action("claims.context", "t", "link('context')", "Context",
           "Link the candidate as context of the claim."),
    Action("claims.irrelevant", "minus", "irrelevant", "Not relevant",
           "Keep that the candidate does not bear on the claim, and put it out of sight."),
    Action("claims.fold", "m", "fold", "More of this source",
           "Show the other passages of the same source, or fold them again."),
    Action("claims.others", "O", "others", "Other sources",
           "Only candidates of other articles and sources than the claim's, or all again."),
    Action("claims.unlink", "u", "unlink", "Unlink",
           "Remove the link of the candidate under the cursor."),
    Action("claims.verdict", "v", "verdict", "Verdict", "Write the verdict on the claim.",
           show=True),
    Action("claims.retract", "R", "retract", "Retract",
           "Take the published verdict on the claim back, with the reason."),
    Action("claims.search", "w", "search", "Search corpus",
           "Passages of all articles for words of your own."),
    Action("claims.source", "o", "source", "Open source",
           "Open the article's link in the browser, after asking."),
    Action("claims.cite", "y", "cite", "Copy citation", "Copy quote, source, date and link."),
    Action("evidence.next", "n", "next(1)", "Next", "The next candidate beside the claim.",
           show=True),
    Action("evidence.previous", "N", "next(-1)", "Previous",
           "The previous candidate beside the claim."),
    Action("evidence.corroborates", "c", "link('corroborates')", "Corroborates",
           "Link the candidate as corroborating the claim."),
    Action("evidence.conflicts", "x", "link('conflicts')", "Conflicts",
           "Link the candidate as conflicting with the claim."),
    Action("evidence.context", "t", "link('context')", "Context",
           "Link the candidate as context of the claim."),
    Action("evidence.irrelevant", "minus", "irrelevant", "Not relevant",
           "Keep that the candidate does not bear on the claim, and put it out of sight."),
    Action("evidence.unlink", "u", "unlink", "Unlink", "Remove the candidate's link."),
    Action("evidence.verdict", "v", "verdict", "Verdict", "Write the verdict on the claim.",
           show=True),
    Action("evidence.search", "w", "search", "Search corpus",
           "Passages of all articles for words of your own, as candidates."),
    Action("evidence.source", "o", "source", "Open source",
           "Open the link of the article that has the focus in the browser, after asking."),
    Action("evidence.cite", "y", "cite", "Copy citation",
           "Copy quote, source, date and link of the passage that has the focus."),
    Action("evidence.pane", "tab,right_square_bracket,left_square_bracket", "pane(1)", "Next pane",
           "The two articles in turn."),
    Action("conflicts.filter", "slash", "filter", "Filter",
           "Only contradictions with all the words that you type, in slot, values, sources, "
           "quotes or status.", show=True),
    Action("conflicts.sort", "S", "sort", "Sort",
           "Sort by strength, by number of sources or by slot.", show=True),
    Action("conflicts.dismiss", "minus", "put_away", "Dismiss",
           "Put the contradiction away, with the reason.", show=True),
    Action("conflicts.assign", "A", "assign", "Give to",
           "Give the contradiction to a reviewer; no name takes it back."),
    Action("conflicts.note", "n", "note", "Note", "Leave a note on the contradiction."),
    Action("conflicts.link", "x", "link", "Link",
           "Link the other side to the claim on one side, as conflicting.", show=True),
    Action("conflicts.sources", "m", "sources", "More sources",
           "The next passages that give the two values, and round again.", show=True),
    Action("conflicts.next_pane", "tab,right_square_bracket", "pane(1)", "Next pane",
           "The list and the two articles in turn."),
    Action("conflicts.previous_pane", "shift+tab,left_square_bracket", "pane(-1)", "Previous pane",
           "The panes in turn, backwards."),
    Action("figures.ask", "slash", "ask", "Ask", "Figures about other words.", show=True),
    Action("figures.plot", "p", "plot", "Plot",
           "The figures of one thing over time in the place of the passage, or the passage again.",
           show=True),
    Action("figures.next_pane", "tab,right_square_bracket", "pane(1)", "Next pane",
           "The question, the table and the passage in turn."),
    Action("figures.previous_pane", "shift+tab,left_square_bracket", "pane(-1)", "Previous pane",
           "The panes in turn, backwards."),
    Action("articles.filter", "slash", "filter", "Filter",
           "Only articles with the words that you type, in title, publisher, date or remarks.",
           show=True),
    Action("articles.sort", "S", "sort", "Sort",
           "Sort by title, date, publisher or number of claims.", show=True),
    Action("articles.correct", "m", "correct", "Correct",
           "Correct title, publisher, date, link or language.", show=True),
    Action("articles.revisions", "r", "revisions", "Revisions",
           "What changed in the article, revision by revision.", show=True),
    Action("articles.corroborates", "c", "link('corroborates')", "Corroborates",
           "Link the chosen passage as corroborating the queue's claim."),
    Action("articles.conflicts", "x", "link('conflicts')", "Conflicts",
           "Link the chosen passage as conflicting with the queue's claim."),
    Action("articles.context", "t", "link('context')", "Context",
           "Link the chosen passage as context of the queue's claim."),
    Action("articles.source", "o", "source", "Open source",
           "Open the article's link in the browser, after asking."),
    Action("articles.cite", "y", "cite", "Copy citation",
           "Copy the chosen passage, or the title, with source, date and link."),
    Action("articles.pane", "tab,right_square_bracket,left_square_bracket", "pane(1)", "Next pane",
           "The list and the text in turn."),
    Action("revisions.next", "n", "change(1)", "Next change", "The next place that changed.",
           show=True),
    Action("revisions.previous", "N", "change(-1)", "Change before",
           "The place before that changed."),
    Action("revisions.pane", "tab,right_square_bracket,left_square_bracket", "pane(1)",
           "Next pane", "The list and the text in turn."),
    Action("import.start", "ctrl+r", "import", "Import", "Take in the paths that were typed.",
           show=True),
    Action("history.pane", "tab,right_square_bracket,left_square_bracket", "pane(1)", "Next pane",
           "The list and the change in turn."),
    Action("leaving.publish", "y", "publish", "Publish",
           "Let out what the gate lets out, as Markdown.", show=True),
    Action("leaving.back", "n", "back", "Not now", "Leave; nothing is published.", show=True),
    Action("leaving.pane", "tab,shift+tab", "pane(1)", "Next pane",
           "The verdicts and what the gate finds in turn."),
    Action("review.rate", "r", "rate", "Rate",
           "Rate the claim without knowing the first rating; a digit picks.", show=True),
    Action("review.verdict", "v", "claim", "To the claim",
           "The claim in the queue, to rule on it again.", show=True),
    Action("review.next_pane", "tab,right_square_bracket", "pane(1)", "Next pane",
           "The list, the article, the evidence and the ratings in turn."),
    Action("review.previous_pane", "shift+tab,left_square_bracket", "pane(-1)", "Previous pane",
           "The panes in turn, backwards."),
    Action("settings.filter", "slash", "filter", "Filter",
           "Only settings with the words that you type.", show=True),
    Action("settings.default", "backspace", "default", "As usual",
           "Take the setting out of the file, so that its default holds.", show=True),
    Action("settings.pane", "tab,right_square_bracket,left_square_bracket", "pane(1)", "Next pane",
           "The filter and the list in turn."),
    Action("verdict.save", "ctrl+s", "save", "Save", "Record the verdict.", show=True),
    Action("verdict.preview", "ctrl+o", "preview", "Preview",
           "Show or hide the preview of the rationale.", show=True),
    Action("verdict.claimant", "f2", "claimant", "Claimant",
           "Say who said it, where that was not found or found wrong."),
    Action("verdict.unknown", "f3", "unknown", "Not known",
           "Say what could not be found out; it is published with the verdict."),
    Action("verdict.wording", "f4", "wording", "Wording",
           "Give the claim in short words of your own; pages lead with it."),
    Action("verdict.correction", "f5", "correction", "Correction",
           "Say why a published verdict is changed; readers are told."),
    Action("verdict.editor", "ctrl+e", "editor", "Editor",
           "Write the rationale in the program that EDITOR names.", show=True),
)  # fmt: skip
"""In the order in which help and README list them."""

KEY_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "minus": "-",
    "semicolon": ";",
    "full_stop": ".",
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "plus": "+",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
}


def actions(scope: str) -> tuple[Action, ...]:
    """The actions of a scope, in order."""
    return tuple(action for action in ACTIONS if action.scope == scope)


def key_words(keys: str) -> str:
    """Keys as they are shown to people: `ctrl+d, pgdn`."""
    return ", ".join(KEY_NAMES.get(key.strip(), key.strip()) for key in keys.split(","))


_NAMED = re.compile(r"<([a-z]+\.[a-z_]+)>")


def keyed(words: str, chosen: Mapping[str, str]) -> str:
    """Words in which ids of actions (`<everywhere.undo>`) become the first of their keys."""

    def key(found: re.Match[str]) -> str:
        action = next((a for a in ACTIONS if a.id == found[1]), None)
        keys = chosen.get(found[1], action.keys) if action else found[0]
        return key_words(keys.partition(",")[0])

    return _NAMED.sub(key, words)


AT_ONCE = frozenset(
    {"claims.filter", "conflicts.filter", "figures.ask", "settings.filter", "articles.filter"}
)
"""Actions that lead to a text field: they run before the key after them is given to
anything, for a word typed quickly behind them must not be taken for commands."""


def bindings(scope: str) -> list[BindingType]:
    """The Textual bindings of a scope."""
    return [_binding(action) for action in actions(scope)]


def _binding(action: Action) -> Binding:
    first = action.keys.partition(",")[0]
    return Binding(
        action.keys,
        action.call,
        action.title,
        show=action.show,
        key_display=key_words(first),
        tooltip=action.help,
        id=action.id,
        priority=action.scope == "verdict" or action.id in AT_ONCE,
    )


def key_table(scopes: Iterable[str] = tuple(SCOPES)) -> str:
    """The actions as Markdown tables, one for each scope."""
    tables = []
    for scope in scopes:
        rows = [
            f"| `{key_words(a.keys)}` | {a.title} | {a.help} | `{a.id}` |".replace("`|`", "`\\|`")
            for a in actions(scope)
        ]
        if rows:
            head = (
                f"### {SCOPES[scope]}\n\n| keys | action | what it does | id |\n| --- | --- | --- "
                f"| --- |\n"
            )
            tables.append(head + "\n".join(rows) + "\n")
    return "\n".join(tables)


def key_summary(width: int = 100) -> str:
    """Every action with its first key, as a Markdown list with a paragraph for each scope."""
    lines = []
    for scope, words in SCOPES.items():
        keys = (
            f"`{key_words(a.keys.partition(',')[0])}`\N{NO-BREAK SPACE}" + a.title
            for a in actions(scope)
        )
        paragraph = f"- **{words}:** " + " · ".join(keys)
        lines += textwrap.wrap(
            paragraph, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
        )
    return "\n".join(lines) + "\n"
