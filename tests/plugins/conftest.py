"""Installed plug-ins, without installing any: the entry points are put in place by the test."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from oversight_adapters.plugins import manager


@attrs.frozen
class Point:
    """An entry point as far as the manager uses one."""

    name: str
    plugin: object

    def load(self) -> object:
        if isinstance(self.plugin, BaseException):
            raise self.plugin
        return self.plugin


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Pretend that these plug-ins are installed; an exception is what importing one raises."""
    monkeypatch.delenv(manager.RESTRICT, raising=False)

    def install(**plugins: object) -> None:
        points = [Point(name, plugin) for name, plugin in plugins.items()]
        monkeypatch.setattr(manager, "entry_points", lambda group: points if group == "oversight" else [])

    return install
