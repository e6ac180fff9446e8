"""What a table allows, as text that a person can review: one line for decisions that differ only in whence and who."""

from collections.abc import Iterator

from oversight_core.rules import Applied, Lifecycle, NotAllowed, rule_of, space
from oversight_core.rules.space import Question

Asked = list[tuple[Question, Applied | NotAllowed]]
Terms = tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Event, target, what is needed, under which conditions, and what is expected."""


def listed(table: Lifecycle) -> str:
    """Every decision of a table that is a yes; a status that is a group stands in brackets."""
    asked = list(space(table))
    allowed = sum(isinstance(decision, Applied) for _, decision in asked)
    kinds = ", ".join(table.kinds) or "any kind"
    since = f", in force from {table.in_force_from}" if table.in_force_from else ""
    head = f"{table.name} {table.version}: {table.axis} of {kinds}{since}; {allowed} of {len(asked)} decisions allow\n"
    return head + "".join(f"{line}\n" for line in _lines(table, asked))


def _lines(table: Lifecycle, asked: Asked) -> Iterator[str]:
    for (terms, roles), statuses in _grouped(table, asked).items():
        event, target, needs, conditions, expects = terms
        named = [f"[{status}]" if status in table.members else status for status in statuses]
        parts = [f"{event}: {', '.join(named)} > {target}", f"by {', '.join(roles)}"]
        told = (("needs", needs), ("if", conditions), ("expects", expects))
        parts += [f"{word} {', '.join(names)}" for word, names in told if names]
        yield " | ".join(parts)


def _grouped(table: Lifecycle, asked: Asked) -> dict[tuple[Terms, tuple[str, ...]], list[str]]:
    """By what is decided and for whom, the statuses from which it is so, in the order of the questions."""
    roles: dict[tuple[str, Terms], list[str]] = {}
    for question, decision in asked:
        if isinstance(decision, Applied):
            conditions = tuple(name for name, _ in question.guards)
            expects = rule_of(table, decision.step).expects
            terms = (question.event, decision.step.target, question.shown, conditions, expects)
            roles.setdefault((question.status, terms), []).append(question.role)
    grouped: dict[tuple[Terms, tuple[str, ...]], list[str]] = {}
    for (status, terms), some in roles.items():
        grouped.setdefault((terms, tuple(some)), []).append(status)
    return grouped
