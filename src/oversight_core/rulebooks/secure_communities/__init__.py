"""Secure Communities as ICE's page of June 2011 has it: figures, complaints, holds, and a committee that advises."""

from __future__ import annotations

from oversight_core.rulebooks.restating import needed
from oversight_core.rulebooks.secure_communities.clocks import CLOCKS
from oversight_core.rulebooks.secure_communities.tables import TABLES
from oversight_core.rules.rulebook import RuleBook

SECURE_COMMUNITIES = RuleBook(
    "secure-communities",
    "1",
    "Secure Communities, with the safeguards announced in 2011",
    TABLES,
    clocks=CLOCKS,
    facts=needed(TABLES),
    note="an outlier is a lead, not a finding; discontinued on November 20, 2014",
)
