"""The page that tells a whole adapter tells no name that is not there, and leaves no part of a port out."""

import inspect
import re
from pathlib import Path

import attrs
import pytest

import oversight_adapters.testing as kit
import oversight_core
from oversight_adapters import plugins
from oversight_core import Capabilities, OversightError, Reader, Store, Writer

PAGE = (Path(__file__).parents[2] / "docs/how-to/whole-adapter.md").read_text(encoding="utf-8")
ROWS = {cells[1].strip(): cells for cells in (line.split("|") for line in PAGE.splitlines()) if len(cells) == 6}


@pytest.mark.parametrize(("kind", "port"), [("store", Store), ("reader", Reader), ("writer", Writer)])
def test_every_part_of_a_port_is_told(kind: str, port: type) -> None:
    told = set(re.findall(r"`(\w+)`", ROWS[kind][2]))
    asked = {name for name in (*vars(port), *port.__annotations__) if not name.startswith("_")}
    assert asked <= told
    assert told - asked <= {"close", "read"}


@pytest.mark.parametrize("kind", ["store", "reader", "writer", "rulebook"])
def test_every_descriptor_and_suite_is_there(kind: str) -> None:
    (call,) = re.findall(r"`(\w+)\((.*)\)`", ROWS[kind][3])
    fields = attrs.fields_dict(getattr(plugins, call[0]))
    assert {name.partition("=")[0] for name in call[1].split(", ")} <= set(fields)
    (suite,) = re.findall(r"`(\w+Suite)`", ROWS[kind][4])
    assert inspect.isclass(getattr(kit, suite))


def test_every_error_is_there_and_told_with_its_fields() -> None:
    errors = {name for name in dir(oversight_core) if _is_error(getattr(oversight_core, name))}
    told = set(re.findall(r"`([A-Z]\w+)(?:\(|`)", PAGE))
    assert errors >= {name for name in told if name.endswith(("Failed", "Locked", "Only", "Full", "File", "Source"))}
    for name, fields in re.findall(r"`([A-Z]\w+)\(([^)=]*)\)`", PAGE):
        if name in errors:
            assert fields.split(", ") == list(attrs.fields_dict(getattr(oversight_core, name))), name


def test_every_capability_is_told() -> None:
    assert set(attrs.fields_dict(Capabilities)) <= set(re.findall(r"`(\w+)`", PAGE))


def _is_error(thing: object) -> bool:
    return isinstance(thing, type) and issubclass(thing, OversightError)
