"""Prove your adapter: subclass a suite, give it one fixture, and get the whole contract.

Names are resolved on first use: the suites need pytest and Hypothesis (extra ``testing``), and nothing else does.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from oversight_adapters.testing.clauses import ClauseBroken
    from oversight_adapters.testing.plugin_suite import PluginSuite
    from oversight_adapters.testing.reader_suite import ReaderSuite
    from oversight_adapters.testing.rulebook_suite import RuleBookSuite
    from oversight_adapters.testing.store_stories import store_machine
    from oversight_adapters.testing.store_suite import StoreSuite
    from oversight_adapters.testing.writer_suite import WriterSuite

_HOMES = {
    "ClauseBroken": "clauses",
    "PluginSuite": "plugin_suite",
    "ReaderSuite": "reader_suite",
    "RuleBookSuite": "rulebook_suite",
    "StoreSuite": "store_suite",
    "WriterSuite": "writer_suite",
    "store_machine": "store_stories",
}

__all__ = ["ClauseBroken", "PluginSuite", "ReaderSuite", "RuleBookSuite", "StoreSuite", "WriterSuite", "store_machine"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
