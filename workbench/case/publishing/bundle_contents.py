"""What a bundle carries beyond its proof: the source files, and the record of the search."""

from dataclasses import asdict
from datetime import date
from typing import Any

from workbench.case.context import Parts
from workbench.case.importing.columns import Columns
from workbench.case.matching import candidate_json
from workbench.case.publishing.gathering import Gathering
from workbench.case.publishing.gating import stopping_rules
from workbench.core.publication import PublishedVerdict
from workbench.core.publication.bundle import Beside, SeedFile
from workbench.errors import UnknownId

LARGEST_SEED = 5_000_000
"""Bytes of a source file that a bundle carries; of a larger one it has the text only."""


class Carried:
    """Looks up, for one export, what each bundle carries beside a verdict."""

    def __init__(self, parts: Parts, gathering: Gathering) -> None:
        self._parts = parts
        self._gathering = gathering
        self._columns = Columns(parts)

    def beside(self, v: PublishedVerdict) -> Beside:
        """The sources of what a verdict quotes, and the record of the search, as of now."""
        return Beside(self._seeds(v), self._searched(v))

    def _seeds(self, v: PublishedVerdict) -> dict[tuple[str, int], SeedFile]:
        """The files that the quoted texts are read from, where they are not too large."""
        found = {}
        for (id, revision), text in self._gathering.texts(v).items():
            name = self._gathering.seeds.file_of(id, text)
            if not name:
                continue
            data = self._parts.seeds.place(name).read(LARGEST_SEED + 1, shared=True)
            if len(data) <= LARGEST_SEED:
                columns = self._columns.of(id.partition("#")[0])
                found[id, revision] = SeedFile(name, data, columns)
        return found

    def _searched(self, v: PublishedVerdict) -> dict[str, Any]:
        """How large the corpus is, what the program finds in it for the claim, and by which
        conditions verdicts leave."""
        settings, entries = self._parts.settings, self._parts.catalog.entries()
        days = [entry.published for entry in entries if entry.published]
        return {
            "articles": len(entries),
            "first_day": _day(min(days, default=None)),
            "last_day": _day(max(days, default=None)),
            "candidates": self._candidates(v),
            "contradictions": [
                {"article": side.article, "start": side.start, "end": side.end, "quote": side.quote}
                for side in self._gathering.conflicts_with(v)
            ],
            "scale": [asdict(rating) for rating in settings.scale.ratings],
            "gate": {
                "profile": settings.profile,
                "holds_back": sorted(stopping_rules(settings.profile, settings.hold_back)),
                "independent_sources": settings.independent_sources,
                "second_reviewer": settings.second_reviewer,
            },
        }

    def _candidates(self, v: PublishedVerdict) -> list[dict[str, Any]]:
        """The passages that the program finds for the claim, with what was made of each."""
        linked = {
            (item.citation.article, item.citation.start, item.citation.end): item.relation
            for item in v.evidence
        }
        try:
            found = self._gathering.candidates(v)
        except UnknownId:  # the claim's article has changed since, or is gone
            return []
        return [
            {**candidate_json(one), "linked_as": linked.get((one.article, one.start, one.end))}
            for one in found
        ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
