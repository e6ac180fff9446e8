"""Formats of tables that need no code: a row here, and beside it the mapping file of the same name.

This module imports nothing of what reads them, so that a list of formats costs nothing.
"""

from __future__ import annotations

from importlib.resources import files

import attrs


@attrs.frozen
class Shipped:
    """A format: its name, which is also that of its mapping file, and its title."""

    name: str
    title: str

    @property
    def toml(self) -> str:
        """The text of the mapping file."""
        return files(__name__).joinpath(f"{self.name}.toml").read_text("utf-8")


SHIPPED: tuple[Shipped, ...] = ()
"""Every format that is a mapping and nothing else."""
