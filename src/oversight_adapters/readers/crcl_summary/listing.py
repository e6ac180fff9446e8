"""A page that lists several documents: which they are, and how many.  An entry that is listed twice is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_core.entities import Listing
from oversight_core.names import Item
from oversight_core.provenance import Excerpt
from oversight_core.reading import Candidate

LISTING = Item("listing", "crcl", "memos")


def grouped(dossiers: Iterable[Dossier]) -> list[list[Dossier]]:
    """Dossiers of one document together: the same subject and type, and no other addressee.

    A shorter blurb may not say whom the memo is for; the longer one says it for both.
    """
    groups: list[list[Dossier]] = []
    by_key: dict[tuple[str, str], list[list[Dossier]]] = {}
    for dossier in dossiers:
        known = by_key.setdefault(dossier.key, [])
        group = next((one for one in known if _agree(one[0], dossier)), None)
        if group is None:
            known.append(group := [])
            groups.append(group)
        group.append(dossier)
    return [_addressed(group) for group in groups]


def _agree(one: Dossier, other: Dossier) -> bool:
    return one.agency is None or other.agency is None or one.agency.value == other.agency.value


def _addressed(group: list[Dossier]) -> list[Dossier]:
    agency = next((dossier.agency for dossier in group if dossier.agency), None)
    return [dossier if dossier.agency else attrs.evolve(dossier, agency=agency) for dossier in group]


def listing_of(groups: Sequence[Sequence[Dossier]]) -> Candidate:
    """The listing: an entry without a title is there as the memo that its blurb tells of."""
    items = tuple(dict.fromkeys(group[0].document or group[0].anchor for group in groups))
    told = (Excerpt("parsed_total", computed_from=("items",)), Excerpt("items", computed_from=("document",)))
    return Candidate(LISTING, Listing(parsed_total=len(items), items=items), (), None, told)
