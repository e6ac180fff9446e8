"""Release of one version of a document: the oversight body promises, and takes a promise back; a reviewer redacts,
clears and withholds; either publishes."""

from __future__ import annotations

from oversight_core.testing.prose.acts import Act, Prose

RELEASE: Prose = (
    Act("issue", "not_stated", "internal", "oversight_body"),
    Act("promise", "not_stated internal", "promised", "oversight_body"),
    Act("redact", "not_stated internal promised", "in_redaction", "release_reviewer"),
    Act("withdraw_promise", "promised", "withheld", "oversight_body"),
    Act("clear", "in_redaction", "cleared", "release_reviewer"),
    Act("publish", "cleared", "published", "release_reviewer oversight_body"),
    Act("supersede", "published", "superseded", "release_reviewer oversight_body", needs="successor"),
    Act("withhold", "not_stated internal in_redaction", "withheld", "release_reviewer"),
    Act("release", "withheld", "in_redaction", "release_reviewer"),
)
