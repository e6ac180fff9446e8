"""What every version of every table allows stands in a file, so that a change of a rule shows its whole effect.

``pytest tests/rulebooks/test_decisions.py --update-goldens`` writes the files anew.
"""

from pathlib import Path

import attrs
import pytest
from tests.rulebooks.listing import listed
from tests.rulebooks.versions import EACH, named

from oversight_adapters.testing.goldens import updating
from oversight_core.rulebooks.canonical import RESOLUTION

FILES = Path(__file__).parent / "decisions"


@pytest.mark.parametrize("table", EACH, ids=named)
def test_what_a_table_allows_is_what_its_file_says(table, request):
    file = FILES / f"{named(table)}.txt"
    if updating(request.config):
        file.write_text(listed(table), encoding="utf-8")
    told = "run pytest with --update-goldens, and review what changed"
    assert file.is_file(), f"{file.name} is missing: {told}"
    assert file.read_text(encoding="utf-8") == listed(table), f"{file.name} is stale: {told}"


def test_every_file_is_of_a_table(request):
    stale = {file.name for file in FILES.iterdir()} - {f"{named(table)}.txt" for table in EACH}
    if updating(request.config):
        for name in stale:
            (FILES / name).unlink()
        stale = set()
    assert not stale, "no built-in table has this name and version; a version that was in use stays among the earlier"


def test_a_file_can_be_reviewed():
    """As many lines as rows, give or take what a group or a shared outcome brings."""
    for table in EACH:
        lines = listed(table).splitlines()
        assert len(lines) <= 2 * len(table.rules) + 1
        assert all(len(line) < 400 for line in lines)


@pytest.mark.parametrize(
    ("field", "value"),
    [("requires", "memo"), ("expects", "memo"), ("actors", "intake"), ("target", "disputed"), ("source", "unresolved")],
)
def test_any_change_of_a_row_shows(field, value):
    row = next(rule for rule in RESOLUTION.rules if rule.event == "revise")
    rest = tuple(rule for rule in RESOLUTION.rules if rule is not row)
    changed = attrs.evolve(RESOLUTION, rules=(*rest, attrs.evolve(row, **{field: value})))
    before, after = (set(listed(table).splitlines()) for table in (RESOLUTION, changed))
    assert any(line.startswith("revise: ") for line in before ^ after)


def test_the_words_of_a_row_and_what_it_rests_on_do_not_show():
    rules = tuple(attrs.evolve(rule, means="in other words") for rule in RESOLUTION.rules)
    assert listed(attrs.evolve(RESOLUTION, rules=rules)) == listed(RESOLUTION)
