"""Release: what becomes of one version of a document, as far as the public sees it."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import (
    CONVENTION,
    CRCL_PRACTICE,
    NOT_STATED,
    OVERSIGHT_BODY,
    RELEASE_REVIEWER,
    after,
)
from oversight_core.rules.citation import Read
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_UNRELEASED = after(
    "reports that unitedstates/inspectors-general lists as unreleased", Read.ORIGINAL, "its README, 90cac5c"
)
_START = (NOT_STATED.name, "internal")

RELEASE = Lifecycle(
    "release",
    "1",
    "release",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("internal", "issued, not public"),
        State("promised", "the oversight body says that it will be public; there is no deadline unless it states one"),
        State("in_redaction", "a reviewer is deciding what to leave out"),
        State("cleared", "ready to be published"),
        State("published", "public"),
        State("superseded", "public, and another version takes its place"),
        State("withheld", "kept from the public, for a reason with a code"),
    ),
    rules=(
        Rule(NOT_STATED.name, "issue", "internal", OVERSIGHT_BODY, expects="memo", cites=CONVENTION),
        Rule(_START, "promise", "promised", OVERSIGHT_BODY, expects="statement", cites=CRCL_PRACTICE),
        Rule((*_START, "promised"), "redact", "in_redaction", RELEASE_REVIEWER, cites=CRCL_PRACTICE),
        Rule("promised", "withdraw_promise", "withheld", OVERSIGHT_BODY, expects="reasons", cites=CONVENTION),
        Rule("in_redaction", "clear", "cleared", RELEASE_REVIEWER, expects="exemption_codes", cites=CONVENTION),
        Rule("cleared", "publish", "published", (RELEASE_REVIEWER, OVERSIGHT_BODY), cites=CRCL_PRACTICE),
        Rule(
            "published",
            "supersede",
            "superseded",
            (RELEASE_REVIEWER, OVERSIGHT_BODY),
            requires="successor",
            cites=CONVENTION,
            means="the successor is the new version",
        ),
        Rule(
            (*_START, "in_redaction"),
            "withhold",
            "withheld",
            RELEASE_REVIEWER,
            expects="reason_code",
            cites=_UNRELEASED,
        ),
        Rule("withheld", "release", "in_redaction", RELEASE_REVIEWER, cites=CONVENTION),
    ),
    groups=(Group("final", "superseded", "nothing need follow"),),
    kinds=("document", "release"),
)
