"""What the parser of the command line says, in sentences of ours."""

from __future__ import annotations

import re

ROWS = (
    (r"Invalid value .* for (\S+?)\. it is blank", r"\1 is blank; leave it out, or say what it is"),
    (r"Unused Tokens: \[(.*)\]", r"\1 is more than is asked for; put quotes around a name of several words"),
    (r'Command "[^"]*" parameter (-\S+) requires an argument', r"\1 is needed, with a value"),
    (r'Command "[^"]*" parameter (\S+) requires an argument', r"\1 is needed"),
    (r"Unknown option: (.*)", r"there is no option \1"),
    (r'Invalid value for (\S+): unable to convert (".*") into int', r"\1 is a whole number, not \2"),
    (r'Invalid value for (\S+): unable to convert (".*") into bool', r"\1 takes no value such as \2"),
    (r'Unknown command (".*?")\. Did you mean (".*?")\?.*', r"there is no command \1; did you mean \2?"),
    (r'Unknown command (".*?")\. .*', r"there is no command \1"),
    (r'Invalid value (".*?") for (\S+?)\. Choose from: (.*)', r"\2 cannot be \1; choose from \3"),
)
"""A phrase of the parser, and how we say it."""


def sentence(said: object) -> str:
    """One sentence, without a stop.

    >>> sentence('Command "tally" parameter --by requires an argument.')
    '--by is needed, with a value'
    """
    bare = " ".join(str(said).split()).rstrip(".")
    for pattern, ours in ROWS:
        if match := re.fullmatch(pattern, bare):
            bare = match.expand(ours)
            break
    return bare
