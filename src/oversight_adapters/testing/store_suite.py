"""The store contract as tests: the port, L1 to L14 through it alone, then a state machine against the reference."""

from __future__ import annotations

from oversight_adapters.testing.clauses import in_order
from oversight_adapters.testing.store_stories import run, store_machine
from oversight_adapters.testing.store_suite_batches import BatchClauses
from oversight_adapters.testing.store_suite_protocol import ProtocolClauses
from oversight_adapters.testing.store_suite_reading import ReadingClauses
from oversight_adapters.testing.store_suite_samples import MakeStore
from oversight_adapters.testing.store_suite_trust import TrustClauses


@in_order
class StoreSuite(ProtocolClauses, BatchClauses, ReadingClauses, TrustClauses):
    """The whole contract of a store.  Subclass it in a test file and bring one fixture::

        class TestMyStore(StoreSuite):
            @pytest.fixture
            def make_store(self, tmp_path):
                return lambda clock, salt: MyStore(tmp_path / uuid4().hex, clock=clock, salt=salt)

    Every call of it gives a new, empty store.  A durable store brings `reopen` as well, and one whose record can be
    edited behind its back brings `tampers`.  The store's `capabilities` say which clauses apply; the others are skipped
    with the sentence they give.  A failure says which clause, what it expects, and where to read about it.
    """

    def test_any_story_goes_as_in_the_reference(self, make_store: MakeStore) -> None:
        """Any sequence of calls gives the receipts, entries and errors that the reference gives."""
        self.test_L2_the_whole_batch_or_nothing(make_store)  # a lock that is kept would stop the stories for ever
        run(store_machine(make_store))
