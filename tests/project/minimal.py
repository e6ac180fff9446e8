"""Run by `nox -s minimal` where attrs is all that is installed: every public name of the core is there."""

from importlib.util import find_spec

import oversight_core

ABSENT = ("cattrs", "cyclopts", "hypothesis", "pluggy", "pytest", "rich")

present = [name for name in ABSENT if find_spec(name)]
if present:
    raise SystemExit(f"this proves nothing, the environment holds {', '.join(present)}")

for name in oversight_core.__all__:
    getattr(oversight_core, name)
print(f"all {len(oversight_core.__all__)} public names resolve with attrs alone")
