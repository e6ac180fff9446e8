"""`oversight adapters`: what is there, from which distribution, and what is broken and why; and kinds of plug-ins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.cli.conftest import Run
from tests.plugins.conftest import Distribution, Point
from tests.plugins.permits import ITEM, WHOLE, Permit, PermitPlugin, story
from tests.plugins.some_plugins import Hooked

from oversight_adapters.cli import desk
from oversight_adapters.plugins import ReaderType, manager

Install = Callable[..., None]


@pytest.fixture
def install(run: Run, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Pretend that these plug-ins are installed, and no others."""

    def install(**plugins: object) -> None:
        points = [Point(name, plugin, Distribution(f"{name}-kit")) for name, plugin in plugins.items()]
        monkeypatch.delenv("OVERSIGHT_PLUGINS", raising=False)
        monkeypatch.setattr(manager, "entry_points", lambda group: points)
        desk.adapters.cache_clear()

    return install


def failing() -> Any:
    raise ImportError("no licence found")


def test_what_is_there_is_told_with_its_distribution(run: Run, install: Install) -> None:
    install(permits=PermitPlugin())
    ran = run("adapters", "--json")
    assert (ran.code, ran.err) == (0, "")
    rows = {(line["kind"], line["name"]): line for line in ran.lines}
    assert rows["rulebook", "city"] == {
        "type": "adapter",
        "kind": "rulebook",
        "name": "city",
        "title": "permits of a city",
        "plugin": "permits",
        "distribution": "permits-kit",
        "version": "1.0",
    }
    assert rows["entity kind", "permit"]["plugin"] == "permits"
    assert rows["store", "sqlite"]["distribution"] == "oversight-core"
    assert {"store", "reader", "writer", "rulebook", "entity kind"} == {kind for kind, _ in rows}
    assert "permits-kit 1.0" in run("adapters").out


def test_what_is_broken_is_told_with_the_reason(run: Run, install: Install) -> None:
    broken_reader = [ReaderType(name="x", title="x", make=failing)]
    install(gone=ImportError("no such module"), late=Hooked(oversight_readers=lambda: broken_reader))
    ran = run("adapters", "--json", "--strict")
    assert ran.code == 1
    broken = {line["plugin"]: line for line in ran.lines if line["type"] == "broken"}
    assert broken["gone"]["why"] == "ImportError: no such module"
    assert broken["gone"]["distribution"] == "gone-kit"
    assert broken["late"]["why"] == "its reader 'x' cannot be made: ImportError: no licence found"
    people = run("adapters")
    assert people.code == 0
    assert "Left out" in people.out and "no such module" in people.out


COMMANDS = (
    ("list", "--kind", "permit"),
    ("list", "--kind", "all"),
    ("show", str(ITEM)),
    ("timeline", str(ITEM)),
    ("tally",),
    ("check",),
    ("verify",),
)


@pytest.mark.parametrize("known", [True, False], ids=["present", "absent"])
def test_every_command_copes_with_a_kind_of_a_plug_in(run: Run, install: Install, known: bool) -> None:
    install(permits=PermitPlugin())
    with desk.open_register("oversight.db", create=True) as register:
        register.enter([*story(WHOLE, Permit(title="Kennel, both wings"))])
    if not known:
        install()
    for command in COMMANDS:
        for more in ((), ("--json",)):
            ran = run(*command, *more)
            assert (ran.code, ran.err) == (0, ""), (command, ran)
            assert command == ("check",) or (ran.lines if more else ran.out)
            for ours in ("Opaque(", "Fields(", "Lifted(", "Form.CARD", "Fee(", "Decimal("):
                assert ours not in ran.out
    assert "card" in run("show", ITEM).out
    for format in ("jsonlines", "markdown", "csv"):
        ran = run("export", format)
        assert (ran.code, ran.err) == (0, "")
        assert "Kennel" in ran.out
        assert "Opaque(" not in ran.out and "Form.CARD" not in ran.out


def test_a_kind_that_is_installed_can_be_asked_for_before_there_is_any(run: Run, install: Install) -> None:
    install(permits=PermitPlugin())
    with desk.open_register("oversight.db", create=True):
        pass
    assert run("list", "--kind", "permit").out == "nothing to list\n"
    install()
    assert run("list", "--kind", "permit").code == 2


@pytest.mark.parametrize("known", [True, False], ids=["present", "absent"])
def test_its_words_can_be_forgotten(run: Run, install: Install, known: bool) -> None:
    install(permits=PermitPlugin())
    with desk.open_register("oversight.db", create=True) as register:
        register.enter(story(WHOLE))
    if not known:
        install()
    ran = run("dispose", ITEM, "--authority", "schedule 4", "--yes")
    assert ran.code == 0, ran
    assert run("verify").code == 0
    assert "formula" not in run("show", ITEM).out
