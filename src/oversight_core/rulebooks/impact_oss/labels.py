"""The words of IMPACT OSS.  Draft, public and archived are about the record in the software, not about what it says."""

from __future__ import annotations

from oversight_core.rulebooks.impact_oss.words import CLIENT, SERVER
from oversight_core.rulebooks.upr.labels import NOTED_IS_NO_REFUSAL
from oversight_core.rules.vocabulary import Mapping, Vocabulary

SUPPORT = Vocabulary(
    "impact-oss/support-level",
    "impact-oss",
    (
        Mapping(
            "noted",
            (("position", "non_concurred"),),
            lossy=True,
            code="0",
            note=NOTED_IS_NO_REFUSAL,
            cites=CLIENT,
        ),
        Mapping("supported in part", (("position", "partially_concurred"),), code="1", cites=CLIENT),
        Mapping("supported", (("position", "concurred"),), code="2", cites=CLIENT),
        Mapping(
            "not applicable",
            (("position", "not_required"),),
            lossy=True,
            code="null",
            note="the field is empty: no level applies, and whether an answer was asked for is not said",
            cites=CLIENT,
        ),
    ),
    scheme="IMPACT OSS support_level",
)

REPORTS = Vocabulary(
    "impact-oss/implementation",
    "impact-oss",
    (
        Mapping(
            "In preparation",
            (("implementation", "planned"),),
            lossy=True,
            note="it is being prepared; that there is a plan with a target is not said",
            cites=CLIENT,
        ),
        Mapping("In progress", (("implementation", "in_progress"),), cites=CLIENT),
        Mapping(
            "Completed",
            (("implementation", "reported_complete"),),
            note="as those report who did it; nobody else has looked",
            cites=CLIENT,
        ),
    ),
)

RECORDS = Vocabulary(
    "impact-oss/record",
    "impact-oss",
    (
        Mapping("draft", (("release", "internal"),), cites=SERVER),
        Mapping("public", (("release", "published"),), cites=SERVER),
        Mapping("archived", (("release", "archived"),), note="an administrator has put it away", cites=SERVER),
    ),
)
