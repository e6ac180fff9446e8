"""A page that lists several documents: which they are, and how many.  An entry that is listed twice is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.page import Page, Sentence, Told
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


def listing_of(page: Page, groups: Sequence[Sequence[Dossier]]) -> Candidate | None:
    """The listing: an entry without a title is there as the memo that its blurb tells of; None where it lists nothing.

    A page of a collection may say how many documents there are in all; one of which it shows and does not hold is a
    problem.
    """
    shown, stated = _stated(page)
    if len(groups) < 2 and stated is None:
        return None
    items = tuple(dict.fromkeys(group[0].document or group[0].anchor for group in groups))
    told = (Excerpt("parsed_total", computed_from=("items",)), Excerpt("items", computed_from=("document",)))
    listing = Listing(parsed_total=len(items), items=items)
    if stated is None:
        return Candidate(LISTING, listing, (), None, told)
    if shown > len(items):
        message = f"the page says that it shows {shown} documents, and {len(items)} could be read"
        page.problem("listing-incomplete", message, stated.place)
    return Candidate(LISTING, attrs.evolve(listing, stated_total=stated.value), (), None, (stated.excerpt, *told))


def _stated(page: Page) -> tuple[int, Told | None]:
    """How many documents a page says that it shows, and of how many."""
    if "playing" not in page.lowered and "showing" not in page.lowered:  # nearly always
        return 0, None
    said = page.find("displaying", Sentence(0, len(page.folded), -1))
    if said is None or not all(slot in said for slot in ("first", "last", "stated_total")):
        return 0, None
    page.settled += [said["first"].excerpt, said["last"].excerpt]
    return said["last"].value - said["first"].value + 1, said["stated_total"]
