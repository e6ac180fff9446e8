"""The writer contract as tests: W0 to W11, over a record of everything, hostile words, and random histories."""

from __future__ import annotations

from oversight_adapters.testing.clauses import by_clause, in_order
from oversight_adapters.testing.writer_suite_files import FileClauses
from oversight_adapters.testing.writer_suite_hooks import MakeWriter, fresh
from oversight_adapters.testing.writer_suite_records import RecordClauses
from oversight_adapters.testing.writer_suite_words import WordClauses


@in_order
@by_clause
class WriterSuite(RecordClauses, WordClauses, FileClauses):
    """The whole contract of a writer.  Subclass it in a test file and bring one fixture::

        class TestMyWriter(WriterSuite):
            @pytest.fixture
            def make_writer(self):
                return lambda as_of: MyWriter(as_of)

    A writer that does not heed dates sets ``dated = False``.  What the suite cannot know of a format (which cells it
    has, what is active in it, how it names an item) is told by the hooks; a clause that does not apply is skipped with
    a sentence.
    """

    def test_W0_it_has_the_parts_of_a_writer(self, make_writer: MakeWriter) -> None:
        """W0 a writer has a name, a suffix, `lossless` and `write`; one that is lossless has `read` as well"""
        fresh(make_writer)
