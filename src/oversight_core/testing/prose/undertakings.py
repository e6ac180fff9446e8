"""What was agreed to and how it is moved: milestones, changes of dates, deviations."""

from __future__ import annotations

from oversight_core.testing.prose.acts import Act, Prose

# The owner does the work; who approves the plan may give it up; who verifies is not the owner, nor who brought the
# evidence that it is done.
MILESTONE_STAGE: Prose = (
    Act("propose", "not_stated", "proposed", "owner"),
    Act("approve", "not_stated proposed", "approved", "plan_approver"),
    Act("start", "approved", "in_progress", "owner"),
    Act("finish", "in_progress", "done", "owner"),
    Act("verify", "done", "verified", "validator", under="validator_is_not_owner verifier_did_not_supply"),
    Act("reject", "done", "in_progress", "validator", under="validator_is_not_owner"),
    Act("cancel", "not_stated proposed approved in_progress", "cancelled", "plan_approver"),
)

# Who approves is not who asked; who asked may withdraw.  The original date never changes.
DATE_REVISION_STAGE: Prose = (
    Act("request", "not_stated", "requested", "requester"),
    Act("approve", "not_stated requested", "approved", "approver", under="approver_is_not_requester"),
    Act("deny", "not_stated requested", "denied", "approver", under="approver_is_not_requester"),
    Act("withdraw", "not_stated requested", "withdrawn", "requester"),
)

# An authorising official, who is not the one that asked, decides whether to live with it: a false positive, an
# adjusted risk, an operational need.
DEVIATION_STAGE: Prose = (
    Act("request", "not_stated", "requested", "addressee"),
    Act("approve", "not_stated requested", "approved", "authorising_official", under="approver_is_not_requester"),
    Act("reject", "not_stated requested", "rejected", "authorising_official", under="approver_is_not_requester"),
    Act("withdraw", "not_stated requested", "withdrawn", "addressee"),
)
