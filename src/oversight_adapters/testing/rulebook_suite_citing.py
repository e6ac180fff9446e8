"""What a rulebook says that it rests on, and does not (B2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from oversight_core.rules import Citation, Force, Read, RuleBook

LAW = (Force.STATUTE, Force.REGULATION)
NO_LAW = re.compile(
    r"\b(?:conventions?(?! (?:against|on|for|relating))|handbook|guidance|circular"
    r"|(?:DHS|ICE|CBP|OMB|agency|management|mayor|department|office)(?:['’]s)?"
    r" (?:directive|instruction|policy|memorandum)|directive \d[\w-]*(?!\S*/))\b",
    re.IGNORECASE,
)
"""Provisions that bind, if at all, as policy or directive; a treaty is a convention of another sort."""


def badly_cited(book: RuleBook) -> Iterator[str]:
    """B2: rows, labels and clocks that do not say what they rest on, or claim more than it is."""
    for where, cites, decides in _resting(book):
        if not cites:
            yield f"{where} cites nothing"
        yield from (f"{where}: {fault}" for cite in cites for fault in _faults(cite, decides))


def _resting(book: RuleBook) -> Iterator[tuple[str, tuple[Citation, ...], bool]]:
    """Everything that cites, and whether it decides what is allowed or what a word means."""
    for table in book.lifecycles:
        yield from ((f"{table.name}, the row {rule.event!r}", rule.cites, True) for rule in table.rules)
    for words in book.vocabularies:
        yield from ((f"{words.name}, the label {row.label!r}", row.cites, True) for row in words.rows)
    yield from ((f"the clock {clock.name!r}", clock.cites, False) for clock in book.clocks)


def _faults(cite: Citation, decides: bool) -> Iterator[str]:
    if not isinstance(cite, Citation):
        yield f"{cite!r} is no Citation"
        return
    told = f"{cite.provision!r} ({cite.force.value})"
    if not cite.provision.strip():
        yield "the provision is blank"
    if cite.force is not Force.CONVENTION and not cite.binds.strip():
        yield f"{told} does not say whom it binds; what binds nobody is a convention"
    if cite.force in LAW and NO_LAW.search(cite.provision):
        yield f"{told} passes for law; say which force it has"
    elif cite.force is not Force.CONVENTION and cite.provision.casefold().startswith("convention"):
        yield f"{told} is a convention by its own words"
    if cite.force in LAW and cite.read in (Read.COPY, Read.EXCERPT, Read.SECOND_HAND) and not cite.copy.strip():
        yield f"{told} was read {cite.read.value}, and the copy that was read is not named"
    if cite.force in LAW and cite.read is Read.RECOLLECTION and decides:
        yield f"{told} is law that nobody has read; read it, or cite the row as a convention after it"
