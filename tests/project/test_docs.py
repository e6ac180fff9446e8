"""What the docs say of the code is true of the code."""

import re
import runpy
import tomllib
from pathlib import Path

import attrs
import pytest

from oversight_adapters.cli.app import COMMANDS
from oversight_core.entities import KINDS
from oversight_core.rulebooks.canonical.oversight_status import OVERSIGHT_STATUS
from oversight_core.rulebooks.canonical.position import POSITION
from oversight_core.rulebooks.gao import GAO

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs/reference"
GENERATE = runpy.run_path(str(ROOT / "docs/generate.py"))
DRAWN: dict[Path, str] = GENERATE["drawn"]()
PAGES = {
    path.relative_to(ROOT / "docs").with_suffix("").as_posix()
    for part in ("tutorials", "how-to", "explanation", "reference")
    for path in (ROOT / "docs" / part).rglob("*.md")
}


def rows(page: Path) -> list[list[str]]:
    """The rows of every table of a page, cell by cell."""
    lines = page.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_a_drawing_is_fresh(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == DRAWN[path], "stale: run `python docs/generate.py`"


def test_every_page_stands_once_under_a_heading_of_the_front_page() -> None:
    listed = [page for _, pages in GENERATE["sections"]() for page in pages]
    assert sorted(listed) == sorted(PAGES)


@pytest.mark.parametrize("page", sorted(PAGES))
def test_llms_txt_has_a_page_with_a_sentence(page: str) -> None:
    listed = (ROOT / "docs/llms.txt").read_text(encoding="utf-8")
    (line,) = [line for line in listed.splitlines() if f"]({page}.md): " in line]
    assert re.fullmatch(r"- \[[^]]{4,80}\]\([\w/-]+\.md\): \S.{20,400}", line)


def test_every_page_that_the_front_page_names_is_there() -> None:
    front = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    named = re.findall(r"(?m)^(?:tutorials|how-to|explanation|reference)/[\w/-]+$", front)
    assert [page for page in named if page not in PAGES] == []


def test_every_relative_link_of_a_page_leads_somewhere() -> None:
    for page in sorted(PAGES):
        path = ROOT / "docs" / f"{page}.md"
        prose = re.sub(r"(?ms)^```.*?^```$", "", path.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", prose):
            assert (path.parent / target).exists(), f"{page} links to {target}"


def test_the_fields_of_a_reading_are_those_of_the_entities() -> None:
    told = {row[0].strip("`"): re.findall(r"`(\w+)`", row[1]) for row in rows(REFERENCE / "reading-json.md")}
    told = {kind: fields for kind, fields in told.items() if kind in KINDS}
    assert len(told) >= 10
    for kind, fields in told.items():
        if kind != "listing":  # what was parsed is counted, not described
            assert set(fields) <= set(attrs.fields_dict(KINDS[kind])), kind


def test_the_glossary_has_each_word_once_in_order() -> None:
    own = (REFERENCE / "glossary.md").read_text(encoding="utf-8").partition("## Crosswalk")[0]
    words = re.findall(r"(?m)^(\w.*)\n: ", own)
    assert words == sorted(set(words), key=str.lower)


def test_the_glossary_has_every_position_and_oversight_status() -> None:
    told = {cell.strip("`") for row in rows(REFERENCE / "glossary.md") for cell in row[:1]}
    silent = {"not_stated", "awaiting", "not_required"}  # no body prints a label for these
    assert set(POSITION.state_names) | set(OVERSIGHT_STATUS.state_names) <= told | silent


def test_the_glossary_has_every_label_that_gao_prints_as_a_status() -> None:
    printed = {row.label for words in GAO.vocabularies if words.name == "gao/status" for row in words.rows}
    assert printed <= {cell for row in rows(REFERENCE / "glossary.md") for cell in row}


def test_every_relative_link_of_the_front_pages_leads_somewhere() -> None:
    for page in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"):
        for target in re.findall(r"\]\((?!\w+:)([^)#]+)", (ROOT / page).read_text(encoding="utf-8")):
            assert (ROOT / target).exists(), f"{page} links to {target}"


def test_the_readme_has_the_two_commands_that_the_checks_run() -> None:
    commands = re.findall(r"^python.*$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [command.split(" ")[-1] for command in commands] == ["demo", "pytest"]


def shell(page: Path) -> str:
    """What a page shows to be typed into a shell and no test runs."""
    return "\n".join(re.findall(r"(?ms)^```sh\n(.*?)^```", page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", ["../README", "../CONTRIBUTING", *sorted(PAGES)])
def test_what_is_to_be_typed_into_a_shell_is_there(page: str) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for some in re.findall(r"oversight-core\[([\w,-]+)\]", text):
        assert set(some.split(",")) <= set(extras)
    typed = shell(ROOT / "docs" / f"{page}.md")
    assert set(re.findall(r"(?m)^oversight ([a-z-]+)", typed)) <= {name for name, _, _ in COMMANDS} | {
        "rules",
        "mapping",
    }
    assert all((ROOT / path).exists() for path in re.findall(r"\b(?:docs|tests)/[\w/.-]+\.py", typed))
