"""Hypothesis strategies for every public type of the core, by the rooms of the core.

Values are valid as they are drawn, hold odd Unicode but no lone surrogates, and shrink to small ones.
"""

from typing import Any

from hypothesis import strategies as st

from oversight_core.testing.strategies import (
    entities,
    histories,
    ledger,
    moments,
    names,
    provenance,
    reading,
    rulebooks,
    rules,
    tables,
)

_BY_TYPE: dict[type, Any] = {
    typ: strategy
    for room in (names, moments, provenance, entities, rules, tables, rulebooks, ledger, histories, reading)
    for typ, strategy in room.STRATEGIES.items()
}


def values(typ: type) -> st.SearchStrategy[Any]:
    """The strategy for a public type of the core.  Raises `KeyError` for any other type.

    >>> from hypothesis import find
    >>> from oversight_core.provenance import TextSpan
    >>> find(values(TextSpan), lambda span: span.start > 3)
    TextSpan(start=4, end=5)
    """
    strategy: st.SearchStrategy[Any] = _BY_TYPE[typ]()
    return strategy
