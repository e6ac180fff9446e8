"""A shelf: the descriptors of one kind by name, and who brought each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from oversight_adapters.plugins.descriptors import Descriptor
from oversight_adapters.plugins.errors import NameClash, UnknownAdapter

D = TypeVar("D", bound=Descriptor)


class Shelf(Mapping[str, D], Generic[D]):
    """A read-only mapping in the order of names, whatever the order of registration."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._held: dict[str, tuple[str, D]] = {}

    def __getitem__(self, name: str) -> D:
        """The descriptor of this name; raises `UnknownAdapter`."""
        if name not in self._held:
            raise UnknownAdapter(self.kind, name, tuple(self))
        return self._held[name][1]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._held))

    def __len__(self) -> int:
        return len(self._held)

    def brought_by(self, name: str) -> str:
        """The plug-in that brings this name; raises `UnknownAdapter`."""
        self[name]
        return self._held[name][0]

    def with_added(self, plugin: str, descriptors: list[D]) -> Shelf[D]:
        """A shelf with these added; raises `NameClash` where a name is taken."""
        out: Shelf[D] = Shelf(self.kind)
        out._held = dict(self._held)
        for descriptor in descriptors:
            if descriptor.name in out._held:
                first, second = sorted((out._held[descriptor.name][0], plugin))
                raise NameClash(self.kind, descriptor.name, (first, second))
            out._held[descriptor.name] = (plugin, descriptor)
        return out
