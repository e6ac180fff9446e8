"""Inside a host: several desks in one program, several threads at one desk, and nothing that belongs to the host."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from threading import Barrier

import pytest

from oversight_adapters.plugins import Adapters, RulebookType, UnknownAdapter, hookimpl
from oversight_adapters.stores.memory import MemoryStore
from oversight_adapters.stores.sqlite import SqliteStore
from oversight_core import (
    BUILTIN,
    Accepted,
    Actor,
    Attempt,
    Citation,
    Conflict,
    Exhibit,
    Force,
    Group,
    Item,
    Lifecycle,
    Moment,
    Read,
    Register,
    Registered,
    Reported,
    Rule,
    RuleBook,
    Source,
    State,
    Store,
)
from oversight_core.errors import UnknownAxis

THREADS, ROUNDS = 6, 8
HOUSE = Citation("our handbook, 3.2", Force.PRACTICE, "our office", Read.ORIGINAL)
MOOD = RuleBook(
    "house",
    "1",
    "Our house",
    lifecycles=(
        Lifecycle(
            "mood",
            "1",
            axis="mood",
            initial="calm",
            states=(State("calm", "nobody waits"), State("pressed", "somebody waits")),
            rules=(Rule("calm", "press", "pressed", "public", cites=HOUSE),),
            groups=(Group("final", "pressed"),),
        ),
    ),
)
PRESS = Attempt(
    Item("recommendation", "house", "2024", "1"), "press", Actor("The paper", "public"), Moment.parse("2024")
)


def numbered(number: int | str) -> Item:
    return Item("recommendation", "city", "2024", str(number), "ice")


def said(item: Item, status: str = "in_progress") -> Reported:
    return Reported(item, "implementation", status, occurred_on=Moment.parse("2024-05"))


# -- several desks -----------------------------------------------------------------------------------------------------


def test_two_registers_share_nothing(tmp_path: Path) -> None:
    heard: dict[str, list[Accepted]] = {"one": [], "other": []}
    with SqliteStore(tmp_path / "one.db") as file:
        one = Register(file, rulebooks=(*BUILTIN, MOOD), recorder="one", listeners=(heard["one"].append,))
        other = Register(MemoryStore(), recorder="other", listeners=(heard["other"].append,))
        assert one.attempt(PRESS, axis="mood")
        with pytest.raises(UnknownAxis):
            other.attempt(PRESS, axis="mood")
        other.enter([said(numbered(1))])
        assert [len(one.cases()), len(other.cases())] == [1, 1] and one.cases().keys() != other.cases().keys()
        assert [accepted.recorder for accepted in heard["one"]] == ["one"]
        assert [accepted.recorder for accepted in heard["other"]] == ["other"]


def test_adapters_are_objects_too() -> None:
    class Plugin:
        @hookimpl
        def oversight_rulebooks(self):  # type: ignore[no-untyped-def]  # as a plug-in is written
            yield RulebookType(name="house", title="Our house", load=lambda: MOOD)

    one, other = Adapters(), Adapters()
    one.register(Plugin(), name="ours")
    assert one.rulebooks["house"].load() is MOOD
    with pytest.raises(UnknownAdapter):
        other.rulebooks["house"]


def test_the_clock_and_the_salt_are_the_hosts(tmp_path: Path) -> None:
    def clock() -> Callable[[], datetime]:
        ticks = iter(datetime(2031, 5, 1, tzinfo=UTC) + timedelta(hours=n) for n in range(100))
        return lambda: next(ticks)

    heads = []
    with SqliteStore(tmp_path / "a.db", clock=clock(), salt=lambda: b"salt") as file:
        for store in (file, MemoryStore(clock=clock(), salt=lambda: b"salt")):
            register = Register(store, recorder="desk")
            vague = Reported(numbered(1), "implementation", "planned", occurred_on=Moment.vague("last summer"))
            heads.append((register.enter([said(numbered(2))]), register.enter([vague])))
            assert [r.recorded_at.year for r in register.history(numbered(1))] == [2031]
    assert heads[0] == heads[1]  # same batches, clock and salt: the same bytes and the same head in every store


def test_several_registers_on_one_file_see_what_the_others_write(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "a.db") as first, SqliteStore(tmp_path / "a.db") as second:
        one, other = Register(first, recorder="one"), Register(second, recorder="other")
        one.enter([said(numbered(1))])
        other.enter([said(numbered(1), "planned"), Registered(numbered(2), None, same_as=numbered(1))])
        assert one.case(numbered(2)) == other.case(numbered(2))
        assert [r.recorder for r in one.history(numbered(1))] == ["one", "other"]


# -- several threads ---------------------------------------------------------------------------------------------------


def until_written(write: Callable[[], object]) -> None:
    """As a host does: where somebody wrote in between, read and decide again."""
    while True:
        try:
            write()
        except Conflict:
            continue
        return


def together(*works: Callable[[], None]) -> None:
    """All at once; what any of them raises is raised."""
    barrier = Barrier(len(works))

    def started(work: Callable[[], None]) -> None:
        barrier.wait()
        work()

    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(started, work) for work in works]:
            done.result()


def writer(register: Register, name: int) -> Callable[[], None]:
    def write() -> None:
        for round in range(ROUNDS):
            own, shared = numbered(f"{name}-{round}"), numbered("shared")
            until_written(lambda own=own, shared=shared: register.enter([said(own), said(shared)]))
            join = Registered(own, None, same_as=numbered(f"{name}-0"))
            if round:
                until_written(lambda join=join: register.enter([join]))
            plan = Attempt(own, "report_complete", Actor("ICE", "addressee"), Moment.parse("2024-06"))
            evidence = (Exhibit("completion_evidence", "ICE"),)
            until_written(lambda a=plan, e=evidence: register.attempt(a, axis="implementation"))

    return write


def reader(register: Register, steps: int) -> Callable[[], None]:
    def read() -> None:
        for _ in range(steps):
            cases = register.cases()
            assert all(case.known for case in cases.values())
            register.case(numbered("shared"))
            register.discrepancies()
            assert register.verify().holds

    return read


def test_threads_share_a_register(store: Store) -> None:
    heard: list[Accepted] = []
    register = Register(store, listeners=(heard.append,))
    together(*(writer(register, name) for name in range(THREADS)), reader(register, 4), reader(register, 4))
    recorded = list(store.scan())
    told = Counter(n for accepted in heard for n, _ in enumerate(accepted.entries, accepted.receipt.batch))
    assert told == Counter(one.position for one in recorded)  # every entry was told, and none twice
    assert len(register.history(numbered("shared"))) == THREADS * ROUNDS
    assert len(register.cases()) == THREADS + 1  # what is the same counts once
    assert register.verify().holds


def test_threads_with_a_register_each_share_a_file(tmp_path: Path) -> None:
    def desk(name: int) -> Callable[[], None]:
        def work() -> None:
            with SqliteStore(tmp_path / "a.db", timeout=60) as store:
                writer(Register(store, recorder=str(name)), name)()

        return work

    SqliteStore(tmp_path / "a.db").close()
    together(*map(desk, range(THREADS)))
    with SqliteStore(tmp_path / "a.db") as store:
        register = Register(store)
        assert len(register.history(numbered("shared"))) == THREADS * ROUNDS
        assert len(register.cases()) == THREADS + 1 and register.verify().holds


def test_threads_share_the_adapters() -> None:
    adapters = Adapters()
    names = ("crcl-krome.txt", "gao-ice-2024-03.txt")
    sources = [Source.of(files("oversight_adapters").joinpath("samples", name).read_bytes()) for name in names]
    with ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(adapters.read, sources * 2))
    assert readings == [Adapters().read(source) for source in sources] * 2


# -- what belongs to the host ------------------------------------------------------------------------------------------

USED = """
import atexit, decimal, gc, json, locale, logging, os, signal, sys, tempfile, threading, warnings, weakref

def state():
    known = [one for one in logging.root.manager.loggerDict.values() if isinstance(one, logging.Logger)]
    ours = [logging.root, *(one for one in known if one.name.startswith("oversight"))]
    return {
        "handlers": [(one.name, str(h)) for one in ours for h in one.handlers if type(h) is not logging.NullHandler],
        "levels": [(one.name, one.level) for one in ours if one.level],
        "deaf": [one.name for one in ours if one.disabled or not one.propagate],
        "disabled": logging.root.manager.disable,
        "capturing": logging._warnings_showwarning,
        "warnings": list(map(str, warnings.filters)),
        "signals": [(str(number), str(signal.getsignal(number))) for number in sorted(signal.valid_signals())],
        "atexit": atexit._ncallbacks(),
        "hooks": [repr(hook) for hook in (sys.excepthook, threading.excepthook, sys.unraisablehook, sys.displayhook)],
        "threads": [thread.name for thread in threading.enumerate()],
        "limits": [sys.getrecursionlimit(), gc.get_threshold(), gc.isenabled(), sys.getswitchinterval()],
        "place": [os.getcwd(), sys.path, dict(os.environ), locale.setlocale(locale.LC_ALL), tempfile.tempdir],
        "decimals": str(decimal.getcontext()),
    }

for library in ("openpyxl", "pypdfium2"):  # each registers an exit of its own, which reading its files then brings
    try:
        __import__(library)
    except ImportError:
        pass
tempfile.gettempdir()
weakref.finalize(state, int)  # the standard library's own, which a large batch uses
before = state()

import pkgutil
import oversight_adapters, oversight_core

for package in (oversight_core, oversight_adapters):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if module.name.split(".")[1] not in ("testing", "cli"):
            __import__(module.name)

from importlib.resources import files
from io import StringIO
from oversight_adapters.plugins import Adapters
from oversight_adapters.stores.sqlite import restore
from oversight_core import AsOf, Register, Source

adapters = Adapters()
adapters.load_installed()
store = adapters.open_store("sqlite", "record.db")
register = Register(store, rulebooks=[kind.load() for kind in adapters.rulebooks.values()], listeners=[lambda a: 1 / 0])
for name in ("crcl-krome.txt", "gao-ice-2024-03.txt"):
    page = files("oversight_adapters").joinpath("samples", name).read_bytes()
    receipt = register.apply(register.take(adapters.read(Source.of(page))))
for name in adapters.writers:
    adapters.writer(name, AsOf()).write(register, StringIO())
register.tally(), register.discrepancies(), register.standing("position")
item = next(iter(register.cases()))
register.dispose(item, [1], "GRS 5.2")
store.backup("copy.db")
register.undo(receipt.batch)
assert register.verify().holds
store.close()
restore("copy.db", "again.db")
after = state()
print(json.dumps({name: [before[name], after[name]] for name in before if before[name] != after[name]}, default=str))
"""


def test_nothing_of_the_host_is_touched(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", USED], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == {}
    assert ran.stderr == ""  # not even what is logged, where the host has set up no logging
