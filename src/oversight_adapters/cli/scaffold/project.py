"""What stands in a plug-in project: templates, filled in with a name and with what its kind is proved by."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

import attrs

from oversight_core import __version__

SUFFIX = ".template"
MODULE = "module"
"""The folder of templates that becomes the package."""

PROVED = {
    "store": ("StoreSuite", "store-contract", "write-a-store"),
    "reader": ("ReaderSuite", "reader-contract", "write-a-reader"),
    "writer": ("WriterSuite", "writer-contract", "write-a-writer"),
    "rulebook": ("RuleBookSuite", "rulebook-contract", "write-a-rulebook"),
}
"""A kind of adapter, the suite that proves it, the page of its contract, and the page that shows how to write one."""

USES = {
    "store": ("import FILE --store {}:record.db", "list --store {}:record.db", "verify --store {}:record.db"),
    "reader": ("read FILE --format {}", "import FILE --format {}"),
    "writer": ("export {}", "export {} --output FILE --as-of 2024-06-30"),
    "rulebook": ("rules show {}-status", "rules draw {}-status", "rules check {}-status"),
}
"""A kind of adapter, and commands that use one of a name."""


@attrs.frozen
class Project:
    """A plug-in of a name and a kind."""

    name: str
    kind: str

    @property
    def distribution(self) -> str:
        """What is installed, and the folder it stands in."""
        return f"oversight-adapter-{self.name}"

    @property
    def module(self) -> str:
        """What is imported."""
        return self.distribution.replace("-", "_")

    @property
    def suite(self) -> str:
        """The suite that proves it."""
        return PROVED[self.kind][0]

    def files(self) -> Iterator[tuple[str, str]]:
        """The path of each file and its text.

        >>> [path for path, _ in Project("city-tracker", "reader").files() if path.endswith("reader.py")]
        ['src/oversight_adapter_city_tracker/reader.py', 'tests/test_reader.py']
        """
        said = self._said()
        for part in ("every", self.kind):
            for path, template in _templates(files("oversight_adapters.cli.scaffold") / "templates" / part):
                place = path.replace(f"/{MODULE}/", f"/{self.module}/").removesuffix(SUFFIX)
                yield place, Template(template).substitute(said)

    def _said(self) -> dict[str, str]:
        """What stands where a template has a name behind a dollar."""
        words = self.name.split("-")
        suite, contract, guide = PROVED[self.kind]
        return {
            "name": self.name,
            "kind": self.kind,
            "distribution": self.distribution,
            "module": self.module,
            "Class": "".join(word.capitalize() for word in words)
            + ("RuleBook" if self.kind == "rulebook" else self.kind.capitalize()),
            "title": " ".join(words),
            "suite": suite,
            "contract": contract,
            "guide": guide,
            "use": "\n".join(f"$ oversight {command.format(self.name)}" for command in USES[self.kind]),
            "version": __version__,
        }


def _templates(folder: Traversable, path: str = "") -> Iterator[tuple[str, str]]:
    """The templates under a folder, in the order of their paths."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _templates(entry, f"{path}{entry.name}/")
        elif entry.name.endswith(SUFFIX):
            yield path + entry.name, entry.read_text(encoding="utf-8")
