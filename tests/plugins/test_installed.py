"""What is installed is loaded in the order of names; what cannot be used is told, and the rest work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.plugins.some_plugins import Brings, FailsInItsHook, SureReader

from oversight_adapters.plugins import Adapters, BrokenPlugin
from oversight_adapters.plugins.manager import RESTRICT

Installed = Callable[..., None]


def test_nothing_installed_is_loaded_unasked(installed: Installed) -> None:
    installed(firm=Brings(SureReader("theirs")))
    assert "theirs" not in Adapters().readers


def test_installed_plug_ins_are_found(installed: Installed) -> None:
    installed(firm=Brings(SureReader("theirs")))
    adapters = Adapters()
    adapters.load_installed()
    assert adapters.readers.brought_by("theirs") == "firm"
    assert not adapters.broken


@pytest.mark.parametrize(
    "fault",
    [FailsInItsHook(), ImportError("No module named 'gone'"), SystemExit(3), object()],
    ids=lambda fault: type(fault).__name__,
)
def test_one_broken_plug_in_does_not_stop_the_rest(installed: Installed, fault: object) -> None:
    installed(alpha=Brings(SureReader("first")), broken=fault, zulu=Brings(SureReader("last")))
    adapters = Adapters()
    adapters.load_installed()
    assert {"first", "last"} <= set(adapters.readers)
    assert list(adapters.broken) == ["broken"]
    assert "'broken'" in str(adapters.broken["broken"])


def test_strict_raises(installed: Installed) -> None:
    installed(broken=ImportError("gone"))
    with pytest.raises(BrokenPlugin, match="ImportError: gone"):
        Adapters().load_installed(strict=True)


def test_a_clash_leaves_the_later_name_out_and_names_both(installed: Installed) -> None:
    installed(zulu=Brings(SureReader("same")), alpha=Brings(SureReader("same")))
    adapters = Adapters()
    adapters.load_installed()
    assert adapters.readers.brought_by("same") == "alpha"
    assert "'alpha' and 'zulu'" in str(adapters.broken["zulu"])


def test_nobody_can_replace_what_is_built_in(installed: Installed) -> None:
    installed(aaa=Brings(SureReader("gao-agency-page")))
    adapters = Adapters()
    adapters.load_installed()
    assert adapters.readers.brought_by("gao-agency-page") == "builtin"
    assert "'aaa' and 'builtin'" in str(adapters.broken["aaa"])


@pytest.mark.parametrize(
    ("wanted", "found"), [("alpha", {"a"}), (" alpha , zulu ,", {"a", "z"}), ("", set()), (",", set())]
)
def test_the_environment_restricts_what_is_loaded(
    installed: Installed, monkeypatch: pytest.MonkeyPatch, wanted: str, found: set[str]
) -> None:
    installed(alpha=Brings(SureReader("a")), zulu=Brings(SureReader("z")))
    monkeypatch.setenv(RESTRICT, wanted)
    adapters = Adapters()
    adapters.load_installed()
    assert {"a", "z"} & set(adapters.readers) == found
    assert not adapters.broken


def test_a_wanted_plug_in_that_is_not_installed_is_told(installed: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    installed()
    monkeypatch.setenv(RESTRICT, "ghost")
    adapters = Adapters()
    adapters.load_installed()
    assert "no such plug-in is installed" in str(adapters.broken["ghost"])
