"""A comment, sentence by sentence: what it says as of when, who takes which position, what is estimated and needed."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.gao_agency_page.estimates import Estimate
from oversight_adapters.readers.gao_agency_page.latest import latest_estimate, latest_statement
from oversight_adapters.readers.gao_agency_page.marks import Mark
from oversight_adapters.readers.gao_agency_page.positions import Position
from oversight_adapters.readers.gao_agency_page.statements import Statement
from oversight_adapters.readers.gao_agency_page.told import Told, told
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import Span
from oversight_core.quick import quick


@quick
@attrs.frozen(weakref_slot=False)
class Comment:
    """What one comment states, in the order of its words; beside each stands where its sentence starts.

    `as_of` is the latest date that it speaks as of, `to_close` what was asked for last.  It takes no positions where
    words behind the last one tell of another, which no row reads.  Of the sentences that are no statements, `counting`
    are to be accounted for; of the `silent` ones nothing else is read.
    """

    statements: tuple[tuple[Span, Statement], ...]
    positions: tuple[tuple[int, Position], ...]
    as_of: tuple[int, Mark] | None
    completion: tuple[int, Estimate] | None
    start: tuple[int, Estimate] | None
    to_close: tuple[int, Mark] | None
    counting: int
    silent: tuple[Span, ...]


def read_comment(folded: str, start: int, end: int, *, number: str, addressee: str) -> Comment:
    """Read a comment on the recommendation of this number and addressee."""
    stated: list[tuple[Span, Statement]] = []
    taken: list[tuple[int, Position]] = []
    completions: list[tuple[int, Estimate, Statement | None]] = []
    starts: list[tuple[int, Estimate, Statement | None]] = []
    doubtful: list[Told] = []
    counting: list[Span] = []
    to_close: tuple[int, Mark] | None = None
    changed = False
    for a, b in sentences(folded, start, end):
        one = told(folded[a:b], number, addressee)
        if one is None:
            continue
        for statement in one.statements:
            stated.append(((a, b), statement))
        if one.counts:
            counting.append((a, b))
        for position in one.positions:
            taken.append((a, position))
            changed = False
        changed = changed or (one.changes and bool(taken))
        if one.puts_off:
            completions.clear()
        for estimate in one.estimates:
            last = stated[-1][1] if stated else None
            if completions or not estimate.moves:
                (starts if estimate.starts else completions).append((a, estimate, last))
        if one.is_doubtful:
            doubtful.append(one)
        if one.to_close:
            to_close = (a, one.to_close)
    if changed:
        taken = []
    completion, begin = latest_estimate(completions), latest_estimate(starts)
    read = {found[0] for found in (*taken, completion, begin, to_close) if found}
    return Comment(
        tuple(stated),
        tuple(taken),
        latest_statement(stated, doubtful),
        completion,
        begin,
        to_close,
        len(counting),
        tuple([span for span in counting if span[0] not in read]),
    )
