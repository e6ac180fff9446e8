"""Run by `nox -s kit`: a wheel of ours is enough for who writes an adapter.

Into an environment of its own go our wheel, the wheel of the example, and one generated project of each kind.  All of
their tests must pass there, all of them must be found, and a generated project that is broken by one line must fail on
the clause that the line breaks.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "docs/examples/oversight-adapter-example"
REGISTER = EXAMPLE / "tests/documents/register-2024.txt"
PERMIT = "permit:harbour/permits/17"


class Made(NamedTuple):
    """A generated project: its kind, its name and its folder."""

    kind: str
    name: str
    folder: Path

    @property
    def module(self) -> str:
        return self.folder.name.replace("-", "_")


class Break(NamedTuple):
    """One line of a generated project, what it is changed into, and the clause that it breaks."""

    kind: str
    file: str
    line: str
    broken: str
    clause: str


BREAKS = (
    Break("store", "store", "position > ? AND", "position >= ? AND", "L9"),
    Break("reader", "reader", "return 3 if", "return 3 if True or", "R7"),
    Break("writer", "writer", "as_of).items()):", "as_of).items())[1:]:", "W11"),
    Break("rulebook", "rulebook", 'requires="rationale", cites=CHARTER)', 'requires="rationale")', "B2"),
    Break("reader", "plugin", 'name="city-reader"', 'name="another"', "P4"),
)
KINDS = ("store", "reader", "writer", "rulebook")


def ran(*command: object, cwd: Path, must_fail: bool = False) -> str:
    """What a command prints; ends the program where it fails, or where it must and does not."""
    told = [str(part) for part in command]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "OVERSIGHT"))}
    done = subprocess.run(told, cwd=cwd, env=clean, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if (done.returncode == 0) == must_fail:
        sys.exit(f"$ {' '.join(told)}\n{done.stdout}\nit ended with {done.returncode}")
    return done.stdout


class Room:
    """A folder with an environment in it, and the commands that run there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "env" / ("Scripts" if os.name == "nt" else "bin")

    def run(self, command: str, *arguments: object, cwd: Path | None = None, must_fail: bool = False) -> str:
        """What a command of the environment prints; as `ran`."""
        program = shutil.which(command, path=str(self.bin)) or sys.exit(f"the environment has no {command}")
        return ran(program, *arguments, cwd=cwd or self.folder, must_fail=must_fail)

    def lines(self, *arguments: object) -> list[dict[str, Any]]:
        """The lines of JSON that `oversight` prints."""
        return [json.loads(line) for line in self.run("oversight", *arguments, "--json").splitlines()]


def build(source: Path, room: Path) -> Path:
    """The wheel of a distribution."""
    out = room / "dist" / source.name
    ran(sys.executable, "-m", "build", "--wheel", "--outdir", out, source, cwd=room)
    (wheel,) = out.glob("*.whl")
    return wheel


def environment(folder: Path) -> Room:
    """A clean environment with our wheel and that of the example."""
    room = Room(folder)
    ours, example = build(ROOT, folder), build(EXAMPLE, folder)
    ran(sys.executable, "-m", "venv", "--clear", folder / "env", cwd=folder)
    room.run("pip", "install", "-q", f"{ours}[cli,testing]", example)
    where = room.run("python", "-c", "import oversight_adapters; print(oversight_adapters.__file__)")
    if not Path(where.strip()).is_relative_to(folder):
        sys.exit(f"this proves nothing: what is imported is {where}")
    return room


# -- the example ---------------------------------------------------------------------------------------------------


def tested(room: Room, project: Path, name: str) -> str:
    """The last line of a run of tests, from a copy that has nothing but them: what is installed is tested."""
    alone = room.folder / "alone" / name
    shutil.copytree(project / "tests", alone / "tests")
    module = project.name.replace("-", "_")
    told = room.run("python", "-m", "pytest", "-q", "--doctest-modules", "--pyargs", module, "tests", cwd=alone)
    return told.splitlines()[-1]


def used(room: Room) -> str:
    """The command line reads, keeps, asks and writes with what the example brings."""
    (read,) = (line for line in room.lines("read", REGISTER) if line["type"] == "reading")
    room.run("oversight", "import", REGISTER, "--store", "folder:record")
    items = [line["item"] for line in room.lines("list", "--kind", "permit", "--store", "folder:record")]
    room.run("oversight", "verify", "--store", "folder:record")
    page = room.run("oversight", "export", "web-page", "--store", "folder:record")
    if read["format"] != "harbour-register" or PERMIT not in items or f"<td>{PERMIT}</td>" not in page:
        sys.exit(f"the example is not used: {read}, {items}, {page}")
    return f"{len(items)} permits went in by its reader and its store, and out by its writer"


def absent(room: Room) -> str:
    """The record of the example, where its rules are installed no more, is read all the same."""
    room.run("oversight", "import", REGISTER, "--store", "permits.db")
    before = room.run("oversight", "export", "jsonlines", "--store", "permits.db")
    room.run("pip", "uninstall", "-q", "-y", EXAMPLE.name)
    after = room.run("oversight", "export", "jsonlines", "--store", "permits.db")
    room.run("oversight", "verify", "--store", "permits.db")
    if before != after or PERMIT not in after:
        sys.exit("without the example, its permits are not what they were")
    return "where it is uninstalled, its permits are kept to the byte"


# -- generated projects --------------------------------------------------------------------------------------------


def generated(room: Room) -> list[Made]:
    """One project of each kind, as somebody with our wheel makes it in an empty folder."""
    made = []
    for kind in KINDS:
        name = f"city-{kind}"
        (line,) = room.lines("new-adapter", name, "--kind", kind, "--output", room.folder / "made")
        made.append(Made(kind, name, Path(line["path"])))
    return made


def listed(room: Room, expected: Iterable[tuple[str, str, str]]) -> str:
    """`oversight adapters` lists each kind and name with the distribution that brings it, and nothing is left out."""
    lines = room.lines("adapters")
    found = {(line["kind"], line["name"]): line for line in lines if line["type"] == "adapter"}
    broken = [line for line in lines if line["type"] == "broken"]
    for kind, name, distribution in expected:
        line = found.get((kind, name))
        if not line or (line["distribution"], line["version"]) != (distribution, "0.1.0"):
            sys.exit(f"the {kind} {name} of {distribution} 0.1.0 is listed as {line}")
    if broken:
        sys.exit(f"left out: {broken}")
    return f"`oversight adapters` lists all {len(found)}, each with its distribution"


def checked(room: Room, project: Path) -> str:
    """A project is strictly typed and in style, by its own settings."""
    for arguments in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy", "--cache-dir", room.folder / "mypy")):
        room.run("python", "-m", *arguments, cwd=project)
    return "typed and in style"


def fails(room: Room, made: Made, wrong: Break, number: int) -> str:
    """A project whose one line is broken fails, and the clause is named."""
    copy = room.folder / "broken" / f"{number}" / made.folder.name
    shutil.copytree(made.folder, copy)
    file = copy / "src" / made.module / f"{wrong.file}.py"
    text = file.read_text(encoding="utf-8")
    if text.count(wrong.line) != 1:
        sys.exit(f"{file} holds {wrong.line!r} {text.count(wrong.line)} times, not once")
    file.write_text(text.replace(wrong.line, wrong.broken), encoding="utf-8")
    told = room.run("python", "-m", "pytest", "-q", cwd=copy, must_fail=True)
    if f"ClauseBroken: {wrong.clause}:" not in told:
        sys.exit(f"{wrong} does not fail on its clause:\n{told}")
    return f"{wrong.broken!r} for {wrong.line!r} fails on {wrong.clause}"


# -- the whole -----------------------------------------------------------------------------------------------------


def all_of(works: Iterable[tuple[str, Callable[[], str]]]) -> Iterator[str]:
    """Do things two at a time, and tell what each says, in order."""
    with ThreadPoolExecutor(2) as pool:
        for name, done in [(name, pool.submit(work)) for name, work in works]:
            yield f"{name}: {done.result()}"


def proved(folder: Path) -> Iterator[str]:
    """Everything, step by step."""
    room = environment(folder)
    yield "our wheel and the example are installed"
    made = generated(room)
    room.run("pip", "install", "-q", *(project.folder for project in made))
    yield f"{len(made)} projects are generated and installed"

    yield listed(
        room,
        [
            *((project.kind, project.name, project.folder.name) for project in made),
            *(("store", "folder", EXAMPLE.name), ("reader", "harbour-register", EXAMPLE.name)),
            *(("writer", "web-page", EXAMPLE.name), ("rulebook", "harbour", EXAMPLE.name)),
        ],
    )
    suites = [("example", EXAMPLE), *((project.kind, project.folder) for project in made)]
    yield from all_of((name, lambda name=name, home=home: tested(room, home, name)) for name, home in suites)
    room.run("pip", "install", "-q", "mypy", "ruff")
    yield from ((f"{name}: {checked(room, home)}") for name, home in suites)
    by_kind = {project.kind: project for project in made}
    yield from all_of(
        (f"broken {wrong.kind}", lambda n=n, wrong=wrong: fails(room, by_kind[wrong.kind], wrong, n))
        for n, wrong in enumerate(BREAKS)
    )
    yield f"the example: {used(room)}"
    yield f"the example: {absent(room)}"


if __name__ == "__main__":
    folder = Path(sys.argv[1]).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    begun = time.monotonic()
    for step in proved(folder):
        print(f"{time.monotonic() - begun:5.1f} s  {step}", flush=True)
