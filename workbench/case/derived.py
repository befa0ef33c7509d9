"""Opening what a case can make again: its catalogue and its index."""

from pathlib import Path

from workbench.case.context import DERIVED, clear_derived
from workbench.edges.catalog import Catalog
from workbench.edges.index import PassageIndex, open_index, open_index_in_memory
from workbench.edges.index.deferred import DeferredIndex
from workbench.edges.inside import Inside
from workbench.errors import CaseDamaged, CaseMissing

CATALOG, INDEX = "catalog.sqlite", "index"
"""Names in the folder of derived data."""


def open_derived(folder: Path, url: str = "") -> tuple[Catalog, PassageIndex, str]:
    """Catalogue, index, and what is to be told of them.

    What does not read is thrown away, to be made again; where nothing can be written (a
    read-only medium, a full disk) both are in memory. An index on servers (`url`) is
    others' too: it is left as it is, and not asked before something is sought.
    """
    derived = Inside(folder, ()) / DERIVED
    try:
        return _open_remote(folder, derived, url) if url else _open_here(folder, derived)
    except (OSError, CaseMissing) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
    notice = f"{derived} cannot be written ({reason}); this time it is made in memory"
    catalog = _catalog_in_memory(derived / CATALOG)
    if url:
        return catalog, shared_index(catalog, derived, url), notice
    return catalog, open_index_in_memory(derived / INDEX), notice


def _catalog_in_memory(path: Inside) -> Catalog:
    try:
        return Catalog(path, in_memory=True)
    except (OSError, CaseMissing, CaseDamaged):
        return Catalog(path.parent / "none", in_memory=True)


def _open_here(folder: Path, derived: Inside) -> tuple[Catalog, PassageIndex, str]:
    try:
        catalog, index = Catalog(derived / CATALOG), open_index(derived / INDEX)
        if index.stats().passages or not catalog.has_claims():
            return catalog, index, ""
        catalog.close()
        index.close()
    except CaseDamaged:
        pass
    clear_derived(folder)
    notice = f"{derived} was damaged or incomplete; it is made again from seeds/"
    return Catalog(derived / CATALOG), open_index(derived / INDEX), notice


def _open_remote(folder: Path, derived: Inside, url: str) -> tuple[Catalog, PassageIndex, str]:
    notice = ""
    try:
        catalog = Catalog(derived / CATALOG)
    except CaseDamaged:
        clear_derived(folder)
        catalog = Catalog(derived / CATALOG)
        notice = f"{derived} was damaged; it is made again from seeds/"
    return catalog, shared_index(catalog, derived, url), notice


def shared_index(catalog: Catalog, derived: Inside, url: str) -> PassageIndex:
    """The index on servers, opened by its first use."""
    return DeferredIndex(lambda: open_index(derived, url), catalog.has_claims)
