"""Laws of words: out and back nothing is finer than it was, and whatever is lost on the way is told."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight_core.errors import DefectiveRulebook, DefectiveVocabulary, UnknownLabel, UnknownProjection
from oversight_core.rulebooks import BUILTIN, CRCL, CSB, DHS_OIG, GAO, NTSB, find
from oversight_core.rulebooks.crosswalk import Crossing, cross, meant, project, states
from oversight_core.rules import (
    Citation,
    Force,
    Group,
    Lifecycle,
    Mapping,
    Projection,
    Read,
    Rule,
    RuleBook,
    State,
    Vocabulary,
)

OURS = Citation("convention of this library", Force.CONVENTION, "", Read.ORIGINAL)
PROJECTED = [(book, row) for book in BUILTIN for row in book.projections]
LABELS = [(book, words, row) for book in BUILTIN for words in book.vocabularies for row in words.rows]
SPEAKING = [book for book in BUILTIN if book.vocabularies]

each_projection = pytest.mark.parametrize(
    ("book", "row"), PROJECTED, ids=[f"{book.name}: {'+'.join(row.statuses)}" for book, row in PROJECTED]
)


def rows_of(book, label):
    return [row for words in book.vocabularies if (row := words.lookup(label))]


# -- out and back --------------------------------------------------------------------------------------------------


@each_projection
def test_out_and_back_never_invents_precision(book, row):
    """A state is among those that its label means, unless what is lost is told."""
    back = {state for mapping in rows_of(book, row.label) for state in meant(book, mapping, row.axis)}
    assert row.lost or set(row.statuses) <= back


@each_projection
def test_a_label_that_claims_something_on_another_axis_says_so(book, row):
    """To print a position as a resolution says more than was known: that is marked, too."""
    axes = {axis for mapping in rows_of(book, row.label) for axis, _ in mapping.targets}
    assert row.lost or axes == {row.axis}


@each_projection
def test_what_is_lost_is_told_in_words(book, row):
    assert row.cites
    assert not row.lost or len(row.lost.split()) > 3


@given(st.sampled_from(LABELS))
def test_a_label_that_is_read_and_printed_again_is_as_wide_as_before(known):
    """Each state that a label may stand for stands under the label it is printed as, or what is lost is told."""
    book, _, mapping = known
    for axis, status in mapping.targets:
        for state in states(book, axis, status):
            try:
                out = project(book, axis, state)
            except UnknownProjection:
                continue
            back = {held for row in rows_of(book, out.label) for held in meant(book, row, axis)}
            assert out.lost or state in back


def test_a_state_has_one_label_in_a_book():
    for book in BUILTIN:
        seen = [(row.axis, status) for row in book.projections for status in row.statuses]
        assert len(seen) == len(set(seen))


# -- each known cell ------------------------------------------------------------------------------------------------

CELLS = """
open_awaiting | Open | Open-Unresolved | OAR | issued | In preparation~ | open
open_response_received | Open | | ORR | | | investigating~
open_acceptable | Open | Open-Resolved | OAA | | In progress~ | remediating
open_acceptable_alt | Open | Open-Resolved | OAAR | | In progress~ | remediating
open_unacceptable | Open | Open-Unresolved | OUA | | noted~ | open
open_partial | Open – Partially Addressed | Open-Resolved~ | OAA~ | | In progress | remediating
closed_implemented | Closed – Implemented | Closed | CAA | | Completed | closed
closed_alt | Closed – Implemented~ | Closed | CAAA | | Completed~ | closed~
closed_exceeds | Closed – Implemented~ | Closed | CEX | | Completed~ | closed~
closed_not_implemented | Closed – Not Implemented | Closed~ | CUA | | No action~ |
closed_no_response | Closed – Not Implemented | Closed~ | CUAN | | No action~ |
closed_superseded | Closed – Not Implemented~ | Closed~ | CS | | | closed~
closed_withdrawn | Closed – Not Implemented~ | Closed~ | CR | | | closed~
closed_not_applicable | Closed – Not Implemented~ | Closed~ | CNLA | | | closed~
closed_risk_accepted | Closed – Not Implemented~ | Closed~ | CUA~ | | | deviation-approved
"""
COLUMNS = ((GAO,), (DHS_OIG,), (NTSB,), (CRCL,), (find("impact_oss"), find("upr")), (find("oscal"),))


def known_cells():
    for line in CELLS.strip().splitlines():
        ours, *labels = (cell.strip() for cell in line.split("|"))
        yield from ((ours, books, label) for books, label in zip(COLUMNS, labels, strict=True) if label)


@pytest.mark.parametrize(("ours", "books", "label"), tuple(known_cells()))
def test_each_known_cell_is_projected_so_and_tells_what_is_lost(ours, books, label):
    """One of the bodies of a column prints that label; where it is not quite the same, the row says what is lost."""
    found = [
        row
        for book in books
        for row in book.projections
        if row.axis == "oversight_status" and ours in row.statuses
        if any(known in rows_of(book, row.label) for known in rows_of(book, label.rstrip("~")))
    ]
    assert found
    assert all(row.lost for row in found) or not label.endswith("~")


@pytest.mark.parametrize("ours", [line.split()[0] for line in CELLS.strip().splitlines()])
def test_crcl_has_a_word_for_one_status_only(ours):
    assert any(ours in row.statuses for row in CRCL.projections) == (ours == "open_awaiting")


# -- a lossy mapping is always marked ------------------------------------------------------------------------------


@given(st.sampled_from(LABELS))
def test_a_lossy_label_notes_how_and_cannot_stand_without(known):
    _, words, mapping = known
    assert mapping.note or not mapping.lossy
    with pytest.raises(DefectiveVocabulary, match="is lossy and does not note how"):
        attrs.evolve(words, rows=[attrs.evolve(mapping, lossy=True, note="")])


@given(st.sampled_from([GAO, NTSB, CSB, DHS_OIG, CRCL]), st.data())
def test_a_projection_that_loses_and_does_not_say_so_is_refused(book, data):
    row = data.draw(st.sampled_from([row for row in book.projections if row.lost]))
    mapped = {(on, held) for words in rows_of(book, row.label) for on, held in words.targets}
    rest = [other for other in book.projections if other is not row]
    silent = attrs.evolve(row, lost="")
    table = book.table(row.axis, "recommendation")
    covered = {s for on, held in mapped if on == row.axis and table for s in table.members.get(held, (held,))}
    if set(row.statuses) <= covered:
        return  # it speaks on another axis as well, which a body may do knowingly
    with pytest.raises(DefectiveRulebook, match="say what is lost"):
        attrs.evolve(book, projections=[*rest, silent])


# -- from body to body ---------------------------------------------------------------------------------------------


@given(st.sampled_from(LABELS), st.sampled_from(SPEAKING))
def test_crossing_says_what_is_lost(known, other):
    """Where nothing is said to be lost, every state that the label may stand for stands under a label of the other."""
    book, words, mapping = known
    crossing = cross(mapping.label, book, other, vocabulary=words.name)
    for axis, status in mapping.targets:
        reached = {s for label in crossing.labels for row in rows_of(other, label) for s in meant(other, row, axis)}
        assert crossing.lost or set(states(book, axis, status)) <= reached
    assert all(rows_of(other, label) for label in crossing.labels)
    assert crossing.labels or crossing.lost
    assert not mapping.lossy or mapping.note in crossing.lost


@given(st.sampled_from(LABELS))
def test_crossing_is_the_same_by_code_and_however_it_is_printed(known):
    book, words, mapping = known
    for printed in filter(None, (mapping.label.upper(), mapping.code)):
        again = cross(printed, book, GAO, vocabulary=words.name)
        assert attrs.evolve(again, label="") == attrs.evolve(
            cross(mapping.label, book, GAO, vocabulary=words.name), label=""
        )


@pytest.mark.parametrize(
    ("label", "one", "other", "labels"),
    [
        ("Closed – Implemented", "gao", "ntsb", ("CAA", "CAAA", "CEX")),
        ("OAR", "ntsb", "gao", ("Open",)),
        ("did not concur", "gao", "crcl", ("non-concurred",)),
        ("adopt part", "ntsb", "gao", ("partially concurred",)),
        ("Open-Unresolved", "dhs_oig", "gao", ("Open", "Open – Partially Addressed")),
    ],
)
def test_known_crossings(label, one, other, labels):
    found = cross(label, find(one), find(other)).labels
    assert [rows_of(find(other), name)[0] for name in found] == [rows_of(find(other), name)[0] for name in labels]


def test_what_gao_calls_open_may_be_anything_that_another_calls_open():
    """GAO's own table has no judged states: that does not mean that nobody would judge the reply."""
    open_ = {row.label for row in NTSB.vocabularies[0].rows if row.code in {"OAR", "ORR", "OAA", "OAAR", "OUA"}}
    assert set(cross("Open", GAO, NTSB).labels) == open_


def test_a_code_of_two_pages_means_either_until_the_page_is_named():
    assert cross("OAR", NTSB, CSB).labels == ("Open – Await Response", "Open – Acceptable")
    assert cross("OAR", NTSB, CSB, vocabulary="ntsb/other-codes").labels == ("Open – Acceptable",)


def test_a_position_crosses_as_a_position_and_closes_or_resolves_nothing():
    """That one dashboard shows what an agency concurred with as resolved is its practice, not what concurring says."""
    for label, known in (("concurred", "concurred"), ("did not concur", "did not concur")):
        assert cross(label, GAO, DHS_OIG, vocabulary="gao/position") == Crossing(label, (known,), ())
    for book, row in PROJECTED:
        if row.axis == "position":
            assert {on for words in rows_of(book, row.label) for on, _ in words.targets} == {"position"}, row


@pytest.mark.parametrize(
    ("label", "lost_out", "lost_back"),
    [
        ("Open – Partially Addressed", "that a part of it has been met", "GAO does not judge replies"),
        ("Closed – Implemented", "", "that another way was taken"),
        ("Closed – No Longer Valid", "", "that the recommendation no longer stands"),
    ],
)
def test_out_to_ntsb_and_back_to_gao_says_what_is_lost_on_each_way(label, lost_out, lost_back):
    out = cross(label, GAO, NTSB)
    back = [cross(known, NTSB, GAO) for known in out.labels]
    assert lost_out in "; ".join(out.lost) and bool(out.lost) == bool(lost_out)
    assert any(lost_back in told for crossing in back for told in crossing.lost)
    assert all(label in crossing.labels or crossing.lost or out.lost for crossing in back)


def test_a_superseded_verdict_is_said_to_be_lost():
    assert "the action until then was acceptable" in cross("CAAS", NTSB, GAO).lost


def test_a_label_of_nobody_is_no_crossing():
    with pytest.raises(UnknownLabel, match="no vocabulary of 'gao' has the label 'Ajar'"):
        cross("Ajar", GAO, NTSB)
    with pytest.raises(UnknownProjection):
        project(CRCL, "oversight_status", "closed_implemented")


# -- CRCL ----------------------------------------------------------------------------------------------------------


@given(st.sampled_from(LABELS))
def test_no_label_becomes_a_word_of_crcl_for_an_oversight_status(known):
    """Of the oversight axis nothing reaches CRCL but `issued`, and that is marked."""
    book, words, mapping = known
    crossing = cross(mapping.label, book, CRCL, vocabulary=words.name)
    if {axis for axis, _ in mapping.targets} == {"oversight_status"}:
        assert set(crossing.labels) <= {"issued"} and crossing.lost


def test_no_label_of_crcl_speaks_on_oversight_status():
    for words in CRCL.vocabularies:
        assert all(axis != "oversight_status" for row in words.rows for axis, _ in row.targets)


def test_a_book_of_two_labels_crosses():
    """What a newcomer writes crosses, too."""
    said = Vocabulary("town/status", "town", [Mapping("Done", [("oversight_status", "implemented")], cites=OURS)])
    town = RuleBook(
        "town",
        "1",
        "Our town",
        GAO.lifecycles,
        [said],
        projections=[Projection("oversight_status", "closed_implemented", "Done", cites=OURS)],
    )
    assert cross("CAA", NTSB, town) == Crossing("CAA", ("Done",), ())
    assert cross("CUA", NTSB, town).lost == ("'town' has no word for oversight_status 'closed_not_implemented'",)


def test_a_group_of_a_body_is_as_wide_as_its_own_table_and_the_canonical_ones_for_such_items():
    lane = Lifecycle(
        "lane",
        "1",
        "stage",
        "asked",
        (State("asked", "it was asked"), State("barred", "it was barred")),
        (Rule("asked", "bar", "barred", "warden", cites=OURS),),
        groups=(Group("shut", ("barred",), "nobody may pass"), Group("final", ("barred",), "it stays so")),
        kinds="lane",
    )
    wall = attrs.evolve(
        lane, name="wall", axis="paint", states=(State("asked", "bare"), State("barred", "wet"), State("dry", "done"))
    )
    wall = attrs.evolve(
        wall,
        rules=(*lane.rules, Rule("barred", "wait", "dry", "nobody", cites=OURS)),
        groups=(Group("shut", ("barred", "dry"), "keep off"), Group("final", ("dry",), "it stays so")),
    )
    town = RuleBook("town", "1", "Our town", (lane, wall))
    assert states(town, "paint", "shut") == ("barred", "dry")
    assert states(town, "stage", "shut") == ("barred",)
    assert states(town, "stage", "final") == ("barred",)  # no canonical table is about lanes
    assert set(states(RuleBook("bare", "1", "No table", ()), "oversight_status", "closed")) >= {"closed_implemented"}
    assert len(states(RuleBook("bare", "1", "No table", ()), "oversight_status", "closed")) > 1
