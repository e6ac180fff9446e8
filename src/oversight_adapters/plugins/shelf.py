"""A shelf: what is there of one kind by name, and who brought each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from oversight_adapters.plugins.errors import UnknownAdapter

D = TypeVar("D")


class Shelf(Mapping[str, D], Generic[D]):
    """A read-only mapping in the order of names, whatever the order of registration."""

    def __init__(self, kind: str, held: Mapping[str, tuple[str, D]]) -> None:
        self.kind = kind
        self._held = dict(sorted(held.items()))

    def __getitem__(self, name: str) -> D:
        """What has this name; raises `UnknownAdapter`."""
        return self._of(name)[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)

    def brought_by(self, name: str) -> str:
        """The plug-in that brings this name; raises `UnknownAdapter`."""
        return self._of(name)[0]

    def _of(self, name: str) -> tuple[str, D]:
        if name not in self._held:
            raise UnknownAdapter(self.kind, name, tuple(self))
        return self._held[name]
