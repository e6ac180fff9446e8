"""What every process that reads documents needs, made by being imported: all readers.

The server from which such processes are forked imports it once.  Patterns are left to the process that tries them.
"""

from __future__ import annotations

from contextlib import suppress

import oversight_adapters.cli.commands.read  # noqa: F401  # the work that a process is told to do
from oversight_adapters.cli.desk import adapters
from oversight_core.errors import OversightError

for _name in adapters().readers:
    with suppress(OversightError):  # one that is broken is told by who asks it to read
        adapters().reader(_name)
