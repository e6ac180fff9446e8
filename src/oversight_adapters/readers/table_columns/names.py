"""The names of columns, however they are printed, and how far down a sheet they stand."""

from __future__ import annotations

import re

HEAD_ROWS = 60
"""A header stands among so many first rows of a sheet."""

_APART = re.compile(r"[^a-z0-9]+")


def name_key(name: str) -> str:
    """A column's name without what its makers change: case, blanks, underlines and marks.

    >>> name_key("Suicide Risk?"), name_key("facility:detloc") == name_key("Facility Detloc"), name_key("Alien #")
    ('suicide risk', True, 'alien')
    """
    return _APART.sub(" ", name.casefold()).strip()
