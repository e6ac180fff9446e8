"""What does a new version of a table change?"""

from __future__ import annotations

import attrs

from oversight_core.rules.attempt import Applied
from oversight_core.rules.decide import rule_of
from oversight_core.rules.lifecycle import Lifecycle
from oversight_core.rules.space import Question, answer, questions, stubbed

Yes = tuple[str, tuple[str, ...]]
"""Where an allowed attempt leads, and what its row expects."""


@attrs.frozen
class Change:
    """A question that two versions answer differently: the target and what is expected, or None for a no."""

    question: Question
    before: Yes | None
    after: Yes | None

    def __str__(self) -> str:
        return f"{self.question}: {_said(self.before)} → {_said(self.after)}"


def changed_decisions(old: Lifecycle, new: Lifecycle) -> tuple[Change, ...]:
    """Every decision that differs: in what is allowed, in where it leads, or in what is then expected.

    Another reason for the same no is no change, and neither is a version, a citation or a meaning.  Whatever was
    decided under the old version stays as it was decided.

    >>> from oversight_core.rulebooks.canonical.resolution import RESOLUTION
    >>> kept = tuple(rule for rule in RESOLUTION.rules if rule.event != "decide")
    >>> for change in changed_decisions(RESOLUTION, attrs.evolve(RESOLUTION, version="2", rules=kept)):
    ...     print(change)
    decide from disputed by follow_up_official showing decision_memo: leads to resolved → not allowed
    """
    before, after = stubbed(old), stubbed(new)
    changes = (Change(q, _yes(before, q), _yes(after, q)) for q in questions(old, new))
    return tuple(change for change in changes if change.before != change.after)


def _yes(stub: Lifecycle, question: Question) -> Yes | None:
    decision = answer(stub, question)
    return (decision.step.target, rule_of(stub, decision.step).expects) if isinstance(decision, Applied) else None


def _said(yes: Yes | None) -> str:
    if yes is None:
        return "not allowed"
    target, expects = yes
    return f"leads to {target}" + (f", expecting {', '.join(expects)}" if expects else "")
