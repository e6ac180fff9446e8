"""A plug-in of one file: the rules of a city auditor, which stand as data in `city.toml` beside it.

A package names it under the entry-point group `oversight`; a program may as well `Adapters().register(module)` it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from oversight_adapters.plugins import RulebookType, hookimpl
from oversight_adapters.rulebooks import load_rulebook
from oversight_core import RuleBook


def load() -> RuleBook:
    """The rulebook.  Raises `DefectiveRulebook` where the file has mistakes."""
    return load_rulebook(Path(__file__).with_name("city.toml").read_text("utf-8"), name="city.toml")


@hookimpl
def oversight_rulebooks() -> Iterator[RulebookType]:
    """What this plug-in brings."""
    yield RulebookType(name="city", title="the auditor of a city", load=load)
