"""What bodies say to and ask of one another: notices, requests, mandates, meetings."""

from __future__ import annotations

from oversight_core.testing.prose.acts import Act, Prose

# On which belief a notice goes out is for the programme to say that has it.  No answer is nothing that anybody does: a
# clock runs out, and the sender may then take it further.
REFERRAL_STAGE: Prose = (
    Act("draft", "not_stated", "drafted", "sender"),
    Act("clear", "not_stated drafted", "cleared", "sender"),
    Act("send", "cleared", "sent", "sender"),
    Act("acknowledge", "sent", "acknowledged", "recipient"),
    Act("accept", "acknowledged", "accepted", "recipient"),
    Act("decline", "acknowledged", "declined", "recipient"),
    Act("record_outcome", "accepted declined", "outcome_recorded", "sender recipient"),
    Act("escalate", "sent", "escalated", "sender"),
    Act("drop", "not_stated drafted cleared", "dropped", "sender"),
)

# The field reviews a request, and headquarters where who requested it asks or the agency elects.
DISCRETION_STAGE: Prose = (
    Act("submit", "not_stated", "submitted", "requester"),
    Act("route", "not_stated submitted", "field_review", "field_office"),
    Act("decide_in_field", "field_review", "field_decided", "field_office"),
    Act("review_at_headquarters", "field_decided", "headquarters_review", "requester headquarters"),
    Act("decide", "headquarters_review", "decided", "headquarters"),
    Act("accept", "field_decided", "decided", "field_office"),
    Act("withdraw", "not_stated submitted", "withdrawn", "requester"),
)

# Every request is reviewed against the priorities; whether to use discretion is considered for as long as the case
# lives, again and again.
TRANSFER_STAGE: Prose = (
    Act("receive", "not_stated", "received", "agency"),
    Act("find_consistent", "not_stated received", "consistent_with_priorities", "agency"),
    Act("find_other_interest", "not_stated received", "other_federal_interest", "agency"),
    Act("find_inconsistent", "not_stated received", "not_consistent", "agency"),
    Act(
        "consider_discretion",
        "consistent_with_priorities other_federal_interest discretion_considered",
        "discretion_considered",
        "agency",
    ),
)

# Who directed whom to do what, in which document.
MANDATE_STAGE: Prose = (
    Act("give", "not_stated", "given", "mandating_official"),
    Act("plan", "not_stated given", "planned", "addressee"),
    Act("put_in_force", "not_stated given planned", "in_force", "addressee"),
    Act("supersede", "in_force", "superseded", "mandating_official", needs="successor"),
)

# Matters of a meeting that was missed are carried over to the next, which is another meeting.
MEETING_STAGE: Prose = (
    Act("schedule", "not_stated", "scheduled", "oversight_body addressee"),
    Act("hold", "not_stated scheduled", "held", "oversight_body addressee"),
    Act("miss", "not_stated scheduled", "missed", "oversight_body addressee"),
)
