"""What may happen to a permit: a table with citations, and the commission's words for its states."""

from __future__ import annotations

from oversight_core import Citation, Force, Group, Lifecycle, Read, Rule, RuleBook, State, Vocabulary
from oversight_core.rules import Mapping

BY_LAW = Citation("Harbour By-law 4 (invented)", Force.REGULATION, "holders of permits", Read.ORIGINAL)
REGISTER = Citation("the register of permits (invented)", Force.PRACTICE, "the commission", Read.ORIGINAL)

STATES = (
    State("not_stated", "no source says anything yet"),
    State("in_force", "ships may moor under it"),
    State("suspended", "ships may not moor until the commission says so"),
    State("revoked", "taken back by the commission"),
    State("given_up", "given back by its holder"),
)

ROWS = (
    Rule("not_stated", "grant", "in_force", "commission", expects="application", cites=BY_LAW),
    Rule("in_force", "suspend", "suspended", "commission", requires="inspection", cites=BY_LAW),
    Rule("suspended", "reinstate", "in_force", "commission", requires="inspection", cites=BY_LAW),
    Rule("standing", "revoke", "revoked", "commission", requires=("inspection", "hearing"), cites=BY_LAW),
    Rule("standing", "give_up", "given_up", "holder", expects="letter", cites=REGISTER),
    Rule("ended", "grant_anew", "in_force", "commission", requires="application", cites=BY_LAW),
)

VALIDITY = Lifecycle(
    "permit-validity",
    "1",
    axis="validity",
    initial="not_stated",
    states=STATES,
    rules=ROWS,
    kinds=("permit",),
    groups=(Group("standing", ("in_force", "suspended")), Group("ended", ("revoked", "given_up"))),
)

LABELS = (
    Mapping("in force", (("validity", "in_force"),), cites=REGISTER),
    Mapping("suspended", (("validity", "suspended"),), cites=REGISTER),
    Mapping("withdrawn", (("validity", "revoked"),), cites=REGISTER),
    Mapping("ended", (("validity", "ended"),), cites=REGISTER),
)


def harbour() -> RuleBook:
    """The rulebook, checked.  Raises `DefectiveRulebook` and its like, which name every row that does not hold."""
    labels = Vocabulary("harbour/validity", "harbour", LABELS)
    return RuleBook("harbour", "1", "the harbour commission", lifecycles=(VALIDITY,), vocabularies=(labels,))
