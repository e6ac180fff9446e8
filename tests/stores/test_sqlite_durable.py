"""What `append` returned survives the program; several may make one file at once.  `tests/durability` looks deeper."""

import subprocess
import sys

import pytest

from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import A, every_kind
from oversight_core.ledger import Receipt

LEAVES = """
import os, sys
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_adapters.testing.store_suite_samples import A, every_kind
print(SqliteStore(sys.argv[1]).append([(A, 0, every_kind(A))], recorder="child"), flush=True)
os._exit(1)
"""
MAKES = "import sys; from oversight_adapters.stores.sqlite import SqliteStore; SqliteStore(sys.argv[1]).close()"


def test_what_was_returned_is_there_though_nobody_closed_the_store(tmp_path):
    said = subprocess.run([sys.executable, "-c", LEAVES, tmp_path / "a.db"], capture_output=True, text=True).stdout
    position, _, link = said.strip().partition(":")
    with SqliteStore(tmp_path / "a.db") as store:
        assert store.verify(Receipt(int(position), bytes.fromhex(link))).holds
        assert tuple(recorded.entry for recorded in store.history(A)) == every_kind(A)


@pytest.mark.parametrize("programs", [4])
def test_programs_that_make_one_file_at_once_share_it(tmp_path, programs):
    makers = [subprocess.Popen([sys.executable, "-c", MAKES, tmp_path / "a.db"]) for _ in range(programs)]
    assert [maker.wait() for maker in makers] == [0] * programs
    assert [file.name for file in tmp_path.iterdir()] == ["a.db"]
