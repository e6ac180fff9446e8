"""The command line: one adapter among others.  It is the only place that prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.util import find_spec

NEEDS = ("cyclopts", "rich")


INTERRUPTED = 130  # as shells have it


def main(argv: Sequence[str] | None = None) -> int:
    """Run `oversight` with these arguments and return its exit code: 0 done, 1 problems where asked to be strict,
    2 wrong use, 3 the store or a file failed."""
    try:
        if missing := [name for name in NEEDS if find_spec(name) is None]:
            sys.stderr.write(
                f"oversight: the command line needs {' and '.join(missing)}; "
                "install them with: pip install 'oversight-core[cli]'\n"
            )
            return 2
        from oversight_adapters.cli.guard import guarded

        return guarded(sys.argv[1:] if argv is None else list(argv))
    except KeyboardInterrupt:  # at any time, while modules are loaded too
        return INTERRUPTED
