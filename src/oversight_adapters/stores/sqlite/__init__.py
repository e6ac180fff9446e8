"""One file: a record in SQLite that people can read without this library.

`store` is the contract, over what each of these knows:

- the file: `opening`, `placing`, `forks`, `told` (what went wrong), and `file`, while it is open;
- its tables: `schema`, `projected`, `views`, `late`, `statements`, and `upgrading` from those of an older layout;
- entries: `tables`, `putting`, `dictionary` and `packing` (what stands once), `decoding`, `walking`;
- the projection: `projection`, `catching_up`;
- trust: `checking`, `comparing`, `shape`, `forgetting`, `backing`, `restoring`.
"""

from oversight_adapters.stores.sqlite.restoring import Restored, restore
from oversight_adapters.stores.sqlite.store import SqliteStore

__all__ = ["Restored", "SqliteStore", "restore"]
