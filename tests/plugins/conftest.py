"""Installed plug-ins, without installing any: the entry points are put in place by the test."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from oversight_adapters.plugins import manager


@attrs.frozen
class Distribution:
    """A distribution as far as the manager asks for one."""

    name: str
    version: str = "1.0"


@attrs.frozen
class Point:
    """An entry point as far as the manager uses one."""

    name: str
    plugin: object
    dist: Distribution | None = None
    value: str = ""

    def load(self) -> object:
        if isinstance(self.plugin, BaseException):
            raise self.plugin
        return self.plugin


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend that these plug-ins are installed; an exception is what importing one raises."""
    monkeypatch.delenv(manager.RESTRICT, raising=False)

    def install(*given: Point, **plugins: object) -> None:
        points = [*given, *(Point(name, plugin, Distribution(f"{name}-kit")) for name, plugin in plugins.items())]
        monkeypatch.setattr(manager, "entry_points", lambda group: points if group == "oversight" else [])

    return install
