"""Laws of deciding: the whole decision space of a table is asked, and each answer held against the oracle's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

import attrs

from oversight_core.rules import (
    Applied,
    Attempt,
    Facts,
    Lifecycle,
    NotAllowed,
    Step,
    missing_of,
    rule_of,
)
from oversight_core.testing.laws.broken import Breach
from oversight_core.testing.oracle import Expected, expected_decision, row_from, states_of
from oversight_core.testing.space import Question, questions, stubbed


class Decide(Protocol):
    """The verb under test."""

    def __call__(self, lifecycle: Lifecycle, status: str, attempt: Attempt, *, facts: Facts) -> Applied | NotAllowed:
        """Whether the table allows an attempt from a status."""
        ...


@attrs.frozen
class Answered:
    """A question to a table, what was answered, what was answered when asked again, and what was to be expected."""

    table: Lifecycle
    question: Question
    answer: Applied | NotAllowed | Exception
    again: Applied | NotAllowed | Exception
    expected: Expected
    decide: Decide


_NAMED = {
    "GuardFailed": "name",
    "MissingFact": "name",
    "MissingRequirement": "kind",
    "StatusTooCoarse": "event",
    "UnknownStatus": "status",
    "WrongActor": "role",
    "WrongMoment": "event",
}
"""The field of a reason that says what it is about."""


def observed(answer: Applied | NotAllowed) -> Expected:
    """An answer in the words of the oracle."""
    if isinstance(answer, Applied):
        return Expected(answer.step.target)
    named = ((type(reason).__name__, reason) for reason in answer.reasons)
    return Expected(None, frozenset((kind, str(getattr(one, _NAMED.get(kind, ""), ""))) for kind, one in named))


def _not_total(one: Answered) -> str | None:
    if isinstance(one.answer, Applied) or (isinstance(one.answer, NotAllowed) and one.answer.reasons):
        return None
    return f"it was answered {one.answer!r}"


def _not_pure(one: Answered) -> str | None:
    same = one.answer == one.again or (isinstance(one.answer, Exception) and type(one.answer) is type(one.again))
    return None if same else f"asked again, it was answered {one.again}"


def _not_by_a_row(one: Answered) -> str | None:
    if isinstance(one.answer, Exception):
        return None
    target = one.answer.step.target if isinstance(one.answer, Applied) else None
    return None if target == one.expected.target else f"by the rows it is {one.expected}; it was answered {one.answer}"


def _not_every_reason(one: Answered) -> str | None:
    if not isinstance(one.answer, NotAllowed) or one.expected.target is not None:
        return None
    if observed(one.answer) == one.expected and len(set(one.answer.reasons)) == len(one.answer.reasons):
        return None
    return f"by the rows it is {one.expected}; it was answered {one.answer}"


def _not_the_step(one: Answered) -> str | None:
    if not isinstance(one.answer, Applied) or one.expected.target is None:
        return None
    table, question, answer = one.table, one.question, one.answer
    step = Step(table.name, table.version, table.axis, question.status, question.attempt.event, one.expected.target)
    if (answer.step, answer.attempt) != (step, question.attempt):
        return f"the entry is {answer}"
    row = row_from(table, states_of(table, question.status)[0], question.attempt.event)
    shown = {exhibit.kind for exhibit in question.attempt.evidence}
    assert row is not None
    if rule_of(table, step) != row or missing_of(table, answer) != tuple(k for k in row.expects if k not in shown):
        return f"its row, or what the row expects, is not found again from {answer}"
    return None


def _not_for_all_states(one: Answered) -> str | None:
    states = states_of(one.table, one.question.status)
    if not isinstance(one.answer, Applied) or states == [one.question.status]:
        return None
    for state in states:
        alone = _ask(one.decide, one.table, attrs.evolve(one.question, status=state))
        if not isinstance(alone, Applied) or alone.step.target != one.answer.step.target:
            return f"the group allows it, and from {state!r} alone it was answered {alone}"
    return None


@attrs.frozen
class AnswerLaw:
    """Something that holds for every answer; `breach` says how one answer breaks it."""

    name: str
    says: str
    breach: Callable[[Answered], str | None]


ANSWER_LAWS = (
    AnswerLaw("total", "every question has an answer: an entry, or at least one reason", _not_total),
    AnswerLaw("pure", "the same question has the same answer", _not_pure),
    AnswerLaw("allowed-by-a-row", "an attempt is allowed exactly where a row allows it", _not_by_a_row),
    AnswerLaw("every-reason", "an attempt that is not allowed is told every reason, once", _not_every_reason),
    AnswerLaw("entry-is-the-step", "an allowed attempt is the entry, and its row is found again", _not_the_step),
    AnswerLaw("group-is-all-its-states", "a group allows what each of its states allows", _not_for_all_states),
)
"""What holds for every answer to a sound table."""

REMEDY = "the table is sound, so mend the deciding"


def decisions(lifecycle: Lifecycle, decide: Decide) -> Iterator[Breach]:
    """Every breach in the answers to the whole decision space of a sound table."""
    table = stubbed(lifecycle)
    for question in questions(lifecycle):
        one = Answered(
            table,
            question,
            _ask(decide, table, question),
            _ask(decide, table, question),
            expected_decision(table, question.status, question.attempt, question.facts),
            decide,
        )
        for law in ANSWER_LAWS:
            if how := law.breach(one):
                yield Breach(law.name, f"{question}: {how}", REMEDY)


def _ask(decide: Decide, table: Lifecycle, question: Question) -> Applied | NotAllowed | Exception:
    try:
        return decide(table, question.status, question.attempt, facts=question.facts)
    except Exception as error:  # the `decide` on trial is somebody's; what it raises is an answer to judge
        return error
