"""The suites in a folder that holds nothing but a test file, run as somebody else would run them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STORE = """import pytest
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.testing import StoreSuite

class TestMine(StoreSuite):
    @pytest.fixture
    def make_store(self):
        return lambda clock, salt: MemoryStore(clock=clock, salt=salt)
"""
READER = """import pytest
from pathlib import Path
from city import PAGE, CityReader
from oversight_adapters.testing import ReaderSuite

class TestMine(ReaderSuite):
    @pytest.fixture
    def reader(self):
        return CityReader()

    @pytest.fixture
    def documents(self):
        return [PAGE]
"""
GOLDENS = """
    @pytest.fixture
    def goldens(self):
        return Path("said")
"""
PLUGIN = 'pytest_plugins = ["oversight_adapters.testing.goldens"]\n'


def run(folder, *options):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    command = [sys.executable, "-m", "pytest", "-rs", "-p", "no:randomly", *options]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


@pytest.fixture
def folder(tmp_path):
    shutil.copy(Path(__file__).with_name("city.py"), tmp_path)
    (tmp_path / "test_reader.py").write_text(READER, encoding="utf-8")
    (tmp_path / "test_store.py").write_text(STORE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["alone", "side by side"])
def test_nothing_else_is_needed(folder, options):
    if options:
        pytest.importorskip("xdist")
    code, said = run(folder, *options)
    assert code == 0 and " passed, 8 skipped" in said, said
    assert "R12: bring a fixture `goldens`" in said and "L11: the record is kept in memory" in said


def test_golden_files_are_written_on_demand_and_kept_to(folder):
    (folder / "test_reader.py").write_text(READER + GOLDENS, encoding="utf-8")
    (folder / "conftest.py").write_text(PLUGIN, encoding="utf-8")
    golden, only = folder / "said" / "document-1.expected.json", ("-k", "R12", "test_reader.py")
    code, said = run(folder, *only)
    assert code == 1 and "--update-goldens" in said and not golden.exists()
    code, said = run(folder, "--update-goldens", *only)
    assert code == 0 and "R12: written anew" in said and golden.name in said
    assert [file.name for file in golden.parent.iterdir()] == [golden.name]
    code, said = run(folder, *only)
    assert code == 0 and "1 passed" in said, said
