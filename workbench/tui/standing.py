"""How one claim stands now, and taking a decision back with all that hangs on it."""

from dataclasses import replace

from workbench.case import Case, ClaimRow


def standing_now(case: Case, row: ClaimRow) -> ClaimRow:
    """The row with the claim's present status, rating and number of links."""
    standing = case.decisions.standing(row.id)
    return replace(
        row,
        status=standing.status,
        rating=standing.rating,
        links=standing.links,
        assignee=standing.assignee,
    )


def meant(case: Case, which: str) -> str:
    """What undo or redo would change, in words."""
    return case.decisions.would_undo() if which == "undo" else case.decisions.would_redo()


def stepped(case: Case, which: str) -> str:
    """Undo or redo; says in words what was taken back."""
    return case.decisions.undo() if which == "undo" else case.decisions.redo()
