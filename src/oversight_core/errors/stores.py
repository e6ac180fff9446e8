"""Stores that cannot do their work."""

from __future__ import annotations

import attrs

from oversight_core.errors.base import OversightError


@attrs.frozen
class StoreFailed(OversightError):
    """A store could not do its work; the base of what can go wrong with one."""

    location: str
    why: str

    def __str__(self) -> str:
        return f"the store {self.location} failed: {self.why}"


@attrs.frozen
class StoreLocked(StoreFailed):
    """Another process holds the store."""

    def __str__(self) -> str:
        return f"the store {self.location} is locked by another program ({self.why}); try again when it is done"


@attrs.frozen
class StoreReadOnly(StoreFailed):
    """The store cannot be written."""

    def __str__(self) -> str:
        return f"the store {self.location} cannot be written ({self.why}); nothing was changed"


@attrs.frozen
class StoreFull(StoreFailed):
    """No room is left."""

    def __str__(self) -> str:
        return f"no room is left for the store {self.location} ({self.why}); nothing was written"


@attrs.frozen
class ForeignFile(StoreFailed):
    """The file exists but is not a store of ours."""

    def __str__(self) -> str:
        return f"{self.location} is not an oversight store ({self.why}); name another file with --store"


@attrs.frozen
class NewerStore(StoreFailed):
    """A later version of the library wrote the file."""

    def __str__(self) -> str:
        return f"the store {self.location} was written by a newer version ({self.why}); upgrade this library to open it"


@attrs.frozen
class CorruptStore(StoreFailed):
    """The file is damaged."""

    def __str__(self) -> str:
        return f"the store {self.location} is damaged ({self.why}); restore a backup, then run verify"
