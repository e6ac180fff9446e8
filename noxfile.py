"""Every check of the project, one session each: `nox` runs them all, `nox -s typing` one, `nox -l` lists them.

A session installs what it needs by itself, with uv where uv is there and with pip where not.  It runs on the Python
that runs nox; another one is `nox -s tests --force-python 3.13`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nox
from nox.command import CommandFailed

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.reuse_venv = "yes"
nox.options.error_on_external_run = True

PYPROJECT = nox.project.load_toml("pyproject.toml")


def install(session: nox.Session, *groups: str) -> None:
    """Install the project as it stands with all its extras, and the dependency groups named."""
    needs = [need for group in groups for need in nox.project.dependency_groups(PYPROJECT, group)]
    session.install("-e", ".[all]", *needs)


@nox.session
def tests(session: nox.Session) -> None:
    """The tests, shuffled and on every core."""
    install(session, "test")
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session
def minimal(session: nox.Session) -> None:
    """The core with attrs and nothing else installed."""
    session.install("attrs")
    session.install("--no-deps", "--reinstall" if session.venv_backend == "uv" else "--force-reinstall", ".")
    session.run("python", "-I", "tests/project/minimal.py")


@nox.session
def lowest(session: nox.Session) -> None:
    """The tests, shuffled and on every core, with the oldest versions that `pyproject.toml` promises to work with."""
    if session.venv_backend != "uv":
        session.skip("only uv can resolve to the oldest versions")
    needs = nox.project.dependency_groups(PYPROJECT, "test")
    session.install("--resolution", "lowest-direct", "-e", ".[all]", *needs)
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session
def properties(session: nox.Session) -> None:
    """The property tests with many more examples, and the slow tests."""
    install(session, "test", "people")
    only = ("-m", "hypothesis or slow", "--hypothesis-profile", "deep")
    session.run("python", "-m", "pytest", "-n", "auto", *only, *session.posargs)


@nox.session
def fuzz(session: nox.Session) -> None:
    """Every text and every reader against bytes that grow towards code nobody has seen; as many tries each time."""
    if sys.platform != "linux":
        session.skip("atheris, which counts what code an input reaches, runs on Linux only")
    install(session, "test")
    try:
        session.install("--only-binary", "atheris", *nox.project.dependency_groups(PYPROJECT, "fuzz"))
    except CommandFailed:
        session.skip("atheris cannot be installed: it brings no wheel for this Python, or none can be fetched")
    session.run("python", "tests/fuzz/fuzz.py", *(session.posargs or ["--runs", "600"]))


@nox.session(default=False)
def nightly(session: nox.Session) -> None:
    """As `properties`, with as many kills, edits and histories as a night allows, and records of millions of entries.

    Not part of `nox` alone.
    """
    install(session, "test", "people")
    only = ("-m", "hypothesis or slow", "--hypothesis-profile", "deep")
    night = {"OVERSIGHT_EFFORT": "nightly"}
    session.run("python", "-m", "pytest", "-n", "auto", *only, *session.posargs, env=night)
    session.run("python", "tests/bench/scale.py", "1000000", "10000000")


@nox.session
def typing(session: nox.Session) -> None:
    """Two type checkers, both strict: what one misses the other finds."""
    install(session, "typing")
    session.run("mypy")
    session.run("pyrefly", "check")


@nox.session
def imports(session: nox.Session) -> None:
    """Who may import whom."""
    install(session, "imports")
    session.run("lint-imports")


@nox.session
def lint(session: nox.Session) -> None:
    """Style, and formatting as ruff would do it."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "lint"))
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def docs(session: nox.Session) -> None:
    """The documentation; every warning is an error."""
    install(session, "docs")
    session.run("sphinx-build", "-n", "-W", "--keep-going", "-q", "docs", "docs/_build/html")


@nox.session
def snippets(session: nox.Session) -> None:
    """Every snippet in the README, the docs and the docstrings, and the examples."""
    install(session, "snippets")
    found = ("-p", "snippets", "-p", "no:randomly", "--ignore", "docs/_build", "README.md", "docs", "src")
    path = os.pathsep.join(("docs", "docs/examples"))
    session.run("python", "-m", "pytest", *found, *session.posargs, env={"PYTHONPATH": path})


@nox.session
def examples(session: nox.Session) -> None:
    """The worked hosts of the documentation, over real HTTP and with real files."""
    install(session, "test", "examples")
    hosts = [f"docs/examples/test_{host}.py" for host in ("service", "scheduled_import")]
    session.run("python", "-m", "pytest", *hosts, *session.posargs, env={"PYTHONPATH": "docs/examples"})


@nox.session
def bench(session: nox.Session) -> None:
    """One quick round of the benchmarks: they run, answer right and print ratios.  No number can fail it."""
    install(session, "bench")
    session.run("python", "tests/bench/run.py", *(session.posargs or ["--quick"]))
    session.run("python", "tests/bench/scale.py", "20000")


@nox.session
def build(session: nox.Session) -> None:
    """The wheel holds what it should, and works in an environment of its own: it runs the demo in an empty folder."""
    session.install(*nox.project.dependency_groups(PYPROJECT, "build"))
    room = Path(session.create_tmp()).resolve()
    session.run("python", "-m", "build", "--outdir", str(room / "dist"))
    wheel = max((room / "dist").glob("*.whl"), key=lambda path: path.stat().st_mtime)
    session.run("python", "tests/project/wheel.py", str(wheel))
    session.run("python", "-m", "venv", "--clear", str(room / "clean"))
    session.run(str(room / "clean/bin/pip"), "install", "-q", f"{wheel}[cli]", external=True)
    (room / "empty").mkdir(exist_ok=True)
    with session.chdir(room / "empty"):
        session.run(str(room / "clean/bin/oversight"), "demo", external=True)


@nox.session
def kit(session: nox.Session) -> None:
    """A wheel of ours is enough for who writes an adapter.

    In an environment of their own, the example distribution and one generated project of each kind pass their tests.
    """
    session.install(*nox.project.dependency_groups(PYPROJECT, "build"))
    session.run("python", "tests/project/kit.py", str(Path(session.create_tmp()).resolve()))
