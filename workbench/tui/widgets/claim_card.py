"""What is known of the claim under the cursor, in a few lines above its article."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from workbench.case import ClaimRow
from workbench.core.reading.kinds import weightiest_first
from workbench.core.verdicts.standing import Link, Verdict
from workbench.tui.signs import relation_sign
from workbench.tui.text import plain


class ClaimCard(Static):
    """Claimant, kinds, why it is worth checking, links so far, and the verdict."""

    def show(
        self, row: ClaimRow, reasons: Sequence[str], links: Sequence[Link], verdict: Verdict | None
    ) -> None:
        """Show a claim; parts that are not there take no line."""
        lines = []
        if verdict:
            lines.append(
                f"verdict: {plain(verdict.rating)} – "
                f"{plain(verdict.summary)} ({plain(verdict.by)}, {verdict.at[:10]})"
            )
        if links:
            lines.append("linked: " + ", ".join(_counts(links)))
        who = f"claimant {plain(row.claimant)}" if row.claimant else "no claimant named"
        whose = f" · given to {plain(row.assignee)}" if row.assignee else ""
        lines.append(f"{who} · {', '.join(weightiest_first(row.kinds))}{whose}")
        if reasons:
            lines.append(f"score {row.score:.0f}: {plain('; '.join(reasons))}")
        self.update(Content("\n".join(lines)), layout=False)

    def clear(self) -> None:
        """No claim is shown."""
        self.update(Content(""), layout=False)


def _counts(links: Sequence[Link]) -> list[str]:
    relations = [link.relation for link in links]
    return [
        f"{relation_sign(relation)[0]} {relations.count(relation)} {relation}"
        for relation in dict.fromkeys(relations)
    ]
