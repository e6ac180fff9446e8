"""The folder keeps the contract of a store, clause by clause, and a disposal is finished whatever happens."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from oversight_adapters.codec import CODEC
from oversight_adapters.stores.rows import Row
from oversight_adapters.testing import StoreSuite
from oversight_core import Complaint, CorruptStore, Item, Registered, StoreFailed

from oversight_adapter_example import batches
from oversight_adapter_example.folder import FolderStore

ITEM = Item.parse("complaint:harbour/2024/1")
BATCHES = (1, 6, 11)  # where those begin that the suite has written when it asks for `tampers`


def file_of(store: FolderStore, batch: int) -> Path:
    return batches.place(Path(store.location), batch)


def alter(store: FolderStore) -> int:
    file = file_of(store, 6)
    file.write_text(file.read_text(encoding="utf-8").replace("open", "shut"), encoding="utf-8")
    return 7


def insert(store: FolderStore) -> int:
    last = batches.read(file_of(store, 11))[-1]
    batches.create(file_of(store, 16), [last._replace(position=16, revision=6, batch=16)])
    return 16


def remove(store: FolderStore) -> int:
    file = file_of(store, 6)
    batches.replace(file, [row for row in batches.read(file) if row.position != 9])
    return 9


def reorder(store: FolderStore) -> int:
    file = file_of(store, 1)
    *before, fourth, fifth = batches.read(file)
    swapped = [fifth._replace(position=4, revision=4), fourth._replace(position=5, revision=5)]
    batches.replace(file, [*before, *swapped])
    return 4


class TestFolderStore(StoreSuite):
    @pytest.fixture
    def make_store(self, tmp_path: Path) -> Callable[..., FolderStore]:
        folders = (f"{tmp_path}/{n}" for n in count())
        return lambda clock, salt: FolderStore(next(folders), clock=clock, salt=salt)

    def reopen(self, store: Any) -> FolderStore:
        return FolderStore(store.location)

    def again(self, store: Any) -> FolderStore:
        return FolderStore(store.location)

    def files(self, store: Any) -> list[Path]:
        return [path for path in Path(store.location).rglob("*") if path.is_file()]

    def tampers(self) -> dict[str, Callable[[FolderStore], int]]:
        return {"altered": alter, "inserted": insert, "removed": remove, "reordered": reorder}


def described(text: str) -> list[Registered]:
    return [Registered(ITEM, Complaint(text=text), ("text",))]


def test_two_programs_write_one_record(tmp_path: Path) -> None:
    one, other = (FolderStore(str(tmp_path)) for _ in range(2))
    one.append([(ITEM, 0, described("The gate is shut."))], recorder="one")
    other.append([(ITEM, 1, described("The gate is open."))], recorder="other")
    assert tuple(one.scan()) == tuple(other.scan()) == tuple(FolderStore(str(tmp_path)).scan())
    assert [entry.recorder for entry in one.history(ITEM)] == ["one", "other"]


def test_a_program_that_is_not_the_first_tries_again_behind_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, fast = (FolderStore(str(tmp_path)) for _ in range(2))
    other = Item.parse("complaint:harbour/2024/2")
    create = batches.create

    def overtaken(file: Path, rows: list[Row]) -> None:
        monkeypatch.setattr(batches, "create", create)
        fast.append([(other, 0, [Registered(other, Complaint(count=2), ("count",))])], recorder="fast")
        create(file, rows)

    monkeypatch.setattr(batches, "create", overtaken)
    assert slow.append([(ITEM, 0, described("Late."))], recorder="slow").position == 2
    assert [entry.recorder for entry in slow.scan()] == ["fast", "slow"]
    assert slow.verify().holds


def test_a_disposal_that_was_cut_short_is_finished_by_whoever_comes_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = FolderStore(str(tmp_path))
    store.append([(ITEM, 0, described("He was denied a call."))], recorder="desk")

    def killed(file: Path, rows: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as during, pytest.raises(KeyboardInterrupt):
        during.setattr(batches, "replace", killed)
        store.dispose(ITEM, [1], "an order", expected=1, recorder="desk")
    assert "denied" in file_of(store, 1).read_text(encoding="utf-8")
    assert FolderStore(str(tmp_path)).verify().disposed == ((ITEM, 1, "an order"),)
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and b"denied" in file.read_bytes()]
    assert tuple(store.scan()) == tuple(FolderStore(str(tmp_path)).scan())


@pytest.mark.parametrize("spoilt", ["", "{}\n", "not a line of ours\n", '{"position": 1}\n', "[]\n"])
def test_a_file_that_is_no_batch_is_told(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "000000000001.jsonl").write_text(spoilt, encoding="utf-8")
    with pytest.raises(CorruptStore):
        FolderStore(str(tmp_path)).scan()


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    for location in ("", "\0", f"{tmp_path}/file", f"{tmp_path}/file/below"):
        with pytest.raises(StoreFailed):
            FolderStore(location)


def test_the_words_stand_apart_from_what_is_chained(tmp_path: Path) -> None:
    store = FolderStore(str(tmp_path))
    store.append([(ITEM, 0, described("The gate is shut."))], recorder="desk")
    (row,) = batches.read(file_of(store, 1))
    assert b"gate" not in row.payload and row.content is not None and b"gate" in row.content
    assert CODEC.decode(row.payload, row.content) == described("The gate is shut.")[0]
