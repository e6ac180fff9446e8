"""A pytest plug-in that runs every snippet: Python in Markdown, commands in Markdown, doctests in docstrings.

``console`` blocks hold lines that start with ``$``, each followed by what it prints; ``...`` stands for what varies.
The blocks of one page run in one empty folder, one after the other.  Commands find the Python blocks of their page
there, in the file `page.py`.
"""

import doctest
import os
import subprocess
import sysconfig
from pathlib import Path
from subprocess import PIPE, STDOUT
from tempfile import TemporaryDirectory
from typing import Any

from sybil import Document, Example, Sybil
from sybil.evaluators.doctest import NUMBER
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser

ROOT = str(Path(__file__).resolve().parent.parent)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def setup(namespace: dict[str, Any]) -> None:
    """Give a page a folder of its own; Python snippets start there too."""
    namespace["folder"] = TemporaryDirectory()
    namespace["home"] = os.getcwd()
    os.chdir(namespace["folder"].name)


def teardown(namespace: dict[str, Any]) -> None:
    """Go home and drop the folder."""
    os.chdir(namespace["home"])
    namespace["folder"].cleanup()


def commands(block: str) -> list[tuple[str, str]]:
    """Each command of a block with the output that stands below it."""
    found: list[tuple[str, str]] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].strip(), ""))
        else:
            command, expected = found.pop()
            found.append((command, expected + line))
    return found


def python_of(document: Document) -> str:
    """The Python blocks of a page, without those that show a dialogue."""
    return "\n\n".join(
        str(region.parsed) for _, region in document.regions if isinstance(region.evaluator, PythonEvaluator)
    )


def run_commands(example: Example) -> str | None:
    """Run the commands as a terminal without colours and 100 columns would show them."""
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    checker = doctest.OutputChecker()
    Path("page.py").write_text(python_of(example.document), encoding="utf-8")
    for command, expected in commands(example.parsed):
        done = subprocess.run(command, shell=True, env=environment, stdout=PIPE, stderr=STDOUT, text=True, check=False)
        if not checker.check_output(expected, done.stdout, FLAGS):
            difference = checker.output_difference(doctest.Example(command, expected), done.stdout, FLAGS)
            return f"$ {command}\n{difference}"
        if done.returncode and "passed" in expected and "failed" not in expected:  # dots may hide what failed
            return f"$ {command}\nfailed:\n{done.stdout}"
    return None


pages = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=FLAGS | NUMBER),
        CodeBlockParser(language="console", evaluator=run_commands),
    ],
    path=ROOT,
    pattern="*.md",
    setup=setup,
    teardown=teardown,
)
docstrings = Sybil(parsers=[DocTestParser(optionflags=FLAGS)], path=ROOT, pattern="*.py")

pytest_collect_file = (pages + docstrings).pytest()
