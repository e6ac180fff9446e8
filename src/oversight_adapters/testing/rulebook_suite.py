"""The rulebook contract as tests: B0 to B9, over every table, label and clock, and then a register that is driven."""

from __future__ import annotations

from functools import partial

import attrs
import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from oversight_adapters.testing import rulebook_suite_checks as checks
from oversight_adapters.testing import rulebook_suite_citing as citing
from oversight_adapters.testing import rulebook_suite_guards as guards
from oversight_adapters.testing import rulebook_suite_labels as labels
from oversight_adapters.testing import rulebook_suite_taking as taking
from oversight_adapters.testing import rulebook_suite_walking as walking
from oversight_adapters.testing.clauses import by_clause, expect, expect_none
from oversight_adapters.testing.rulebook_suite_driving import Governed
from oversight_adapters.testing.rulebook_suite_hooks import Brought, RuleBookHooks, loaded
from oversight_core.rulebooks import BUILTIN
from oversight_core.rules import Guard, Lifecycle, RuleBook, to_matrix, to_mermaid
from oversight_core.testing import LawBroken, check_lifecycle, machine_for

_STORIES = settings(
    max_examples=30,
    stateful_step_count=12,
    deadline=None,
    database=None,
    derandomize=True,
    phases=(Phase.generate, Phase.shrink),
)


@by_clause
class RuleBookSuite(RuleBookHooks):
    """The whole contract of a rulebook.  Subclass it in a test file and bring one fixture::

        class TestMyRules(RuleBookSuite):
            @pytest.fixture
            def rulebook(self):
                return load_my_rules

    It gives what loads the rulebook: a function, or the descriptor of a plug-in.  Where guards need facts of a host,
    `facts` has an example of each; `speaks_on` says on which axes the publisher of each vocabulary speaks.
    """

    def test_B0_it_is_a_rulebook(self, rulebook: Brought) -> None:
        """B0 it has a slug for a name, a version and a title, and no two parts of one name; loaded twice it is equal"""
        book = self._book(rulebook, "B0")
        expect("B0", isinstance(book, RuleBook), "a RuleBook", f"{type(book).__name__}")
        expect_none("B0", checks.unnamed(book), "a name, a version and a title")
        expect("B0", loaded(rulebook) == book, "the same rulebook when it is loaded again", "one that differs")

    def test_B1_every_table_is_proved(self, rulebook: Brought) -> None:
        """B1 every table is sound, and its whole decision space is answered as its rows say"""
        for table in self._book(rulebook, "B1").lifecycles:
            try:
                check_lifecycle(_on_its_own(table))
            except LawBroken as broken:
                expect("B1", False, f"the table {table.name!r} to keep its laws", broken)

    def test_B2_everything_cites(self, rulebook: Brought) -> None:
        """B2 every row, label and clock says what it rests on: provision, force, whom it binds, how it was read"""
        faults = citing.badly_cited(self._book(rulebook, "B2"))
        expect_none("B2", faults, "citations that claim no more than they are")

    def test_B3_guards_are_pure_and_total(self, rulebook: Brought) -> None:
        """B3 a guard says yes or no to any attempt that suits its row, the same each time, and sees only its facts"""
        book = self._book(rulebook, "B3")
        expect_none("B3", guards.without_example(book, self.facts), "an example of each fact that a guard needs")
        for table in book.lifecycles:
            expect_none("B3", guards.unsteady(table, self.facts), "guards that say yes or no")

    def test_B4_a_label_is_found_as_it_is_printed(self, rulebook: Brought) -> None:
        """B4 a label is found in any case, with any dashes and blanks; no two collide, and no other word is one"""
        for words in self._book(rulebook, "B4").vocabularies:
            expect_none("B4", labels.misread(words), "labels that are found as they are printed, and no others")

    def test_B4_an_unknown_label_is_kept_raw(self, rulebook: Brought) -> None:
        """B4 a label that is not known is kept as it stands, and is never a status"""
        book = self._book(rulebook, "B4")
        for words in book.vocabularies:
            expect_none("B4", taking.not_kept(book, words, "A Word – of  NOBODY"), "an unknown label kept raw")

    def test_B5_a_label_speaks_where_its_publisher_does(self, rulebook: Brought) -> None:
        """B5 a label says something only on the axes on which its publisher speaks"""
        book = self._book(rulebook, "B5")
        if not self.speaks_on:
            pytest.skip("B5: on which axes the publishers speak is not given; bring `speaks_on`")
        for words in book.vocabularies:
            axes = self.speaks_on.get(words.name)
            expect("B5", axes is not None, f"the axes of {words.name!r} in `speaks_on`", "none")
            expect_none("B5", labels.speaks_elsewhere(words, axes or ()), "labels that keep to their axes")

    def test_B5_a_label_means_no_more_than_it_says(self, rulebook: Brought) -> None:
        """B5 a label for several states is their group, one that differs has a note, and none makes a status finer"""
        book = self._book(rulebook, "B5")
        for words in book.vocabularies:
            expect_none("B5", labels.invented(book, words), "labels that mean what they say")
            expect_none("B5", taking.not_projected(book, words), "no precision that is not in the label")

    def test_B6_clocks_are_clear(self, rulebook: Brought) -> None:
        """B6 a clock has a name of its own, a start, a positive length in a known unit, a duty holder and a citation"""
        book = self._book(rulebook, "B6")
        if not book.clocks:
            pytest.skip("B6: the rulebook has no clocks")
        expect_none("B6", checks.unclear_clocks(book), "clocks that say who must do what by when")

    def test_B7_it_governs_its_items(self, rulebook: Brought) -> None:
        """B7 an item that is registered under a rulebook moves by its tables"""
        expect_none("B7", walking.not_governing(self._book(rulebook, "B7")), "its tables to govern")

    def test_B7_every_row_can_be_walked(self, rulebook: Brought) -> None:
        """B7 every row can be walked through a register, from each of its states, and leads where it says"""
        book = self._book(rulebook, "B7")
        found = [fault for table in book.lifecycles for fault in walking.not_walked(book, table, self.facts)]
        expect_none("B7", (fault for fault in found if isinstance(fault, str)), "rows that can be walked")
        if untold := [f"{fault}" for fault in found if not isinstance(fault, str)]:
            pytest.skip(f"B7: not walked, for no example is given in `facts`: {'; '.join(untold)}")

    def test_B7_a_register_does_as_the_tables_say(self, rulebook: Brought) -> None:
        """B7 whatever is attempted, a register that is governed by the rulebook stands where its tables say"""
        book = self._book(rulebook, "B7")
        for table in book.lifecycles:
            system = partial(Governed, book, table, self.facts)
            machine = machine_for(table, system=system, facts=self.facts)
            run_state_machine_as_test(machine, settings=_STORIES)

    def test_B8_it_can_be_drawn(self, rulebook: Brought) -> None:
        """B8 every table can be drawn: its names can be told apart, are all in the drawings, and do nothing there"""
        for table in self._book(rulebook, "B8").lifecycles:
            expect_none(
                "B8", checks.unreadable_names(table), f"names of {table.name!r} that can be read and told apart"
            )
            faults = checks.misdrawn(table, to_mermaid(table), to_matrix(table))
            expect_none("B8", faults, f"drawings of {table.name!r} that hold what the table holds")

    def test_B9_it_stands_beside_the_others(self, rulebook: Brought) -> None:
        """B9 nothing in it has the name of something else in a rulebook that ships"""
        expect_none("B9", checks.clashes(self._book(rulebook, "B9")), "names of its own")


def _on_its_own(table: Lifecycle) -> Lifecycle:
    """The table with guards that hold, and in a version of its own where it took a name that ships.

    What guards test, and whose name it is, are other clauses.
    """
    holding = (Guard(guard.name, guard.meaning, guard.needs, lambda attempt, facts: True) for guard in table.guards)
    ships = any(table in book.lifecycles for book in BUILTIN)
    version = table.version if ships else f"{table.version}-on-trial"
    return attrs.evolve(table, guards=tuple(holding), version=version)
