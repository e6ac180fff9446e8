"""Three tables: the support level, which may be edited; progress; and a record as draft, public or archived."""

from __future__ import annotations

from oversight_core.rulebooks.canonical.words import ADDRESSEE, NOT_STATED
from oversight_core.rulebooks.impact_oss.words import ADMINISTRATOR, AFTER_PROGRESS, CONTRIBUTOR, MANAGER, SERVER
from oversight_core.rules.lifecycle import Group, Lifecycle, Rule, State

_LEVELS = {
    "support": State("concurred", "supported"),
    "support_in_part": State("partially_concurred", "supported in part"),
    "note": State("non_concurred", "noted, which is no refusal"),
    "clear_level": State("not_required", "no level of support applies"),
}
_EDITORS = (MANAGER, ADMINISTRATOR)


def _chosen(event: str, level: State) -> Rule:
    return Rule(NOT_STATED.name, event, level.name, _EDITORS, cites=SERVER)


def _edited(event: str, level: State) -> Rule:
    others = tuple(other.name for other in _LEVELS.values() if other != level)
    return Rule(others, event, level.name, _EDITORS, cites=SERVER, means="edited")


IMPACT_OSS_POSITION = Lifecycle(
    "impact_oss_position",
    "1",
    "position",
    NOT_STATED.name,
    states=(NOT_STATED, *_LEVELS.values()),
    rules=tuple(row(*level) for row in (_chosen, _edited) for level in _LEVELS.items()),
    groups=(Group("final", tuple(level.name for level in _LEVELS.values()), "nothing need follow; it may be edited"),),
    kinds="recommendation",
)

IMPACT_OSS_IMPLEMENTATION = Lifecycle(
    "impact_oss_implementation",
    "1",
    "implementation",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("planned", "in preparation"),
        State("in_progress", "in progress, as those report who do it"),
        State("reported_complete", "completed, as those report who did it; nobody else has looked"),
    ),
    rules=(
        Rule(NOT_STATED.name, "prepare", "planned", ADDRESSEE, expects="target", cites=AFTER_PROGRESS),
        Rule((NOT_STATED.name, "planned"), "start", "in_progress", ADDRESSEE, cites=AFTER_PROGRESS),
        Rule("in_progress", "complete", "reported_complete", ADDRESSEE, expects="outcome", cites=AFTER_PROGRESS),
    ),
    groups=(
        Group("unfinished", ("planned", "in_progress"), "work is still to do"),
        Group("final", "reported_complete", "nothing need follow"),
    ),
    kinds=("recommendation", "action"),
)

IMPACT_OSS_RELEASE = Lifecycle(
    "impact_oss_release",
    "1",
    "release",
    NOT_STATED.name,
    states=(
        NOT_STATED,
        State("internal", "a draft"),
        State("published", "public"),
        State("archived", "kept, and no longer shown as current; nothing is destroyed"),
    ),
    rules=(
        Rule(
            NOT_STATED.name,
            "enter",
            "internal",
            (CONTRIBUTOR, MANAGER, ADMINISTRATOR),
            cites=SERVER,
            means="a contributor drafts for an indicator of its own only",
        ),
        Rule((NOT_STATED.name, "internal"), "publish", "published", _EDITORS, cites=SERVER),
        Rule("published", "archive", "archived", ADMINISTRATOR, cites=SERVER),
    ),
    groups=(Group("final", "archived", "nothing need follow"),),
    kinds=("document", "release", "progress-report"),
)
