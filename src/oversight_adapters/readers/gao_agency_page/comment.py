"""A comment, sentence by sentence: what it says as of when, who takes which position, what is estimated and needed."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from oversight_adapters.readers.gao_agency_page.estimates import Estimate, estimates
from oversight_adapters.readers.gao_agency_page.latest import latest_estimate, latest_statement
from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, mark
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.phrases.conditions import TO_CLOSE
from oversight_adapters.readers.gao_agency_page.positions import Position, positions
from oversight_adapters.readers.gao_agency_page.statements import Statement, statement
from oversight_adapters.texts.sentences import sentences

_NEEDS = (" must ", "should", "need", "remain open", "we will close", "we can close", "has to", "have to")


@attrs.frozen
class Comment:
    """What one comment states, in the order of its words; `as_of` is the latest date it speaks as of."""

    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    as_of: Mark | None
    completion: Estimate | None
    start: Estimate | None
    to_close: tuple[Mark, ...]


def read_comment(folded: str, start: int, end: int, *, number: str, addressee: str) -> Comment:
    """Read a comment on the recommendation of this number and addressee."""
    parts = tuple(Sentence(folded, a, b, folded[a:b].lower()) for a, b in sentences(folded, start, end))
    stated: list[Statement] = []
    taken: list[Position] = []
    completions: list[tuple[Statement | None, Estimate]] = []
    starts: list[tuple[Statement | None, Estimate]] = []
    for sentence in parts:
        dated = statement(sentence)
        if dated:
            stated.append(dated)
        taken += positions(sentence, dated, number=number, addressee=addressee)
        for estimate in estimates(sentence):
            (starts if estimate.starts else completions).append((stated[-1] if stated else None, estimate))
    read = [*(s.as_of for s in stated), *(e.date for _, e in completions + starts), *(p.on for p in taken if p.on)]
    return Comment(
        parts,
        tuple(stated),
        tuple(taken),
        latest_statement(parts, stated, read),
        latest_estimate(completions),
        latest_estimate(starts),
        tuple(need for sentence in parts for need in _needs(sentence)),
    )


def _needs(sentence: Sentence) -> Iterator[Mark]:
    """What a sentence says must be shown; the first row that fits reads it."""
    if any(cue in sentence.lower for cue in _NEEDS):
        for row in TO_CLOSE:
            hit = BOOK.search(row.name, sentence.folded, sentence.start, sentence.end)
            if hit and (need := mark(hit, "to_close")):
                yield need
                return
