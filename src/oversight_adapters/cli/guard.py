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


def guarded(argv: list[str]) -> int:
    """Run the command and return its exit code; raises nothing but `KeyboardInterrupt`."""
    _streams()
    try:
        code = _answered(argv)
    except OSError:  # there is nowhere left to say anything
        code = FAILED
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            _into_nothing(stream.fileno())
        except (OSError, ValueError):
            code = code or FAILED
            _into_nothing(stream.fileno())
    return code


def _answered(argv: list[str]) -> int:
    """The exit code of a command, what went wrong being told."""
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
    except SystemExit as end:  # nothing of ours ends the program, but a plug-in may
        return end.code if isinstance(end.code, int) else FAILED
    except BrokenPipeError:  # the reader of our output has seen enough
        return DONE
    except OSError as error:  # of files of ours every error is told by name before it gets here
        tell(f"reading or writing {error.filename or 'standard output'} failed: {error.strerror or error}")
        return FAILED
    except MemoryError:
        tell("out of memory")
        return FAILED
    except Exception as error:  # a mistake of ours: nobody is to see a traceback who did not ask for it
        if os.environ.get(DEBUG) == "1":
            traceback.print_exc()
        tell(
            f"this should not have happened ({type(error).__name__}: {error}); please report it, with what "
            f"{DEBUG}=1 shows"
        )
        return FAILED


def _streams() -> None:
    """Streams that can be written: of one that was closed at the door, what is written is nobody's."""
    for name, number in (("stdin", 0), ("stdout", 1), ("stderr", 2)):
        stream = getattr(sys, name)
        if stream is None:
            _into_nothing(number)  # so that no file of ours takes its place
            if name != "stdin":
                setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  # open to the end
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that lacks a dash still shows the rest


def _into_nothing(number: int) -> None:
    """Let what is still to be written to a stream go nowhere, quietly."""
    nothing = os.open(os.devnull, os.O_RDWR)
    if nothing != number:
        os.dup2(nothing, number)
        os.close(nothing)
