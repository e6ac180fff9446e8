"""Labels are found however they are printed, and only what a publisher says is mapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.tables import DOOR, HOUSE

from oversight_core.errors import DefectiveLifecycle, DefectiveRulebook, DefectiveVocabulary, UnknownRulebook
from oversight_core.rulebooks import BUILTIN, CRCL, GAO, find
from oversight_core.rulebooks.canonical import POSITION
from oversight_core.rules import Clock, Group, Guard, Lifecycle, Mapping, Rule, RuleBook, State, Vocabulary

LABELS = [(words, row) for book in BUILTIN for words in book.vocabularies for row in words.rows]
DASHES = st.sampled_from(("-", "--", " - ", " – ", "–", "—", " ", "_", "‑", " −"))


@given(st.sampled_from(LABELS), st.data())
def test_a_label_is_found_in_any_case_dash_and_blank(known, data):
    words, row = known
    parts = row.label.replace("–", " ").replace("-", " ").split()
    printed = parts[0] + "".join(data.draw(DASHES) + part for part in parts[1:])
    printed = data.draw(st.sampled_from((str.upper, str.lower, str.title)))(printed)
    assert words.lookup(f"  {printed}\n") is row


@given(st.text(max_size=12))
def test_an_unknown_label_is_none_whatever_it_is(text):
    found = GAO.vocabularies[0].lookup(text)
    assert found is None or found in GAO.vocabularies[0].rows


def test_words_joined_or_cut_are_other_words():
    assert GAO.vocabularies[0].lookup("ClosedImplemented") is None
    assert GAO.vocabularies[0].lookup("Closed") is None


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (Mapping("", [("door", "shut")], cites=HOUSE), "is empty"),
        (Mapping(" Ajar ", [("door", "shut")], cites=HOUSE), "stands twice"),
        (Mapping("Shut", [], cites=HOUSE), "says nothing"),
        (Mapping("Shut", [("door", "shut")]), "cites nothing"),
        (Mapping("Shut", [("door", "shut")], lossy=True, cites=HOUSE), "is lossy"),
        (Mapping("Shut", [("door", "shut")], code="AJAR", cites=HOUSE), "stands twice"),
    ],
)
def test_a_row_that_does_not_hold_is_refused(row, fault):
    with pytest.raises(DefectiveVocabulary, match=fault):
        Vocabulary("door/words", "us", [Mapping("Ajar", [("door", "ajar")], cites=HOUSE), row])


def test_a_code_is_looked_up_as_its_label_is():
    words = Vocabulary(
        "ntsb/status", "ntsb", [Mapping("Acceptable Response", [("s", "x")], code="OAA", cites=HOUSE)], scheme="a page"
    )
    assert words.lookup("oaa") is words.lookup("acceptable response") is words.rows[0]


def book(*rows):
    return RuleBook("b", "1", "B", [DOOR], [Vocabulary("door/words", "us", rows)], facts="hour")


def test_a_rulebook_takes_states_and_groups_of_its_own_tables():
    assert book(Mapping("Shut", [("door", "shut")], cites=HOUSE), Mapping("Still", [("door", "still")], cites=HOUSE))


@pytest.mark.parametrize("target", [("window", "shut"), ("door", "missing")])
def test_a_rulebook_refuses_labels_for_what_no_table_of_it_has(target):
    with pytest.raises(DefectiveRulebook, match="which no table here has"):
        book(Mapping("Shut", [target], cites=HOUSE))


def test_a_rulebook_refuses_a_defective_table():
    stuck = Lifecycle("stuck", "1", "stuck", "in", [State("in", "inside")], ())
    with pytest.raises(DefectiveLifecycle, match="'in'"):
        RuleBook("b", "1", "B", [stuck])


def test_a_rulebook_lists_the_facts_its_guards_need():
    with pytest.raises(DefectiveRulebook, match="needs the fact 'hour'"):
        RuleBook("b", "1", "B", [DOOR])


def test_a_rulebook_names_each_part_once():
    clock = Clock("reply", "issued_on", 90, "days", "addressee", HOUSE, calendar="plain", kinds="recommendation")
    assert RuleBook("b", "1", "B", [DOOR], clocks=[clock], facts="hour").clocks == (clock,)
    with pytest.raises(DefectiveRulebook, match="stands twice"):
        RuleBook("b", "1", "B", [DOOR, DOOR], facts="hour")
    with pytest.raises(DefectiveRulebook, match="'reply' stands twice"):
        RuleBook("b", "1", "B", [DOOR], clocks=[clock, clock], facts="hour")


def test_a_guard_that_needs_no_fact_is_no_trouble():
    look = Rule("in", "look", "out", "x", guards="eyes", cites=HOUSE)
    states, eyes = [State("in", "inside"), State("out", "outside")], Guard("eyes", "one sees", (), bool)
    table = Lifecycle("t", "1", "t", "in", states, [look], [Group("final", "out")], [eyes])
    assert RuleBook("b", "1", "B", [table]).lifecycles == (table,)


def test_built_in_rulebooks_are_found_by_name():
    assert [find(book.name) for book in BUILTIN] == list(BUILTIN)
    with pytest.raises(UnknownRulebook, match="installed: canonical, crcl, gao"):
        find("nobody")


UNSAID = ("not_stated", "awaiting", "not_required")
GAO_LABELS = {
    "Open": "open",
    "Open--Partially Addressed": "open_partial",
    "open-partially-addressed": "open_partial",
    "Closed – Implemented": "implemented",
    "Closed-implemented": "implemented",
    "Closed – Not Implemented": "not_implemented",
    "Closed – No Longer Valid": "no_longer_valid",
}


@pytest.mark.parametrize(("printed", "status"), GAO_LABELS.items())
def test_gao_statuses(printed, status):
    found = GAO.vocabularies[0].lookup(printed)
    assert found.targets == (("oversight_status", status),) and not found.lossy


@pytest.mark.parametrize("value", [state for state in POSITION.state_names if state not in UNSAID])
def test_gao_positions_read_our_words_too(value):
    assert GAO.vocabularies[1].lookup(value).targets == (("position", value),)


def test_no_word_of_crcl_is_an_oversight_status():
    axes = {axis for words in CRCL.vocabularies for row in words.rows for axis, _ in row.targets}
    assert axes == {"position", "implementation", "release", "stage"}  # the stage of a review
    assert "oversight_status" not in {table.axis for table in CRCL.lifecycles}
    closed = Mapping("closed", [("oversight_status", "closed")], cites=HOUSE)
    with pytest.raises(DefectiveRulebook, match="which no table here has"):
        words = [Vocabulary("crcl/status", "crcl", [closed])]
        RuleBook("crcl", "2", "", CRCL.lifecycles, words, facts=CRCL.facts)


def test_crcl_actions_and_releases():
    _, actions, releases, _ = CRCL.vocabularies
    assert actions.lookup("agreed").targets == (("implementation", "planned"),)
    assert actions.lookup("reported_done").targets == (("implementation", "reported_complete"),)
    assert releases.lookup("promised").targets == (("release", "promised"),)
