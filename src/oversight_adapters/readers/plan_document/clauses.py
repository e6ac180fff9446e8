"""What a sentence commits whom to: each "will", "shall", "must" or "may" with its subject and its verb.

A sentence is read from each such word outwards.  What stands before it must be somebody who acts and nothing else, from
where a clause begins; where it is not, the clause says nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import attrs

from oversight_adapters.readers.plan_document.actors import actors
from oversight_adapters.readers.plan_document.masks import masked
from oversight_adapters.readers.plan_document.openings import JOINT
from oversight_adapters.readers.plan_document.somebody import named_in, with_bracket
from oversight_adapters.readers.plan_document.subjects import Subject, subject_of
from oversight_adapters.readers.plan_document.verbs import (
    DENIED,
    MODAL,
    MODAL_AT_FIRST,
    NOT,
    first_verb,
    is_passive,
    is_possibility,
    modal_and_verb,
)
from oversight_adapters.texts.spans import Span

_AGENT = re.compile(r"(?<!\w)by\s+")
_AGENT_END = re.compile(
    r"[,.;]|\s(?:\w+ly|daily|at|to|within|by|on|at|in|from|and|for|no|as|if|when|before|after|prior|upon|during|until|unless|once|each|every|under)\b|$"
)
_JOINT_OR_RELATIVE = re.compile(rf"{JOINT.pattern}|\b(?:that|which|who|whom|where|if|when|whether|because)\b")
_AND = re.compile(r"(?:,\s+(?:and|but)|;(?:\s+(?:and|but))?)\s*$")
_LED = re.compile(r",\s+(?:and|but)\s+(?:if|where|when|once|unless|upon)\b")
_OPEN = re.compile(
    r"(?:\s+not)?(?:,\s+(?:at\s+a\s+minimum|at\s+least|among\s+other\s+things|as\s+appropriate|in\s+particular),?)?"
    r"(?:\s+(?:also|then|further|each|do\s+the\s+following|take\s+the\s+following\s+\w{1,20}))?\s*:"
)
_FIRST_ITEM = re.compile(r"\s*:?\s*\((?:1|a|A|i)\)\s+")
_ITEM = re.compile(r"\((?:\d{1,2}|[a-hA-H]|[ivx]{1,4})\)\s+")
_NOBODY = re.compile(r"\b(?:no|neither)\s+$", re.IGNORECASE)
_MOST_ITEMS = 20
_MOST_MODALS = 24  # of a sentence; what has more is none


@attrs.frozen
class Clause:
    """One commitment of a sentence.

    `lead` are the words before its subject, `end` is where its own words end: between them stands what speaks of its
    time and its condition.  It is `unclear` where "it" or "they" act, and nothing in the sentence says who they are.
    """

    modal: Span
    verb: Span
    actor: Span | None
    unclear: bool = False
    lead: Span = (0, 0)
    end: int = 0
    begin: int = 0  # where its own words begin; after the modal, unless it is one of several that a modal binds


_Found = tuple[int, int, Clause | None, bool]
"""Where the lead of a clause and it begin, what it says, and whether it is a main one."""


def clauses(folded: str, start: int, end: int) -> Iterator[Clause]:
    """The commitments of a sentence, in their order."""
    sentence = folded[start:end]
    if sentence.rstrip().endswith("?"):
        return
    plain = masked(sentence)
    found: list[_Found] = []
    last: Subject | None = None
    floor = 0
    for match in islice(MODAL.finditer(plain), _MOST_MODALS):
        if match.start() < floor:
            continue
        modal, verb = modal_and_verb(plain, match)
        items = _items(sentence, modal[1])
        if items and (subject := subject_of(sentence, plain, floor, match.start(), last)) and subject.actor:
            found += _listed(plain, subject, modal, items)
            last, floor = subject, items[-1][1]
            continue
        subject = subject_of(sentence, plain, floor, match.start(), last) if verb else None
        if subject and verb and not is_possibility(plain, modal, verb):
            modal = _denied(plain, subject, modal)
            clause = _clause(sentence, plain, subject, modal, verb)
            at = subject.lead if subject.lead >= 0 else subject.start if clause else _break(plain, floor, match.start())
            found.append((at, subject.start, clause, True))
            last, floor = subject, verb[1]
        else:
            at = _break(plain, floor, match.start())
            found.append((at, at, None, False))
            last = None
    for n, (first, at, clause, _) in enumerate(found):
        if clause:
            stop = max(min((later[0] for later in found[n + 1 :]), default=end - start), clause.verb[1])
            if clause.begin:
                yield _placed(clause, start)
                continue
            lead = first if any(main for *_, main in found[:n]) or (n and _AND.search(plain, 0, first)) else 0
            yield _placed(attrs.evolve(clause, lead=(lead, at), end=stop), start)


def _denied(plain: str, subject: Subject, modal: Span) -> Span:
    """The modal, from "no" on where it stands before its subject: "no officer may"."""
    nobody = _NOBODY.search(plain, 0, subject.actor[0]) if subject.actor else None
    return (nobody.start(), modal[1]) if nobody and subject.start <= nobody.start() else modal


def _items(sentence: str, at: int) -> list[Span]:
    """The items of "will (1) train staff; (2) report", without their numbers."""
    first = _FIRST_ITEM.match(sentence, at)
    if not first:
        return []
    marks = [first, *islice(_ITEM.finditer(sentence, first.end()), _MOST_ITEMS)]
    ends = [*(mark.start() for mark in marks[1:]), len(sentence)]
    return [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]


def _listed(plain: str, subject: Subject, modal: Span, items: list[Span]) -> Iterator[_Found]:
    """A clause for each item that begins with a verb; what leads the sentence in leads in each."""
    for start, end in items:
        verb = first_verb(plain, start, end)
        if verb and not DENIED.search(plain, start, verb[0]):
            lead = 0, subject.start
            clause = Clause(modal, verb, subject.actor, subject.unclear, lead, end, start)
            yield start, start, clause, True


def _placed(clause: Clause, by: int) -> Clause:
    """A clause of a sentence where it stands in the text."""
    modal, verb, lead = (_moved(span, by) for span in (clause.modal, clause.verb, clause.lead))
    actor = _moved(clause.actor, by) if clause.actor else None
    begin = clause.begin + by if clause.begin else 0
    return attrs.evolve(clause, modal=modal, verb=verb, actor=actor, lead=lead, end=clause.end + by, begin=begin)


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _clause(sentence: str, plain: str, subject: Subject, modal: Span, verb: Span) -> Clause | None:
    """The clause with who is said to do it: the subject, or "by" whom the subject is acted upon."""
    if not is_passive(plain, verb):
        return Clause(modal, verb, subject.actor, subject.unclear) if subject.actor or subject.unclear else None
    return Clause(modal, verb, _agent(sentence, plain, verb[1]))


def _break(plain: str, floor: int, modal: int) -> int:
    """Where a clause that says nothing here begins, as far as can be told."""
    breaks = [*_JOINT_OR_RELATIVE.finditer(plain, floor, modal)]
    ended = [joint for joint in breaks if joint[0].startswith(";") or _LED.match(plain, joint.start())]
    return (ended or breaks)[-1].start() if breaks else modal


def stem(folded: str, start: int, end: int) -> Clause | None:
    """The clause of a line that ends in its modal and a colon, such as "ICE will:"; the verbs are in the list "
    "below."""
    sentence = folded[start:end].rstrip()
    plain = masked(sentence)
    match = next(
        (match for match in islice(MODAL.finditer(plain), _MOST_MODALS) if _OPEN.fullmatch(plain, match.end())), None
    )
    subject = subject_of(sentence, plain, 0, match.start(), None) if match else None
    if match is None or subject is None or subject.actor is None:
        return None
    modal = match.start(), (negation.end() if (negation := NOT.match(plain, match.end())) else match.end())
    end = len(sentence)
    return _placed(Clause(modal, (end, end), subject.actor, lead=(0, subject.start), end=end), start)


def of_role(folded: str, head: Span, start: int, end: int) -> Clause | None:
    """The clause of an item that begins with its modal, under who is to act: "Component heads: 1. Shall submit"."""
    match = MODAL_AT_FIRST.match(folded, start, end)
    who = named_in(folded, *head) if match else None
    modal, verb = modal_and_verb(folded[:end], match) if match else ((0, 0), None)
    if not who or not verb or is_passive(folded, verb) or is_possibility(folded, modal, verb):
        return None
    return Clause(modal, verb, with_bracket(folded, who), lead=(start, start), end=end)


def _agent(sentence: str, plain: str, at: int) -> Span | None:
    by = _AGENT.search(plain, at, at + 200)
    if not by:
        return None
    for stop in islice(_AGENT_END.finditer(plain, by.end(), by.end() + 240), 20):
        who = (by.end(), stop.start())
        if actors(plain[slice(*who)]):
            return with_bracket(sentence, who)
        if stop[0] in (",", ".", ";", ""):
            break
    return None
