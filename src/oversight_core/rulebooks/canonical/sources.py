"""Programmes whose rows canonical tables imitate.  What binds somebody stands in the rulebook of the programme."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import after
from oversight_core.rules.citation import Read

PLAN_TITLE = (
    "Monitoring and Addressing Civil Rights and Civil Liberties Concerns Arising from Transfers from State or Local "
    "Law Enforcement Custody"
)
PAGE_TITLE = "ICE, What's New: Secure Communities"
PAGE_COPY = "ICE: June 2011, a copy made on June 25, 2011 of an undated page"

TRANSFERS_PLAN = after("the plan of 2014 to monitor transfers from state or local custody", Read.ORIGINAL)
SECURE_COMMUNITIES_PAGE = after("ICE's Secure Communities page of 2011", Read.COPY, PAGE_COPY)
SEGREGATION_DIRECTIVE = after("ICE Directive 11065.1", Read.SECOND_HAND, "cliniclegal.org")
DETAINER_RULE = after("8 CFR 287.7(d)", Read.SECOND_HAND, "avvo.com; nortontooby.com")
