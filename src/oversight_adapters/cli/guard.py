"""The guard at the door: whatever happens inside, a user sees a sentence and a shell sees a code."""

from __future__ import annotations

import os
import sys
import traceback

from cyclopts import CycloptsError

from oversight_adapters.cli.app import app
from oversight_adapters.cli.exits import DONE, FAILED, WRONG_USE, WrongUse, code_of
from oversight_adapters.cli.misuse import sentence
from oversight_adapters.cli.out import aside, tell
from oversight_core.errors import OversightError

DEBUG = "OVERSIGHT_DEBUG"
"""Environment variable: 1 shows the traceback of what should not have happened."""

INTERRUPTED = 130  # as shells have it


def guarded(argv: list[str]) -> int:
    """Run the command and return its exit code; raises nothing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a dash still shows the rest
    try:
        code = app()(argv, exit_on_error=False, print_error=False, result_action="return_value")
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE
    except CycloptsError as error:
        tell(f"{sentence(error)}; see `oversight --help`")
        return WRONG_USE
    except OversightError as error:
        tell(error)
        for choice in error.choices if isinstance(error, WrongUse) else ():
            aside(choice)
        return code_of(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as end:  # nothing of ours ends the program, but a plug-in may
        return end.code if isinstance(end.code, int) else FAILED
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except (OSError, MemoryError) as error:
        tell(str(error) or "out of memory")
        return FAILED
    except Exception as error:
        if os.environ.get(DEBUG) == "1":
            traceback.print_exc()
        tell(
            f"this should not have happened ({type(error).__name__}: {error}); please report it, with what "
            f"{DEBUG}=1 shows"
        )
        return FAILED
