"""A disk without room: one `StoreFull`, nothing written, and everything goes on when there is room again."""

import os
import shutil
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.durability.small_disk import SCENARIOS

ROOT = Path(__file__).parents[2]
MOUNT = 'mount -t tmpfs -o size=512k none "$0" && exec "$@"'


@cache
def namespace() -> tuple[str, ...]:
    """How somebody like us gets a mount of their own; nothing where nobody may."""
    for options in (("-m",), ("-r", "-m")):
        unshare = ("unshare", *options, "sh", "-c", MOUNT)
        if shutil.which("unshare") and not subprocess.run([*unshare, "/mnt", "true"], capture_output=True).returncode:
            return unshare
    return ()


def run(kind, folder, name):
    around = ()
    if kind == "tmpfs":
        if not namespace():
            pytest.skip("this system lets nobody mount a small file system; see the same with a limit on files")
        around = (*namespace(), str(folder))
    elif not find_spec("resource"):
        pytest.skip("this system knows no limit on the length of files")
    program = (sys.executable, "-m", "tests.durability.small_disk", kind, str(folder), name)
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [*around, *program], cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path}
    )
    assert not done.returncode and not done.stderr, done.stderr


needless = () if not namespace() else pytest.mark.slow
"""A small file system says more than a limit, which is tried beside it where there is time."""


@pytest.mark.parametrize("kind", ["tmpfs", pytest.param("limit", marks=needless)])
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_store_on_a_full_disk(tmp_path, kind, name):
    run(kind, tmp_path, name)
