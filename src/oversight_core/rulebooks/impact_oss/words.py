"""Who acts in IMPACT OSS, and what its rows rest on: the software, as it was read."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import after
from oversight_core.rules.citation import Citation, Force, Read

ADMINISTRATOR = "administrator"
MANAGER = "manager"
CONTRIBUTOR = "contributor"

SERVER = Citation(
    "IMPACT OSS server: schema and models",
    Force.PRACTICE,
    "users of IMPACT OSS",
    Read.ORIGINAL,
    "impactoss-server 6a7a527 db/schema.rb, app/models",
)
CLIENT = Citation(
    "IMPACT OSS client: configuration",
    Force.PRACTICE,
    "users of IMPACT OSS",
    Read.ORIGINAL,
    "impactoss-client 32a16da app/themes/config.js",
)
AFTER_PROGRESS = after("the progress taxonomy of IMPACT OSS", Read.ORIGINAL, "impactoss-client 32a16da")
