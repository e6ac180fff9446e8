"""A permit outlives the plug-in: where that is absent, it is kept as it is, and read again where it is back."""

from pathlib import Path

from oversight_adapters.codec import CODEC, Opaque
from oversight_adapters.plugins import Adapters
from oversight_core import Excerpt, Item, Moment, Registered, TextSpan

from oversight_adapter_example import plugin
from oversight_adapter_example.folder import FolderStore
from oversight_adapter_example.permits import Permit

ITEM = Item.parse("permit:harbour/permits/17")
PERMIT = Permit(number="17", holder="Northern Docks", berths=12, granted_on=Moment.parse("2024-05-03"))
WORDS = (Excerpt("holder", "Northern Docks", TextSpan(0, 14), "sha256:6d76504f", "held/holder"),)
ENTRY = Registered(ITEM, PERMIT, ("number", "holder", "berths", "granted_on"), "harbour", excerpts=WORDS)


def with_plugin() -> Adapters:
    adapters = Adapters()
    adapters.register(plugin)
    return adapters


def test_a_permit_reads_back_equal(tmp_path: Path) -> None:
    adapters = with_plugin()
    adapters.open_store("folder", str(tmp_path)).append([(ITEM, 0, [ENTRY])], recorder="test")
    assert [each.entry for each in adapters.open_store("folder", str(tmp_path)).history(ITEM)] == [ENTRY]


def test_where_the_plugin_is_absent_nothing_is_lost(tmp_path: Path) -> None:
    with_plugin().open_store("folder", f"{tmp_path}/here").append([(ITEM, 0, [ENTRY])], recorder="test")
    here, there = FolderStore(f"{tmp_path}/here"), FolderStore(f"{tmp_path}/there")  # by the codec of the core alone
    (kept,) = [each.entry for each in here.history(ITEM)]
    assert isinstance(kept, Registered) and isinstance(kept.entity, Opaque)
    assert CODEC.encode(kept) == with_plugin().codec.encode(ENTRY)

    there.append([(ITEM, 0, [kept])], recorder="test")  # somebody without the plug-in copies the record
    assert here.verify().holds and there.verify().holds
    assert [each.entry for each in with_plugin().open_store("folder", f"{tmp_path}/there").history(ITEM)] == [ENTRY]
