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
class BadDescriptor(OversightError, ValueError):
    """A descriptor with a field that holds something else than it may."""

    descriptor: str
    name: str
    field: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.descriptor} {self.name}: its {self.field} is {self.expected}, not {self.found}"


@attrs.frozen
class NameClash(OversightError, ValueError):
    """Several plug-ins bring something of one kind under one name, or one brings two."""

    kind: str
    name: str
    plugins: tuple[str, ...]

    def __str__(self) -> str:
        *most, last = map(repr, self.plugins)
        if not most:
            return f"the plug-in {last} brings two of the {self.kind} {self.name!r}; give one another name"
        who = f"{', '.join(most)} and {last} {'both' if len(most) == 1 else 'all'}"
        what = f"{'an' if self.kind[0] in 'aeiou' else 'a'} {self.kind} {self.name!r}"
        todo = f"give {'yours' if len(most) == 1 else 'the others'} another name, for what ships keeps its own"
        choice = todo if "builtin" in self.plugins else "name the one to load in OVERSIGHT_PLUGINS"
        return f"the plug-ins {who} bring {what}; {choice}"


@attrs.frozen
class UnknownAdapter(OversightError, KeyError):
    """A name that no plug-in brings."""

    kind: str
    name: str
    known: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"no {self.kind} {self.name!r} is installed; installed: {', '.join(self.known) or 'none'}"
