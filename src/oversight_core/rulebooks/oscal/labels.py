"""The words of OSCAL for the status of a risk, for a response to it, and in its log for a request to deviate."""

from __future__ import annotations

from oversight_core.rules.citation import Citation, Force, Read
from oversight_core.rules.vocabulary import Mapping, Vocabulary

METASCHEMA = Citation(
    "OSCAL 1.2.2, common part of its assessment models",
    Force.PRACTICE,
    "publishers of OSCAL documents",
    Read.ORIGINAL,
    "usnistgov/OSCAL c527e40 src/metaschema/oscal_assessment-common_metaschema.xml",
)


RISKS = Vocabulary(
    "oscal/risk-status",
    "oscal",
    tuple(
        Mapping(label, (("stage", state),), cites=METASCHEMA)
        for label, state in (
            ("open", "open"),
            ("investigating", "investigating"),
            ("remediating", "remediating"),
            ("deviation-requested", "deviation_requested"),
            ("deviation-approved", "deviation_approved"),
            ("closed", "closed"),
        )
    ),
)

RESPONSES = Vocabulary(
    "oscal/response-lifecycle",
    "oscal",
    (
        Mapping(
            "recommendation",
            (("implementation", "not_started"),),
            lossy=True,
            note="somebody recommends it; whether anything has been done is not said",
            cites=METASCHEMA,
        ),
        Mapping("planned", (("implementation", "planned"),), cites=METASCHEMA),
        Mapping("completed", (("implementation", "reported_complete"),), cites=METASCHEMA),
    ),
)

DEVIATIONS = Vocabulary(
    "oscal/risk-log",
    "oscal",
    (
        Mapping("dr-submission", (("stage", "requested"),), cites=METASCHEMA),
        Mapping("dr-updated", (("stage", "requested"),), note="asked for still, and otherwise", cites=METASCHEMA),
        Mapping("dr-approved", (("stage", "approved"),), cites=METASCHEMA),
        Mapping("dr-rejected", (("stage", "rejected"),), cites=METASCHEMA),
    ),
)
