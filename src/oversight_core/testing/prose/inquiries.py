"""The stages of a complaint and of a review."""

from __future__ import annotations

import attrs

from oversight_core.testing.prose.acts import Act, Prose

# The inspector general may take it first; the component to which it is referred reports back.
COMPLAINT_STAGE_1: Prose = (
    Act("receive", "not_stated", "received", "intake"),
    Act("screen_out", "not_stated received", "screened_out", "intake"),
    Act("open", "not_stated received", "opened", "oversight_body"),
    Act("offer", "opened", "offered_oig", "oversight_body"),
    Act("take", "offered_oig", "oig_taken", "inspector_general"),
    Act("return", "oig_taken", "opened", "inspector_general"),
    Act("refer", "opened", "referred", "oversight_body"),
    Act("refer", "offered_oig", "referred", "oversight_body", needs="declination"),
    Act("report", "referred", "component_reported", "addressee"),
    Act("retain", "opened component_reported", "retained", "oversight_body"),
    Act("retain", "offered_oig", "retained", "oversight_body", needs="declination"),
    Act("start", "retained", "investigating", "oversight_body"),
    Act("convert", "investigating", "investigating", "oversight_body"),
    Act("issue", "investigating", "findings_issued", "oversight_body"),
    Act("close", "component_reported investigating findings_issued", "closed", "oversight_body"),
    Act("reconsider", "closed", "investigating", "oversight_body"),
)

# A complaint is screened out only where it lies outside what the body, or the programme it concerns, then takes.  The
# inspector general may take what is opened: it comes first, whether or not anybody has offered it anything.
COMPLAINT_STAGE_2: Prose = (
    *(
        attrs.evolve(act, under="outside_jurisdiction") if act.event == "screen_out" else act
        for act in COMPLAINT_STAGE_1
    ),
    Act("take", "opened", "oig_taken", "inspector_general"),
)

# A review may issue more than one memo, also after replies and while it follows up; a spot check is not announced.
REVIEW_STAGE: Prose = (
    Act("plan", "not_stated", "planned", "oversight_body"),
    Act("announce", "not_stated planned", "announced", "oversight_body"),
    Act("start", "not_stated planned announced", "fieldwork", "oversight_body"),
    Act("finish", "fieldwork", "analysis", "oversight_body"),
    Act("issue", "analysis issued response_received follow_up", "issued", "oversight_body"),
    Act("respond", "issued", "response_received", "addressee"),
    Act("follow_up", "issued response_received", "follow_up", "oversight_body"),
    Act("close", "analysis issued response_received follow_up", "closed", "oversight_body"),
    Act("cancel", "not_stated planned announced fieldwork analysis", "cancelled", "oversight_body"),
    Act("reopen", "closed", "follow_up", "oversight_body"),
)
