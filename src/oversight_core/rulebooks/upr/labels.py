"""The words of the review: answers speak on the position, reports on the implementation."""

from __future__ import annotations

from oversight_core.rulebooks.upr.sources import ADOPTION, CODED, IN_PART, MATRICES
from oversight_core.rules.vocabulary import Mapping, Vocabulary

NOTED_IS_NO_REFUSAL = "a noted recommendation is not refused, and noting it does not bar action"
REJECT_IS_THE_CODERS = (
    "the report says that it does not enjoy the support of the State; its coder says that it is rejected"
)

POSITIONS = Vocabulary(
    "upr/position",
    "upr",
    (
        Mapping("supported", (("position", "concurred"),), cites=ADOPTION),
        Mapping("accepted", (("position", "concurred"),), cites=ADOPTION),
        Mapping("supported in part", (("position", "partially_concurred"),), cites=IN_PART),
        Mapping("partially supported", (("position", "partially_concurred"),), cites=IN_PART),
        Mapping("supported/noted", (("position", "partially_concurred"),), note="a part of each", cites=IN_PART),
        Mapping("noted", (("position", "non_concurred"),), lossy=True, note=NOTED_IS_NO_REFUSAL, cites=ADOPTION),
        Mapping("rejected", (("position", "non_concurred"),), cites=ADOPTION),
        Mapping("pending", (("position", "awaiting"),), note="answered by the adoption", cites=ADOPTION),
        Mapping("under consideration", (("position", "awaiting"),), note="answered by the adoption", cites=ADOPTION),
        Mapping("support", (("position", "concurred"),), cites=CODED),
        Mapping("consider", (("position", "awaiting"),), note="the State will examine it", cites=CODED),
        Mapping("reject", (("position", "non_concurred"),), lossy=True, note=REJECT_IS_THE_CODERS, cites=CODED),
    ),
)
"""The last three are of those who coded reports by hand; their *implemented* and *unknown* are no answers."""

REPORTS = Vocabulary(
    "upr/implementation",
    "upr",
    (
        Mapping("No action", (("implementation", "not_started"),), cites=MATRICES),
        Mapping("Ongoing", (("implementation", "in_progress"),), cites=MATRICES),
        Mapping(
            "Completed",
            (("implementation", "reported_complete"),),
            note="reported by the State itself; nobody else has looked",
            cites=MATRICES,
        ),
    ),
)
