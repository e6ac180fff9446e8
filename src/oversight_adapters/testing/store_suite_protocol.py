"""L0: what must be there before anything can be promised."""

from __future__ import annotations

from oversight_adapters.testing.clauses import by_clause, expect
from oversight_adapters.testing.store_suite_hooks import StoreHooks, fresh
from oversight_adapters.testing.store_suite_samples import A, MakeStore, described
from oversight_core.ledger.entry import Receipt


@by_clause
class ProtocolClauses(StoreHooks):
    """The clause about the port itself.  A store that breaks it fails on it in every test."""

    def test_L0_it_has_what_the_port_has(self, make_store: MakeStore) -> None:
        """L0 it is a store: it has the methods of the port, callable as the port calls them, and capabilities"""
        fresh(make_store)

    def test_L0_every_store_is_new_and_empty(self, make_store: MakeStore) -> None:
        """L0 it is a store, and the factory gives a new and empty one each time"""
        receipt = fresh(make_store).append([(A, 0, [described(A)])], recorder="kit")
        expect("L0", isinstance(receipt, Receipt), "a Receipt of what was appended", f"{receipt!r:.80}")
        fresh(make_store)
