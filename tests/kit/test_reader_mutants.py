"""The reader kit is tested itself: it passes on healthy readers, and fails on the named clause for each mutant."""

from types import SimpleNamespace

import pytest
from tests.kit.changed import broken, changed, clause_tests, defined, source_of, tells

from oversight_adapters.testing import ReaderSuite

CITY, TABLE = source_of("city.py"), source_of("city_table.py")
TESTS = clause_tests(ReaderSuite, "R")
CITY_TABLE = defined(TABLE)


class TableSuite(ReaderSuite):
    def text(self, source):
        return CITY_TABLE.table(source)

    def passages(self, text):
        return text.places.cells()

    def longer(self, document, times):
        head, _, rows = document.partition(b"\n")
        return head + b"\n" + rows * times


class SlowTableSuite(TableSuite):
    """The text is part of what a reader owes."""

    def text(self, source):
        for n in range(0, len(source.content), 12):
            source.content[n:].lower()
        return super().text(source)


MUTANTS = (
    ("R0", "def value(self, excerpt):", "def worth(self, excerpt):"),
    ("R0", "def recognise(self, source):", "def recognise(self, source, how):"),
    ("R0", 'name = "city"', 'name = ""'),
    ("R0", "problems = ()", "return None"),
    ("R0", "text.source, self.name,", "text.source, 'town',"),
    ("R0", "problems = ()", "return rows"),
    ("R0", "problems = ()", "problems = []"),
    ("R0", "problems = ()", 'problems = ("it is odd",)'),
    ("R0", "problems = ()", "raise KeyError(digest)"),
    ("R0", "problems = ()", "problems = rows = rain = ()"),
    ("R0", "Recommendation(**values)", "values"),
    ("R0", "TextSpan(*match.span(field))", "match.span(field)"),
    ("R0", 'Item("recommendation", "city", "follow-up", match["number"])', '"recommendation 3"'),
    ("R0", "labels=()", 'labels=(Label("city", "agreed", "2024", excerpts=excerpts[3:]),)'),
    ("R0", "labels=()", 'labels=(Label(None, "agreed", excerpts=excerpts[3:]),)'),
    ("R0", "excerpts=excerpts)", 'occurred_on="2024", excerpts=excerpts)'),
    ("R1", "TextSpan(*match.span(field))", "TextSpan(*match.span())"),
    ("R1", "TextSpan(*match.span(field))", "Cell(match.start(), 1, 1)"),
    ("R1", ", source, field)", ', "sha256:0", field)'),
    ("R2", "Recommendation(**values)", 'Recommendation(**values | {"position": "non_concurred"})'),
    ("R2", "return READ[excerpt.phrase]", "return READ[excerpt.words]"),
    ("R2", "return READ[excerpt.phrase](str(excerpt.words))", "return None"),
    ("R2", "labels=()", 'labels=(Label("city", "disagreed", excerpts=excerpts[3:]),)'),
    (
        "R3",
        "ROW.finditer(content))",
        "ROW.finditer(content))[:: 1 - 2 * (vars(self).setdefault('n', []).append(0) or len(self.n) % 2)]",
    ),
    ("R4", "Recommendation(**values)", 'Recommendation(**values, status="open")'),
    ("R4", "excerpts=excerpts", 'excerpts=(*excerpts, Excerpt("colour"))'),
    ("R4", "excerpts=excerpts", 'excerpts=(*excerpts, Excerpt("number", phrase="number"))'),
    ("R4", "labels=()", 'labels=(Label("city", "agreed"),)'),
    ("R4", "labels=()", 'labels=(Label("city", "agreed", Moment.parse("2024-05"), excerpts=excerpts[3:]),)'),
    ("R4", "labels=()", 'labels=(Label("city", "agreed", None, Moment.parse("1999"), excerpts=excerpts[3:]),)'),
    ("R4", "labels=()", 'labels=(Label("city", "agreed", actor=Actor("the mayor", "x"), excerpts=excerpts[3:]),)'),
    ("R4", "labels=()", 'labels=(Label("city", "agreed", item=item.within("action", "1"), excerpts=excerpts[3:]),)'),
    ("R4", "labels=()", 'labels=(Label("city", "agreed", excerpts=(Excerpt("position"),)),)'),
    ("R4", "excerpts=excerpts)", 'occurred_on=Moment.parse("2024-05-02"), excerpts=excerpts)'),
    ("R5", r"{WHAT}\.)", r"{WHAT}\.(?: All was well\.)?)"),
    ("R6", 'POSITIONS.get(words, "")', 'POSITIONS.get(words, "concurred")'),
    ("R7", "return 3 if", "return 0 if"),
    ("R7", "return 3 if", "return len(source.name) < 3 and 3 if"),
    ("R7", "else 0", "else 1"),
    ("R7", "return 3 if", "return 4 if"),
    ("R7", "return 3 if", "return True if"),
    ("R8", "problems, rain,", "problems, (),"),
    ("R8", "RAIN.finditer(content)", "[*RAIN.finditer(content), *ROW.finditer(content)]"),
    ("R8", "Unaccounted(m[0],", "Unaccounted(m[0].upper(),"),
    ("R9", "problems = ()", 'problems = (Problem("Not a slug", "It is odd."),)'),
    ("R9", "problems = ()", r'problems = (Problem("odd", "one\ntwo"),)'),
    ("R9", "problems = ()", 'problems = (Problem("odd", "It is odd.", TextSpan(0, 10**9)),)'),
    ("R9", "problems = ()", r'problems = (Problem("odd", "one\u2028two"),)'),
    ("R9", 'Item("recommendation", ', 'Item("document", '),
    ("R10", "problems = ()", 'problems = () if "CITY" in content or content[500:] else (1 // 0,)'),
    ("R10", "source.content.startswith(b", "source.content.decode().startswith("),
    ("R11", "problems = ()", "problems = tuple(n for n in range(0, len(content), 12) if content[n:].casefold() is n)"),
    ("R11", "problems = ()", "problems = tuple(n for n in range(len(content)) if sum(map(ord, content)) == n)"),
    ("R11", r"(?P<number>\d{1,4})", r"(?P<number>(?:\d+)+)"),
    ("R12", "str.title", "str.upper"),
    ("R12", "labels=()", 'labels=(Label("city", match["position"], excerpts=excerpts[3:]),)'),
)

IN_TABLES = (
    ("R1", 'Cell("", n, column)', 'Cell("", n, column + 1)'),
    ("R1", 'Cell("", n, column)', 'Cell("Sheet1", n, 9)'),
    ("R2", "Recommendation(**values)", 'Recommendation(**values | {"number": "1"})'),
    ("R5", "words[field], places[field],", "','.join(row[:3]), places[field],"),
    ("R6", 'POSITIONS.get(words, "")', 'POSITIONS.get(words, "concurred")'),
    ("R8", "problems, remarks,", "problems, (),"),
    ("R9", "problems = ()", 'problems = (Problem("odd", "It is odd.", Cell("", 0, 1)),)'),
    ("R10", "len(row) == 4 and ", ""),
)
ALONGSIDE = {
    "raise KeyError(digest)": {"R10"},
    "problems = rows = rain = ()": {"R8"},
    "Cell(match.start(), 1, 1)": {"R8"},
    'Cell("", n, column + 1)': {"R8"},
    'Cell("Sheet1", n, 9)': {"R8"},
    "','.join(row[:3]), places[field],": {"R1", "R2"},
}
"""Where one line cannot break one clause alone: what is read at the wrong place is not accounted for at its own."""


def clauses_broken(reader, document, suite=ReaderSuite, *, goldens=None, update=False):
    return broken(
        suite(),
        TESTS,
        reader=lambda: reader,
        documents=lambda: [document],
        goldens=lambda: goldens,
        pytestconfig=lambda: SimpleNamespace(getoption=lambda name, default: update),
    )


@pytest.fixture(scope="module")
def goldens(tmp_path_factory):
    """What the healthy reader says, written down."""
    folder = tmp_path_factory.mktemp("goldens") / "new"
    city = defined(CITY)
    assert clauses_broken(city.CityReader(), city.PAGE, goldens=folder, update=True) == {}
    assert [file.name for file in folder.iterdir()] == ["document-1.expected.json"]
    return folder


def test_the_healthy_readers_keep_every_clause(goldens):
    city = defined(CITY)
    assert clauses_broken(city.CityReader(), city.PAGE, goldens=goldens) == {}
    assert clauses_broken(CITY_TABLE.TableReader(), CITY_TABLE.TABLE, TableSuite) == {}


@pytest.mark.parametrize(("clause", "old", "new"), MUTANTS)
def test_a_mutant_fails_on_its_clause_and_no_other(clause, old, new, goldens):
    city = changed(CITY, old, new)
    failures = clauses_broken(city.CityReader(), city.PAGE, goldens=goldens if clause == "R12" else None)
    assert set(failures) - ALONGSIDE.get(new, set()) == {clause}, failures
    assert tells(failures[clause], "reader-contract.md"), failures[clause]


LABELS = (
    'Label("city", match["position"], excerpts=excerpts[3:])',
    'Label("city", values["position"] or match["position"], excerpts=excerpts[3:])',
    'Label("city", match["position"], actor=Actor(values["addressee"], "addressee"), excerpts=excerpts[3:])',
    'Label("city", match["position"], actor=Actor("City", "oversight_body"), item=item, excerpts=excerpts[3:])',
    'Label("city", match["position"], Moment.parse("2024"), excerpts=(*excerpts[3:], Excerpt("occurred_on")))',
)


@pytest.mark.parametrize("label", LABELS)
def test_a_label_that_says_what_is_stated_or_marked_as_computed_breaks_nothing(label):
    city = changed(CITY.replace("fire brigade agreed", "police agreed"), "labels=()", f"labels=({label},)")
    assert clauses_broken(city.CityReader(), city.PAGE) == {}


@pytest.mark.parametrize(("clause", "old", "new"), IN_TABLES)
def test_a_mutant_that_reads_tables_fails_on_its_clause(clause, old, new):
    city = changed(TABLE, old, new)
    failures = clauses_broken(city.TableReader(), city.TABLE, TableSuite)
    assert set(failures) - ALONGSIDE.get(new, set()) == {clause}, failures


def test_a_text_that_takes_too_long_to_make_counts_too():
    assert set(clauses_broken(CITY_TABLE.TableReader(), CITY_TABLE.TABLE, SlowTableSuite)) == {"R11"}


@pytest.mark.parametrize("documents", [[], b"CITY AUDITOR", "CITY AUDITOR", None, (document for document in "a")])
def test_without_a_list_of_documents_nothing_is_proved(documents):
    failures = broken(
        ReaderSuite(),
        TESTS,
        reader=defined(CITY).CityReader,
        documents=lambda: documents,
        goldens=str,
        pytestconfig=str,
    )
    assert set(failures) == {"R0"}


def test_every_clause_has_a_mutant():
    assert {clause for clause, _, _ in MUTANTS} == set(TESTS.values()) == {f"R{n}" for n in range(13)}


def test_a_difference_shows_both_sides(goldens):
    city = changed(CITY, "str.title", "str.upper")
    failure = clauses_broken(city.CityReader(), city.PAGE, goldens=goldens)["R12"]
    assert '-    "value": "Police"' in str(failure) and '+    "value": "POLICE"' in str(failure)


def test_a_missing_golden_file_is_a_failure_that_says_how_to_write_it(tmp_path):
    city = defined(CITY)
    assert "--update-goldens" in str(clauses_broken(city.CityReader(), city.PAGE, goldens=tmp_path)["R12"])
