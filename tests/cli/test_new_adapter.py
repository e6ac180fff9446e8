"""`oversight new-adapter`: a project of its own, whole or not at all, under a name that can be one."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.conftest import Run

from oversight_adapters.cli.scaffold.names import LONGEST, why_not
from oversight_adapters.cli.scaffold.project import PROVED, Project

DOCS = Path(__file__).parents[2] / "docs"
LONG = "a" * (LONGEST - 8) + "-tracker"


def tree(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("kind", PROVED)
def test_a_project_is_whole(run: Run, kind: str) -> None:
    ran = run("new-adapter", "city-tracker", "--kind", kind)
    project = Path("oversight-adapter-city-tracker")
    assert ran.code == 0 and ran.err == "" and str(project) in ran.out
    assert {"README.md", "LICENSE", "pyproject.toml", f"tests/test_{kind}.py", "tests/test_plugin.py"} <= set(
        tree(project)
    )
    package = project / "src" / "oversight_adapter_city_tracker"
    assert {"__init__.py", "plugin.py", "py.typed", f"{kind}.py"} <= set(tree(package))
    described = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    assert described["project"]["name"] == "oversight-adapter-city-tracker"
    assert described["project"]["entry-points"]["oversight"] == {
        "city-tracker": "oversight_adapter_city_tracker.plugin"
    }
    assert os.listdir() == [str(project)]


@pytest.mark.parametrize("kind", PROVED)
@pytest.mark.parametrize("name", ["x", "city-2-tracker", LONG, "none", "x9"])
def test_its_code_parses_and_its_lines_are_not_too_long(kind: str, name: str) -> None:
    for path, text in Project(name, kind).files():
        assert "$" not in text.replace("\n$ ", ""), path
        if path.endswith(".py"):
            ast.parse(text, path)
            assert max(map(len, text.splitlines()), default=0) <= 120, path
        if path.endswith(".toml"):
            tomllib.loads(text)


@pytest.mark.parametrize("kind", PROVED)
def test_it_says_what_to_change(kind: str) -> None:
    project = dict(Project("city", kind).files())
    for path in (
        f"src/oversight_adapter_city/{kind}.py",
        f"tests/test_{kind}.py",
        "src/oversight_adapter_city/plugin.py",
    ):
        assert "CHANGE" in project[path], path
        assert path in project["README.md"]


@pytest.mark.parametrize("kind", PROVED)
def test_it_says_how_to_use_it_and_where_to_read(run: Run, kind: str) -> None:
    readme = dict(Project("city", kind).files())["README.md"]
    commands = [
        line.removeprefix("$ oversight ").split() for line in readme.splitlines() if line.startswith("$ oversight")
    ]
    assert any("city" in word for command in commands for word in command)
    for command in commands:
        options = {word for word in command if word.startswith("--")}
        told = run(*command[: 2 if command[0] == "rules" else 1], "--help")
        assert told.code == 0 and all(option in told.out for option in options), command
    for page in re.findall(r"^\| `([a-z/-]+)` \|", readme, re.MULTILINE):
        assert (DOCS / f"{page}.md").is_file(), page


def test_every_template_is_one_of_a_known_kind() -> None:
    templates = files("oversight_adapters.cli.scaffold") / "templates"
    assert {entry.name for entry in templates.iterdir()} == {"every", *PROVED}


def test_its_lines_of_json_name_every_file(run: Run) -> None:
    (line,) = run("new-adapter", "city", "--kind", "writer", "--output", "here/and/there", "--json").lines
    assert (line["type"], line["kind"], line["name"]) == ("project", "writer", "city")
    assert sorted(line["files"]) == tree(Path(line["path"]))
    assert Path(line["path"]) == Path("here/and/there/oversight-adapter-city")


REFUSED = [
    *(
        "",
        " ",
        ".",
        "..",
        "../city",
        "a/b",
        "a\\b",
        "/city",
        "C:city",
        "city.",
        "city_tracker",
        "City",
        "CITY",
        "cité",
        "город",
    ),
    *("class", "none-", "-city", "city--tracker", "123", "1city", "a" * (LONGEST + 1), "a" * 100_000),
    *("json", "test", "abc", "os", "builtin", "memory", "sqlite", "csv", "gao-agency-page", "canonical"),
    *(
        "oversight",
        "oversight-core",
        "oversight-adapter-city",
        "a'b",
        'a"b',
        "a\nb",
        "a\n",
        "a b",
        "a;b",
        "$x",
        "${name}",
    ),
    *("a\x00b", "a\x1b[31m", "\u202ea", "ａ", "²", "{name}", "%s", "~", "city\t", "import", "async"),
]


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: ascii(name[:20]))
def test_what_cannot_be_a_name_is_told_and_nothing_is_written(run: Run, name: str) -> None:
    ran = run("new-adapter", "--kind", "store", "--", name)
    assert ran.code == 2 and ran.out == "" and ran.sentence
    assert len(ran.sentence) < 300 and os.listdir() == []


@given(st.text(max_size=60))
def test_a_name_is_a_slug_or_refused(name: str) -> None:
    if not why_not(name):
        assert name.isascii() and name.replace("-", "").isalnum() and name == name.lower() and name[0].isalpha()
        assert Project(name, "store").module.isidentifier()


@pytest.mark.parametrize("there", ["folder", "full folder", "file", "dangling link"])
def test_nothing_is_written_over(run: Run, there: str) -> None:
    target = Path("oversight-adapter-city")
    if "folder" in there:
        target.mkdir()
    if there == "full folder":
        (target / "mine.txt").write_text("mine", encoding="utf-8")
    if there == "file":
        target.write_text("mine", encoding="utf-8")
    if there == "dangling link":
        target.symlink_to("nowhere")
    before = sorted(map(str, Path().rglob("*")))
    ran = run("new-adapter", "city", "--kind", "reader")
    assert ran.code == 2 and "already" in ran.sentence
    assert sorted(map(str, Path().rglob("*"))) == before


@pytest.mark.parametrize("output", ["file", "file/below", "\0"])
def test_a_place_that_cannot_be_written_is_told(run: Run, output: str) -> None:
    Path("file").write_text("mine", encoding="utf-8")
    ran = run("new-adapter", "city", "--kind", "reader", "--output", output)
    assert ran.code == 3 and "cannot be written" in ran.sentence
    assert os.listdir() == ["file"]


def test_a_write_that_fails_leaves_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, *_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    ran = run("new-adapter", "city", "--kind", "reader")
    assert ran.code == 3 and "No space left" in ran.sentence
    assert os.listdir() == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("new-adapter",),
        ("new-adapter", "city"),
        ("new-adapter", "city", "--kind", "spaceship"),
        ("new-adapter", "city", "--kind", ""),
        ("new-adapter", "city", "--kind", "store", "--output", ""),
        ("new-adapter", "city", "hall", "--kind", "store"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_told(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2 and ran.sentence and os.listdir() == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", PROVED)
def test_its_tests_pass_before_anything_is_installed(run: Run, kind: str) -> None:
    run("new-adapter", "may-2024", "--kind", kind)  # a name that tells something, where a document tells it
    project = Path("oversight-adapter-may-2024").resolve()
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=project, env=clean, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert done.returncode == 0, done.stdout
