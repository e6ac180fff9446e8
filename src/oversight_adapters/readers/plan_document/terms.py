"""The terms of a commitment: how often, by when, and on what condition, out of the words of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from oversight_adapters.readers.phrasebook import Hit, Phrase
from oversight_adapters.readers.plan_document import vocabulary as words
from oversight_adapters.readers.plan_document.clauses import Clause
from oversight_adapters.readers.plan_document.phrases import BOOK
from oversight_adapters.readers.plan_document.phrases.conditions import CONDITIONAL, LEADING, TRAILING
from oversight_adapters.readers.plan_document.phrases.times import (
    AFTER_VERB,
    CADENCES,
    CLOSING_DATES,
    DEADLINES,
    LEADING_DATES,
    OFTEN,
    TIMELY,
)
from oversight_adapters.readers.plan_document.verbs import NOT
from oversight_adapters.texts.spans import Span

_WORD_BEFORE = re.compile(r"([A-Za-z'-]{1,30})[\s,]*$")
_OPENER = re.compile(rf"\s*(?:(?:{words.OPENING})\s*,\s*)?(?:(?:and|but)\s+)?", re.IGNORECASE)
_PART_OF_LEAD = re.compile(r",\s+(?:and\s+|but\s+)?")
_END = re.compile(r"[\s.;:,!)\"'\]]*$")
_RELATIVE = re.compile(r"\b(?:which|who|whose)\b")
_NEAR = re.compile(r"^within\b.{0,60}\b(?:of|before|prior)\b", re.IGNORECASE | re.DOTALL)
_LONGEST_CONDITION = 1_500  # code points


@attrs.frozen
class Term:
    """What some words tell of a commitment: its field, the row that reads them (``row/slot``), and where they "
    "stand."""

    field: str
    row: str
    start: int
    end: int


def terms(folded: str, clause: Clause) -> Iterator[Term]:
    """How often, by when and on what condition, each at most once."""
    cadence = _cadence(folded, clause) if _stands(OFTEN, folded, clause) else None
    deadline = _deadline(folded, clause) if _stands(TIMELY, folded, clause) else None
    condition = _condition(folded, clause, [term for term in (cadence, deadline) if term])
    yield from (term for term in (cadence, deadline, condition) if term)
    if deadline and (due := _due(folded, deadline)):
        yield due


def _stands(words_of: re.Pattern[str], folded: str, clause: Clause) -> bool:
    return any(words_of.search(folded, *span) for span in _spans(clause))


def _begin(clause: Clause) -> int:
    return clause.begin or clause.modal[1]


def of_heading(folded: str, start: int, end: int) -> list[Term]:
    """The deadline that a heading is, with its date: "By June 2012"; nothing where it is more."""
    for row in (*DEADLINES, *LEADING_DATES):
        hit = BOOK.match(row.name, folded, start, end)
        if hit and hit.match.end() == end:
            term = _term(hit)
            due = _due(folded, term)
            return [term, due] if due else [term]
    return []


def _spans(clause: Clause) -> tuple[Span, ...]:
    """The words before the subject, if there are any, and those from the modal on."""
    own = _begin(clause), clause.end
    return (clause.lead, own) if clause.lead[0] < clause.lead[1] else (own,)


def _first(folded: str, rows: Iterable[Phrase], spans: Iterable[Span]) -> Iterator[Hit]:
    """What the rows find in each span, in the order in which it stands there."""
    for start, end in spans:
        found = [hit for row in rows for hit in BOOK.finditer(row.name, folded, start, end)]
        yield from sorted(found, key=lambda hit: hit.match.start())


def _term(hit: Hit) -> Term:
    field, start, end = next(hit.spans())
    return Term(field, f"{hit.phrase.name}/{field}", start, end)


def _cadence(folded: str, clause: Clause) -> Term | None:
    main = (clause.verb[0], clause.end)
    for row in AFTER_VERB:
        if hit := BOOK.match(row.name, folded, *main):
            return _term(hit)
    hits = _first(folded, CADENCES, _spans(clause))
    return next((_term(hit) for hit in hits if not _of_another(folded, clause, hit)), None)


def _deadline(folded: str, clause: Clause) -> Term | None:
    denied = NOT.search(folded, clause.modal[0], clause.modal[1]) is not None
    for hit in _first(folded, DEADLINES, _spans(clause)):
        if _of_another(folded, clause, hit) or (denied and _NEAR.search(hit.match[0])):
            continue  # "will not act within five days of it" is no deadline
        term = _term(hit)
        directly = not folded[clause.verb[1] : term.start].strip()  # "will be completed by"
        if directly or _before(folded, clause, term.start) not in words.HAPPENED:
            return term
    if closing := _closing(folded, clause):
        return closing
    lead = _OPENER.match(folded, *clause.lead)
    for row in LEADING_DATES:
        at = (
            (lead.end() if lead else clause.lead[0], clause.lead[1])
            if row.name == "due-on"
            else (clause.verb[0], clause.end)
        )
        if first := BOOK.match(row.name, folded, *at):
            return _term(first)
    return None


def _closing(folded: str, clause: Clause) -> Term | None:
    """The time in which something is to be done, with which the clause ends."""
    if folded[slice(*clause.verb)] in words.LOOKING_BACK:
        return None
    for hit in _first(folded, CLOSING_DATES, ((clause.verb[1], clause.end),)):
        before = _before(folded, clause, hit.match.start())
        if not (_of_another(folded, clause, hit) or before in words.HAPPENED or before.endswith("ed")):
            return _term(hit)
    return None


def _before(folded: str, clause: Clause, at: int) -> str:
    """The word before a place in a clause, in lower case."""
    word = _WORD_BEFORE.search(folded, max(clause.lead[0], at - 40), at)
    return word[1].lower() if word else ""


def _of_another(folded: str, clause: Clause, hit: Hit) -> bool:
    """Whether words tell of what is said by the way: in brackets, or after "which"."""
    if _in_brackets(folded, clause, hit):
        return True
    if hit.match.end() <= clause.lead[1] and _RELATIVE.search(folded, clause.lead[0], hit.match.start()):
        return True  # Under the policy, which takes effect immediately, ICE will
    return (
        hit.match.start() > clause.verb[1] and _RELATIVE.search(folded, clause.verb[1], hit.match.start()) is not None
    )


def _in_brackets(folded: str, clause: Clause, hit: Hit) -> bool:
    said = folded[clause.lead[0] : hit.match.start()]
    return said.count("(") > said.count(")")


def _due(folded: str, deadline: Term) -> Term | None:
    """The date that a deadline prints."""
    hit = BOOK.search("due", folded, deadline.start, deadline.end)
    return attrs.evolve(_term(hit), field="due_on") if hit else None


def _condition(folded: str, clause: Clause, others: list[Term]) -> Term | None:
    return _leading(folded, clause, others) or _trailing(folded, clause, others)


def _leading(folded: str, clause: Clause, others: list[Term]) -> Term | None:
    """A condition before the subject: to where the subject, or a deadline of its own, begins."""
    start, end = clause.lead
    opener = _OPENER.match(folded, start, end)
    first = opener.end() if opener else start
    places = [first, *(part.end() for part in _PART_OF_LEAD.finditer(folded, first, end))]
    for at in places[:12]:
        if any(BOOK.match(row.name, folded, at, end) for row in LEADING):
            stops = [
                term.start
                for term in others
                if at < term.start < end and folded[at : term.start].rstrip().endswith(",")
            ]
            return _said(folded, at, min([end, *stops]))
    return None


def _trailing(folded: str, clause: Clause, others: list[Term]) -> Term | None:
    """A condition after the modal, to the end of the clause or of the words between two commas that hold it."""
    begun = CONDITIONAL.search(folded, _begin(clause), clause.end)
    for hit in _first(folded, TRAILING, ((begun.start(), clause.end),)) if begun else ():
        at = hit.match.start()
        if _before(folded, clause, at) in words.EMBEDDING or any(term.start <= at < term.end for term in others):
            continue
        if _in_brackets(folded, clause, hit):
            continue
        if hit.phrase.name == "condition-short":
            return _said(folded, at, hit.match.end())
        end = clause.end
        if at < clause.verb[0]:  # between two commas, before the verb
            comma = folded.find(",", at, clause.verb[0])
            end = comma if comma >= 0 else clause.verb[0]
        stops = [
            term.start for term in others if at < term.start < end and folded[at : term.start].rstrip().endswith(",")
        ]
        return _said(folded, at, min([end, *stops]))
    aside = folded[clause.actor[1] : clause.modal[0]] if clause.actor and clause.actor[1] < clause.modal[0] else ""
    return _between(folded, clause) if aside.lstrip().startswith(",") else None


def _between(folded: str, clause: Clause) -> Term | None:
    """A condition between commas, before the modal: "ICE, if requested, will"."""
    assert clause.actor
    comma = folded.index(",", clause.actor[1])
    at = comma + 1
    while folded[at].isspace():
        at += 1
    rows = (*LEADING, *TRAILING)
    hit = next(filter(None, (BOOK.match(row.name, folded, at, clause.modal[0]) for row in rows)), None)
    return _said(folded, at, clause.modal[0]) if hit else None


def _said(folded: str, start: int, end: int) -> Term | None:
    """A condition without the marks and joining words at its end."""
    last = _END.search(folded, max(start, end - 200), end)
    stop = last.start() if last else end
    while joint := re.search(r"[\s,;]+(?:and|but|or)$|,\s+(?:then|so)$", folded[max(start, stop - 12) : stop]):
        stop -= len(joint[0])
    if not 2 < stop - start <= _LONGEST_CONDITION:
        return None
    return Term("condition", "condition/condition", start, stop)
