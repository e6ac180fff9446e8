"""Installed plug-ins: the entry points of the group ``oversight``, and the distributions that they come from."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, PackageNotFoundError, version

import attrs

from oversight_adapters.plugins.blame import blamed
from oversight_adapters.plugins.errors import BrokenPlugin

RESTRICT = "OVERSIGHT_PLUGINS"
"""Environment variable: the installed plug-ins to load, separated by commas; unset means all, empty means none."""


@attrs.frozen(order=True)
class Origin:
    """The distribution that a plug-in comes from, and its version; empty for one that was registered by hand."""

    distribution: str = ""
    version: str = ""

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".strip()


def ours() -> Origin:
    """The distribution of this library; where it is used without being installed, only its name is known."""
    try:
        return Origin("oversight-core", version("oversight-core"))
    except PackageNotFoundError:
        return Origin("oversight-core")


@attrs.frozen
class Installed:
    """The entry points of one name, and where each comes from; there should be one."""

    name: str
    points: tuple[EntryPoint, ...] = ()
    origins: tuple[Origin, ...] = ()

    @property
    def origin(self) -> Origin:
        """Where the first comes from; empty where there is none."""
        return self.origins[0] if self.origins else Origin()

    def load(self) -> object:
        """The plug-in itself; raises `BrokenPlugin` where there is none, are several, or it cannot be imported."""
        if not self.points:
            raise BrokenPlugin(self.name, f"{RESTRICT} names it, but no such plug-in is installed")
        if len(self.points) > 1:
            both = " and ".join(repr(str(origin)) for origin in self.origins)
            raise BrokenPlugin(self.name, f"the distributions {both} bring a plug-in of this name; uninstall one")
        with blamed(self.name):
            return self.points[0].load()


def installed(points: Iterable[EntryPoint], wanted: str | None) -> list[Installed]:
    """The plug-ins that these entry points name, by name; `wanted` restricts them, None does not."""
    names = None if wanted is None else {name.strip() for name in wanted.split(",")} - {""}
    found: dict[str, dict[tuple[Origin, str], EntryPoint]] = {name: {} for name in names or ()}
    for point in points:
        if names is None or point.name in names:
            found.setdefault(point.name, {})[_origin(point), getattr(point, "value", "")] = point
    return [_one(name, found[name]) for name in sorted(found)]


def _one(name: str, points: dict[tuple[Origin, str], EntryPoint]) -> Installed:
    order = sorted(points)
    return Installed(name, tuple(points[each] for each in order), tuple(origin for origin, _ in order))


def _origin(point: EntryPoint) -> Origin:
    """The distribution of an entry point; one that was made by hand has none."""
    found = getattr(point, "dist", None)
    if found is None:
        return Origin()
    return Origin(found.name or "", found.version or "")  # one whose METADATA is gone tells neither
