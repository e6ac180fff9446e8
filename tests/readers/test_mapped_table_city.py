"""A published table with a position and a status: all of it comes in, the two apart; one that collides says so."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.readers.mapped_tables import (
    CITY,
    CITY_COLUMNS,
    PHONE,
    POSITIONS,
    STATUSES,
    city,
    city_rows,
    codes,
    csv_bytes,
    examined,
    reader,
)

from oversight_adapters.readers.mapped_table import TableRefused
from oversight_adapters.stores.memory import MemoryStore
from oversight_core.moments import Moment
from oversight_core.provenance import Source
from oversight_core.reading import Reading
from oversight_core.register import Register
from oversight_core.rulebooks import BUILTIN

SAID = {"concurred": "Agreed With", "partially_concurred": "Partially Agreed With"}
SAID |= {"non_concurred": "Disagreed With", "not_addressed": "Not Addressed"}
STANDS = {"implemented": "Implemented", "open": "Pending", "open_partial": "Partially Implemented"}
STANDS |= {"not_implemented": "Not Implemented", "not_stated": "N/A"}


@pytest.fixture(scope="module")
def reading() -> Reading:
    return reader(CITY).take(Source.of(city()))


@pytest.fixture(scope="module")
def register(reading: Reading) -> Register:
    made = Register(MemoryStore(), rulebooks=[*BUILTIN, reader(CITY).mapping.rulebook()])
    made.apply(made.take(reading))
    return made


def test_the_table_is_as_it_was_counted() -> None:
    rows = city_rows()
    assert Counter(row[5] for row in rows) == POSITIONS
    assert Counter(row[6] for row in rows) == STATUSES
    assert sum(row[5:7] == ["Disagreed With", "Implemented"] for row in rows) == 15
    assert (len({row[1] for row in rows}), len({row[2] for row in rows})) == (130, 81)
    assert sum(row[4].startswith("Recommendation ") and row[4][15].isdigit() for row in rows) == 1052


def test_every_row_is_an_item_and_no_problem(reading: Reading) -> None:
    kinds = Counter(candidate.item.kind for candidate in reading.candidates)
    assert kinds == {"recommendation": 1064, "document": 130}
    assert len({candidate.item for candidate in reading.candidates}) == 1194
    assert reading.problems == ()


def test_every_value_is_what_stands_in_its_cell(reading: Reading) -> None:
    rows = city_rows()
    told = [candidate for candidate in reading.candidates if candidate.item.kind == "recommendation"]
    for row, candidate in zip(rows, told, strict=True):
        entity = candidate.entity
        found = (entity.report_title, entity.report, entity.addressee, entity.text, entity.position)
        assert found == (row[0], row[1], row[2], row[4], row[5])
        labels = {label.vocabulary.rpartition("/")[2]: label for label in candidate.labels}
        assert labels["position"].words == row[5]
        assert labels["position"].actor is not None
        assert labels["position"].actor.name == row[2]
        if row[6] == "N/A":
            assert "status" not in labels
        else:
            month, day, year = map(int, row[7].split("/"))
            assert (labels["status"].words, labels["status"].occurred_on) == (
                row[6],
                Moment.parse(f"{year}-{month:02}-{day:02}"),
            )


def test_a_number_is_taken_where_the_text_begins_with_one_and_nowhere_else(reading: Reading) -> None:
    told = [candidate for candidate in reading.candidates if candidate.item.kind == "recommendation"]
    numbered = [candidate for candidate in told if candidate.entity.number]
    assert len(numbered) == 1052
    assert all(candidate.item.number == candidate.entity.number for candidate in numbered)
    assert {candidate.item.number[0] for candidate in told if not candidate.entity.number} == {"~"}


def test_only_the_dates_of_words_that_state_nothing_are_read_by_nothing(reading: Reading) -> None:
    assert sorted(cell.text for cell in reading.unaccounted) == sorted(row[7] for row in city_rows() if row[6] == "N/A")


def test_position_and_status_are_kept_apart(register: Register) -> None:
    cases = register.cases(kind="recommendation").values()
    pairs = Counter((case.status("position").value, case.status("oversight_status").value) for case in cases)
    expected = Counter((row[5], row[6]) for row in city_rows())
    assert Counter({(SAID[said], STANDS[stands]): n for (said, stands), n in pairs.items()}) == expected
    assert pairs["non_concurred", "implemented"] == 15


def test_taking_it_twice_writes_nothing(reading: Reading, register: Register) -> None:
    assert register.take(reading).entries == ()
    assert register.take(reading).unmapped == ()


def test_what_is_never_imported_is_nowhere(reading: Reading) -> None:
    assert PHONE not in repr(reading.candidates) + repr(reading.problems) + repr(reading.unaccounted)
    assert "555-0142" not in repr(examined(CITY, city()).candidates)


def test_a_table_that_collides_is_refused_and_all_the_rows_are_named() -> None:
    rows = city_rows()
    rows[300][:5] = rows[170][:5] = rows[40][:5]
    rows[40][5], rows[170][5], rows[300][5] = "Agreed With", "Disagreed With", "Not Addressed"
    content = csv_bytes([CITY_COLUMNS, *rows])
    with pytest.raises(TableRefused, match="rows 42, 172 and 302 differ and are all recommendation:city-comp") as told:
        reader(CITY).take(Source.of(content, name="city.csv"))
    assert [problem.code for problem in told.value.reasons] == ["identity-collision"]
    found = examined(CITY, content).reading()
    assert found.candidates == ()
    assert "42, 172 and 302" in " ".join(problem.message for problem in found.problems)


def test_a_collision_may_be_let_through() -> None:
    rows = [CITY_COLUMNS, *city_rows()[:3]]
    rows.append([*rows[1][:5], "Not Addressed", *rows[1][6:]])
    found = examined(CITY + '[identity]\ncollision = "warn"', csv_bytes(rows))
    assert (codes(found), found.refused) == (["identity-collision"], ())
    assert len([one for one in found.candidates if one.item.kind == "recommendation"]) == 4


def test_the_same_row_twice_is_one_item_with_two_places() -> None:
    rows = [CITY_COLUMNS, *city_rows()[:3]]
    rows.append(rows[2])
    found = examined(CITY, csv_bytes(rows))
    assert [problem.message.split(" say ")[0] for problem in found.problems] == ["rows 3 and 5"]
    assert codes(found) == ["duplicate-row"]
    assert found.refused == ()
    twice = next(one for one in found.candidates if one.item.report == "fk23-001a" and one.item.number)
    assert {excerpt.locator.row for excerpt in twice.excerpts if excerpt.locator} == {3, 5}


@pytest.mark.parametrize(
    ("policy", "refused", "told"), [("error", True, True), ("warn", False, True), ("keep", False, False)]
)
def test_an_unknown_word_is_handled_as_the_mapping_says(policy: str, refused: bool, told: bool) -> None:
    rows = [CITY_COLUMNS, *city_rows()[:6]]
    for n, word in ((1, "Ajar"), (3, "Ajar"), (4, "Unheard of")):
        rows[n] = [*rows[n][:5], word, *rows[n][6:]]
    found = examined(CITY.replace('date = "issued"', f'date = "issued"\nunknown = "{policy}"'), csv_bytes(rows))
    assert bool(found.refused) is refused
    messages = [problem.message for problem in found.problems if problem.code == "unknown-word"]
    assert len(messages) == 2 * told
    if told:
        assert "'Ajar' of the column 'response' stands in rows 2 and 4" in messages[0]
        assert "'Unheard of' of the column 'response' stands in row 5" in messages[1]
    assert found.words["position"]["Ajar"] == 2
    assert bool(found.reading().candidates) is not refused


def test_an_unknown_word_that_is_kept_changes_no_status() -> None:
    rows = [CITY_COLUMNS, [*city_rows()[0][:5], "Ajar", *city_rows()[0][6:]]]
    made = reader(CITY.replace('date = "issued"', 'unknown = "keep"'))
    register = Register(MemoryStore(), rulebooks=[*BUILTIN, made.mapping.rulebook()])
    plan = register.take(made.take(Source.of(csv_bytes(rows))))
    assert [entry.label for entry in plan.unmapped] == ["Ajar"]
