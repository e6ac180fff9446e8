"""One file: a record in SQLite that people can read without this library."""

from oversight_adapters.stores.sqlite.restoring import Restored, restore
from oversight_adapters.stores.sqlite.store import SqliteStore

__all__ = ["Restored", "SqliteStore", "restore"]
