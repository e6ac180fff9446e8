"""A plug-in of one file: the rules and the words of a city auditor.

A package names it under the entry-point group `oversight`; a program may as well `Adapters().register(module)` it.
"""

from __future__ import annotations

from collections.abc import Iterator

from oversight_adapters.plugins import RulebookType, hookimpl
from oversight_core import Citation, Force, Group, Lifecycle, Read, Rule, RuleBook, State, Vocabulary
from oversight_core.rules import Mapping

CHARTER = Citation("City Charter, section 8.12", Force.REGULATION, "departments of the city", Read.ORIGINAL)
DASHBOARD = Citation("the auditor's public dashboard", Force.PRACTICE, "the auditor", Read.ORIGINAL)

STATUS = Lifecycle(
    "city_status",
    "1",
    "oversight_status",
    "not_stated",
    states=(
        State("not_stated", "no source says anything yet"),
        State("open", "the auditor has not seen it done"),
        State("partly_done", "the auditor has seen a part of it done"),
        State("done", "the auditor has seen it done"),
        State("dropped", "the auditor no longer asks for it"),
    ),
    rules=(
        Rule("not_stated", "issue", "open", "auditor", expects="report", cites=CHARTER),
        Rule("open", "see_part", "partly_done", "auditor", requires="visit", cites=DASHBOARD),
        Rule(("open", "partly_done"), "see_done", "done", "auditor", requires="visit", cites=CHARTER),
        Rule(("open", "partly_done"), "drop", "dropped", "auditor", requires="reasons", cites=CHARTER),
        Rule("done", "reopen", "open", "auditor", expects="reasons", cites=DASHBOARD),
    ),
    groups=(Group("unfinished", ("open", "partly_done")), Group("final", ("done", "dropped"))),
)

LABELS = Vocabulary(
    "city/status",
    "city",
    (
        Mapping("In Process", (("oversight_status", "unfinished"),), cites=DASHBOARD),
        Mapping("Implemented", (("oversight_status", "done"),), cites=DASHBOARD),
        Mapping("Will Not Implement", (("oversight_status", "dropped"),), cites=DASHBOARD),
    ),
)

CITY = RuleBook("city", "1", "the auditor of a city", (STATUS,), (LABELS,))


@hookimpl
def oversight_rulebooks() -> Iterator[RulebookType]:
    """What this plug-in brings."""
    yield RulebookType(name=CITY.name, title=CITY.title, load=lambda: CITY)
