"""Segregation in ICE detention, as ICE Directive 11065.1 has it: notices, reviews, and what they must say.

The system in which ICE keeps placements prints reasons and kinds of report; none of them is a status.
"""

from __future__ import annotations

from oversight_core.rulebooks.canonical.mandate import MANDATE_STAGE
from oversight_core.rulebooks.canonical.meeting import MEETING_STAGE
from oversight_core.rulebooks.canonical.placement import PLACEMENT_STAGE
from oversight_core.rulebooks.restating import needed, restated
from oversight_core.rulebooks.segregation.clocks import CLOCKS
from oversight_core.rulebooks.segregation.sources import directive
from oversight_core.rules.rulebook import RuleBook

_REVIEWERS = directive("field office directors; ICE Health Service Corps")

PLACEMENTS = restated(
    PLACEMENT_STAGE,
    "segregation_placement_stage",
    cites={"place": directive("facilities"), "continue": _REVIEWERS, "modify": _REVIEWERS},
)
_TABLES = (PLACEMENTS, MANDATE_STAGE, MEETING_STAGE)

SEGREGATION = RuleBook(
    "segregation",
    "1",
    "Segregation in ICE detention (Directive 11065.1)",
    _TABLES,
    clocks=CLOCKS,
    facts=needed(_TABLES),
    note="a placement without a day of release is ongoing; its length is not zero",
)
