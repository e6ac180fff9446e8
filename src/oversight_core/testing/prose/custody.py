"""Persons held and places watched: placements, holds, outliers of a statistical review."""

from __future__ import annotations

from oversight_core.testing.prose.acts import Act, Prose

# A review falls due by a clock and not by anybody's act.  Who reviews continues the placement, modifies it or ends it;
# the facility ends it at any time.
_REVIEWERS = "field_office_director health_service"
_PLACED = "not_stated placed continued modified"
PLACEMENT_STAGE: Prose = (
    Act("place", "not_stated", "placed", "facility"),
    Act("continue", _PLACED, "continued", _REVIEWERS),
    Act("modify", _PLACED, "modified", _REVIEWERS),
    Act("release", _PLACED, "released", f"facility {_REVIEWERS}"),
)

# The hold runs from when the person would otherwise be released; that it runs out is derived, and release follows.
# Who lodged it may lift it as long as the person is held.
CUSTODY_STAGE: Prose = (
    Act("lodge", "not_stated", "lodged", "agency"),
    Act("become_releasable", "not_stated lodged", "releasable", "law_enforcement_agency"),
    Act("assume", "releasable", "transferred", "agency"),
    Act("release", "releasable", "released", "law_enforcement_agency"),
    Act("lift", "not_stated lodged releasable", "lifted", "agency"),
)

# A flag is a lead and no finding.  The department and the agency resolve what an analysis bears out, together.
OUTLIER_STAGE: Prose = (
    Act("compute", "not_stated", "computed", "analyst"),
    Act("flag", "not_stated computed", "flagged", "analyst"),
    Act("triage", "flagged", "in_depth", "analyst"),
    Act("find_data_issue", "flagged", "data_issue", "analyst"),
    Act("recompute", "data_issue", "computed", "analyst"),
    Act("explain", "in_depth", "explained", "analyst"),
    Act("substantiate", "in_depth", "substantiated", "analyst"),
    Act(
        "remedy",
        "substantiated",
        "remedied",
        "department agency",
        needs="consent",
        under="consent_is_the_others",
    ),
    Act("close", "explained remedied", "closed", "analyst"),
)
