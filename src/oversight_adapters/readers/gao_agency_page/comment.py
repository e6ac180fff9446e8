"""A comment, sentence by sentence: what it says as of when, who takes which position, what is estimated and needed."""

from __future__ import annotations

import attrs

from oversight_adapters.readers.gao_agency_page.estimates import Estimate, estimates
from oversight_adapters.readers.gao_agency_page.latest import latest_estimate, latest_statement
from oversight_adapters.readers.gao_agency_page.marks import Mark, Sentence, Table, hits, holds, mark, years_in
from oversight_adapters.readers.gao_agency_page.phrases import BOOK
from oversight_adapters.readers.gao_agency_page.phrases.conditions import TO_CLOSE
from oversight_adapters.readers.gao_agency_page.positions import POSITION_CUES, Position, positions, tells_of_change
from oversight_adapters.readers.gao_agency_page.statements import Statement, statements
from oversight_adapters.texts.sentences import sentences
from oversight_core.quick import quick

_YEARS = ("20", "19", "fy")
_DUTIES = ("must", "should", "need", " open ", " close ")
_CHANGES = ("position", "decision")  # behind a position that was stated
_CUES = (*_YEARS, *POSITION_CUES, *_DUTIES, " take ")
"""Without any of these no row reads a sentence."""
_TO_CLOSE = Table(TO_CLOSE)
_POSITIONS, _ASKS = frozenset(POSITION_CUES), frozenset(_DUTIES)


@quick
@attrs.frozen(weakref_slot=False)
class Comment:
    """What one comment states, in the order of its words; `as_of` is the latest date it speaks as of."""

    undated: tuple[tuple[int, int], ...]  # the sentences that are no statements
    statements: tuple[Statement, ...]
    positions: tuple[Position, ...]
    as_of: Mark | None
    completion: Estimate | None
    start: Estimate | None
    to_close: Mark | None  # what was asked for last
    changed: bool  # whether words behind the last position tell of another, which no row reads


def read_comment(folded: str, start: int, end: int, *, number: str, addressee: str) -> Comment:
    """Read a comment on the recommendation of this number and addressee."""
    whole = folded[start:end].lower().replace("\n", " ")  # cues are words with blanks, whatever the line ends
    if len(whole) != end - start:  # a letter that is two in lower case would shift every place behind it
        whole = folded[start:end].replace("\n", " ")
    cues = [cue for cue in _CUES if cue in whole]  # what the comment does not hold, no sentence of it is asked for
    takes_position, takes_long = not _POSITIONS.isdisjoint(cues), " take " in cues
    if takes_position:
        cues += _CHANGES
    needs = not _ASKS.isdisjoint(cues) and bool(_TO_CLOSE.cued(whole))
    undated: list[tuple[int, int]] = []
    stated: list[Statement] = []
    taken: list[Position] = []
    completions: list[tuple[Statement | None, Estimate]] = []
    starts: list[tuple[Statement | None, Estimate]] = []
    doubtful: list[Sentence] = []
    asking: list[Sentence] = []
    changed = False
    for a, b in sentences(folded, start, end):
        lower = whole[a - start : b - start]
        if not holds(lower, cues):
            undated.append((a, b))
            continue
        sentence = Sentence(folded, a, b, lower, years_in(lower))
        dated = statements(sentence) if sentence.years else []
        stated += dated
        if not dated:
            undated.append((a, b))
        if takes_position:
            cued = holds(lower, POSITION_CUES)
            if cued and (found := positions(sentence, dated, number=number, addressee=addressee)):
                taken += found
                changed = False
            changed = changed or (bool(taken) and tells_of_change(sentence, taken[-1]))
        if sentence.years > len(dated) or takes_long:
            estimated = estimates(sentence)
            if sentence.years > len(dated) + len(estimated):
                doubtful.append(sentence)
            for estimate in estimated:
                (starts if estimate.starts else completions).append((stated[-1] if stated else None, estimate))
        if needs and holds(lower, _DUTIES):
            asking.append(sentence)
    read: list[Mark] = []
    if doubtful:
        read += [*(s.as_of for s in stated), *(e.date for _, e in completions + starts), *(p.on for p in taken if p.on)]
    return Comment(
        tuple(undated),
        tuple(stated),
        tuple(taken),
        latest_statement(stated, doubtful, read),
        latest_estimate(completions),
        latest_estimate(starts),
        next(filter(None, map(_need, reversed(asking))), None),
        changed,
    )


def _need(sentence: Sentence) -> Mark | None:
    """What a sentence says must be shown; the first row that fits reads it."""
    folded, start, end, lower, _ = sentence
    for row in _TO_CLOSE.cued(lower):
        own = row.name.startswith("must")  # the whole sentence must say so
        if hit := BOOK.match(row.name, folded, start, end) if own else next(hits(row, sentence), None):
            return mark(hit, "to_close")
    return None
