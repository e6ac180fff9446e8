"""What is installed is loaded in the order of names; what cannot be used is told, and the rest work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.conftest import Distribution, Point
from tests.plugins.some_plugins import Brings, FailsInItsHook, Hooked, SureReader

from oversight_adapters.plugins import Adapters, BrokenPlugin, Origin, manager
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


def test_a_clash_leaves_both_out_and_names_both(installed: Installed) -> None:
    installed(zulu=Brings(SureReader("same")), alpha=Brings(SureReader("same")), mike=Brings(SureReader("fine")))
    adapters = Adapters()
    adapters.load_installed()
    assert "same" not in adapters.readers
    assert "fine" in adapters.readers
    assert list(adapters.broken) == ["alpha", "zulu"]
    assert all("'alpha' and 'zulu'" in str(broken) for broken in adapters.broken.values())


@given(st.permutations(["alpha", "mike", "twin", "twin", "zulu"]))
def test_the_order_of_entry_points_changes_nothing(order: list[str]) -> None:
    twins = iter(("one", "two"))
    shared = {"alpha": ["same"], "mike": ["same", "other"], "zulu": ["other"]}
    points = [
        Point(
            name,
            Brings(*map(SureReader, shared.get(name, ["theirs"]))),
            Distribution(next(twins) if name == "twin" else name),
        )
        for name in order
    ]
    adapters = Adapters()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(RESTRICT, raising=False)
        patch.setattr(manager, "entry_points", lambda group: points)
        adapters.load_installed()
    assert not {"same", "other", "theirs"} & set(adapters.readers)
    assert list(adapters.broken) == ["alpha", "mike", "twin", "zulu"]


def test_two_distributions_with_one_name_are_both_told(installed: Installed) -> None:
    one, other = (Point("twin", Brings(SureReader(name)), Distribution(f"{name}-kit")) for name in ("one", "other"))
    installed(other, one, mike=Brings(SureReader("fine")))
    adapters = Adapters()
    adapters.load_installed()
    assert {"one", "other", "fine"} & set(adapters.readers) == {"fine"}
    assert "'one-kit 1.0' and 'other-kit 1.0'" in str(adapters.broken["twin"])


def test_distributions_that_do_not_tell_their_names_are_told_apart_no_further(installed: Installed) -> None:
    nameless = Distribution(None, None)  # type: ignore[arg-type]  # as where the METADATA of one is gone
    one, other = (
        Point("twin", Brings(SureReader(name)), dist) for name, dist in (("a", nameless), ("b", Distribution("b")))
    )
    installed(one, other, alone=Brings(SureReader("fine")))
    adapters = Adapters()
    adapters.load_installed()
    assert list(adapters.broken) == ["twin"] and adapters.origin("twin") == Origin()
    assert "None" not in str(adapters.broken["twin"])


def test_an_entry_point_that_is_found_twice_is_one(installed: Installed) -> None:
    plugin = Brings(SureReader("theirs"))
    installed(*(Point("firm", plugin, Distribution("kit"), "kit.plugin") for _ in range(2)))
    adapters = Adapters()
    adapters.load_installed(strict=True)
    assert adapters.origin("firm") == Origin("kit", "1.0")


def test_loading_twice_is_loading_once(installed: Installed) -> None:
    installed(firm=Brings(SureReader("theirs")), broken=ImportError("gone"))
    adapters = Adapters()
    adapters.load_installed()
    adapters.load_installed()
    assert list(adapters.broken) == ["broken"]
    assert "theirs" in adapters.readers


def test_where_a_plug_in_comes_from_is_known(installed: Installed) -> None:
    installed(firm=Brings(SureReader("theirs")), broken=ImportError("gone"))
    adapters = Adapters()
    adapters.load_installed()
    adapters.register(Brings(SureReader("mine")), name="mine")
    assert str(adapters.origin("firm")) == "firm-kit 1.0"
    assert str(adapters.origin("broken")) == "broken-kit 1.0"
    assert adapters.origin("mine") == Origin()
    assert adapters.origin("builtin").distribution == "oversight-core"


class Bail(BaseException):
    """What some test runners raise to leave."""


@pytest.mark.parametrize("fault", [SystemExit(3), Bail("out"), GeneratorExit()], ids=lambda fault: type(fault).__name__)
def test_a_plug_in_that_would_end_the_program_is_broken(installed: Installed, fault: BaseException) -> None:
    def leaves() -> None:
        raise fault

    installed(imports=fault, hooks=Hooked(oversight_readers=leaves))
    adapters = Adapters()
    adapters.load_installed()
    assert list(adapters.broken) == ["hooks", "imports"]


def test_the_user_can_interrupt(installed: Installed) -> None:
    installed(slow=KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        Adapters().load_installed()


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
