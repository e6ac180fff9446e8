"""What can go wrong between the library and a plug-in: each names the plug-in."""

from __future__ import annotations

import attrs

from oversight_core.errors import OversightError


@attrs.frozen
class BrokenPlugin(OversightError):
    """A plug-in that cannot be used; the others can."""

    plugin: str
    why: str

    def __str__(self) -> str:
        return f"the plug-in {self.plugin!r} is left out: {self.why}"


@attrs.frozen
class NameClash(OversightError, ValueError):
    """Two plug-ins bring something of one kind under one name."""

    kind: str
    name: str
    plugins: tuple[str, str]

    def __str__(self) -> str:
        first, second = self.plugins
        both = f"{first!r} and {second!r}"
        return f"the plug-ins {both} both bring a {self.kind} {self.name!r}; name the one to load in OVERSIGHT_PLUGINS"


@attrs.frozen
class UnknownAdapter(OversightError, KeyError):
    """A name that no plug-in brings."""

    kind: str
    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"no {self.kind} {self.name!r} is installed; installed: {', '.join(self.known) or 'none'}"
