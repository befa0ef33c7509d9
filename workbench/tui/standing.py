"""How one claim stands now, without reading the others again."""

from dataclasses import replace

from workbench.case import Case, ClaimRow


def standing_now(case: Case, row: ClaimRow) -> ClaimRow:
    """The row with the claim's present status, rating and number of links."""
    standing = case.decisions.standing(row.id)
    return replace(row, status=standing.status, rating=standing.rating, links=standing.links)
